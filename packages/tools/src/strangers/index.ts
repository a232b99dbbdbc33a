export { noisePicture } from "./noise-picture.ts";
export {
  costlyPictures,
  floods,
  type StrangerKind,
  type StrangerSocket,
  sendingCostlyPictures,
} from "./stranger-kinds.ts";
