export { type ConfinedSpawn, createConfinedSpawn } from "./processes/confined-spawn.ts";
export type { FreeProcess, Place } from "./processes/free-process.ts";
export { type Keeper, type KeeperOptions, keepProcesses } from "./processes/keep-processes.ts";
export { createVisionSpawn } from "./processes/spawn-vision.ts";
export {
  type EndReason,
  endReasons,
  type Spawn,
  startVisionProcess,
  type VisionProcess,
  type VisionProcessOptions,
} from "./processes/vision-process.ts";
