export { type MediaPipeResult, type PictureOptions, toHands } from "./to-hands.ts";
