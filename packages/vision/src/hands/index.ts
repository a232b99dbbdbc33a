export { type HandModels, handInputSide, palmAnchorCount, palmInputSide } from "../networks/hand-models.ts";
export type { RgbaImage } from "../pictures/rgba-image.ts";
export { type FindHandsOptions, findHands, type HandsInPicture } from "./search/find-hands.ts";
