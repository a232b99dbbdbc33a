export {
  type HandModelPaths,
  handModelPaths,
  handRangesPath,
  type LetterModelPaths,
  letterModelPaths,
} from "./model-paths.ts";
export { requireModel } from "./require-model.ts";
