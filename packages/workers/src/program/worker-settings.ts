import { type Environment, logLevel, readEnvironment, SettingError, whole } from "@signify/service/settings";
import { type Static, Type } from "@sinclair/typebox";
import { clusterSchemas } from "../settings/cluster-settings.ts";
import { visionSchemas } from "../settings/vision-settings.ts";

/** Every setting of a vision worker, by its environment name. Those that a server has too mean the same there. */
export const WorkerSettings = Type.Object({
  ...clusterSchemas,
  THREAD_POOL_MAX_WORKERS: whole(1, 64, 4, "Vision processes at most; never more than there are cores"),
  WORKER_HOST: Type.String({
    minLength: 1,
    default: "127.0.0.1",
    description: "Address on which `/healthz`, `/readyz` and `/metrics` are answered",
  }),
  WORKER_PORT: whole(0, 65_535, 8766, "Their port; 0 takes a free one"),
  LOG_LEVEL: logLevel(),
  ...visionSchemas,
  SHUTDOWN_DEADLINE_MS: whole(0, 600_000, 1000, "Time for pictures in hand at shutdown"),
});

/** The validated settings. */
export type WorkerSettings = Static<typeof WorkerSettings>;

/**
 * Reads a worker's settings from the environment; what is unset or empty has its default.
 * @throws SettingError with one sentence that names the setting and what was expected.
 */
export function readWorkerSettings(environment: Environment): WorkerSettings {
  const settings = readEnvironment(WorkerSettings, environment);
  if (settings.NATS_URL.length === 0)
    throw new SettingError("NATS_URL must be addresses such as nats://10.0.0.5:4222, separated by commas.");
  return settings;
}
