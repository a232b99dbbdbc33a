export { createVisionSpawn } from "./spawn-vision.ts";
export {
  type Spawn,
  startVisionProcess,
  type VisionProcess,
  type VisionProcessOptions,
} from "./vision-process.ts";
