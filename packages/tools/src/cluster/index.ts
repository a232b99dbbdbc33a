export { type LaunchedWorker, launchWorker } from "./launch-worker.ts";
export { engineProgram, type RunningEngine, startEngine } from "./start-engine.ts";
