export { halveWeights } from "./onnx/halve-weights.ts";
