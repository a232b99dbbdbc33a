export { type HandModels, handInputSide, palmAnchorCount } from "../networks/hand-models.ts";
export type { RgbaImage } from "../pictures/rgba-image.ts";
export { palmInputSide } from "./palm/palm-shape.ts";
export { createSampler } from "./sampling/create-sampler.ts";
export type {
  Border,
  InputForm,
  InputOf,
  NetworkInput,
  Sample,
  SampleOptions,
  Sampler,
} from "./sampling/sampler.ts";
export { type FindHandsOptions, findHands, type HandsInPicture } from "./search/find-hands.ts";
