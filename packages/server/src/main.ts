import { createLog } from "@signify/service/log";
import { runProgram } from "@signify/service/run";
import { readSettings } from "./config/read-settings.ts";
import { startServer } from "./server.ts";

runProgram(() => {
  const settings = readSettings(process.env);
  const log = createLog(settings.LOG_LEVEL);
  const { port, ready, visionRestraints, stop } = startServer(settings, log);
  return {
    log,
    listening: { host: settings.WEBSOCKET_HOST, port },
    ready: ready.then(() => ({ visionRestraints })),
    stop,
  };
});
