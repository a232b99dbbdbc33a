import type { GaugeSources } from "../observe/gauges.ts";

/** What a server without vision processes and without work would say. */
export const stillSources: GaugeSources = {
  visionProcessesReady: () => 0,
  visionProcessesBusy: () => 0,
  eventLoopLag: () => 0,
};
