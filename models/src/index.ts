export {
  type HandModelPaths,
  handModelPaths,
  type LetterModelPaths,
  letterModelPaths,
} from "./model-paths.ts";
export { requireModel } from "./require-model.ts";
