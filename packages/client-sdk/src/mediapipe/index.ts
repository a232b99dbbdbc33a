export { type MediaPipePoint, type MediaPipeResult, type PictureOptions, toHands } from "./to-hands.ts";
