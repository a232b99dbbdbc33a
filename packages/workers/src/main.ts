import { createLog } from "@signify/service/log";
import { runProgram } from "@signify/service/run";
import { startWorker } from "./program/worker.ts";
import { readWorkerSettings } from "./program/worker-settings.ts";

runProgram(() => {
  const settings = readWorkerSettings(process.env);
  const log = createLog(settings.LOG_LEVEL);
  const worker = startWorker(settings, log);
  return {
    log,
    listening: { host: settings.WORKER_HOST, port: worker.port },
    ready: worker.ready.then(() => ({ visionRestraints: worker.visionRestraints })),
    stop: worker.stop,
  };
});
