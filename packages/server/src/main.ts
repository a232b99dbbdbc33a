import { createLog } from "@signify/service/log";
import { readSettings } from "./config/read-settings.ts";
import { type Server, startServer } from "./server.ts";

/** Milliseconds for who reads the log to take its last lines. */
const readerDeadline = 500;

/** Ends the start with one sentence on standard error. */
function refuseToStart(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : "The server could not start."}\n`);
  process.exit(1);
}

function start(): { server: Server; log: ReturnType<typeof createLog> } {
  try {
    const settings = readSettings(process.env);
    const log = createLog(settings.LOG_LEVEL);
    const server = startServer(settings, log);
    log.info({ host: settings.WEBSOCKET_HOST, port: server.port }, "listening");
    return { server, log };
  } catch (error) {
    refuseToStart(error);
  }
}

// Before anyone can hear that the server listens: a signal from then on is a shutdown, not a sudden end.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(signal));

const { server, log } = start();
server.ready.then(() => log.info({ visionRestraints: server.visionRestraints }, "ready"), refuseToStart);

let stopping = false;
async function stop(signal: string): Promise<void> {
  // Ctrl-C reaches the server from the terminal and again through whoever started it: once is enough.
  if (stopping) return;
  stopping = true;
  log.info({ signal }, "stopping");
  log.info(await server.stop(), "stopped");
  await log.output.flush(readerDeadline);
  process.exit(0);
}
