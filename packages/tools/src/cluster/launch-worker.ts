import { fileURLToPath } from "node:url";
import { type LaunchedServer, type LaunchOptions, launchServer } from "@signify/server/launch";

/** A vision worker in a process of its own; `page` is where its metrics are. */
export type LaunchedWorker = LaunchedServer;

/** Starts this installation's vision worker, with no setting but those given, and waits until it is ready. */
export function launchWorker(
  environment: Record<string, string>,
  options: LaunchOptions = {},
): Promise<LaunchedWorker> {
  const program = fileURLToPath(import.meta.resolve("@signify/workers/main"));
  return launchServer({ program, ...options, environment: { WORKER_PORT: "0", ...environment } });
}
