export { createReferenceHand } from "./create-reference-hand.ts";
