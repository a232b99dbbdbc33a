export { type DrawHandOptions, type DrawingContext, drawHand } from "./draw-hand.ts";
export { handConnections } from "./hand-connections.ts";
export { type PictureOnCanvas, toCanvasPoint } from "./to-canvas-point.ts";
