import { createLog } from "@signify/service/log";
import { runProgram } from "@signify/service/run";
import { readSettings } from "./config/read-settings.ts";
import { startServer } from "./server.ts";

runProgram(() => {
  const settings = readSettings(process.env);
  const log = createLog(settings.LOG_LEVEL);
  const server = startServer(settings, log);
  return {
    log,
    listening: { host: settings.WEBSOCKET_HOST, port: server.port },
    ready: server.ready.then(() => ({ visionRestraints: server.visionRestraints })),
    stop: server.stop,
  };
});
