import type { ServerObserver } from "../observe/observer.ts";

/** Everything that an observer was told: the name of the call and what it was told first. */
export type RecordedObserver = ServerObserver & {
  calls: [name: string, told: unknown][];
  /** How often it was told this. */
  count(name: keyof ServerObserver, told?: unknown): number;
};

/** Makes a {@link RecordedObserver}. */
export function createRecordedObserver(): RecordedObserver {
  const calls: RecordedObserver["calls"] = [];
  const note =
    (name: string) =>
    (told?: unknown): void =>
      void calls.push([name, told]);
  return {
    calls,
    count: (name, ...told) =>
      calls.filter((call) => call[0] === name && (told.length === 0 || call[1] === told[0])).length,
    connectionOpened: note("connectionOpened"),
    connectionClosed: note("connectionClosed"),
    connectionRefused: note("connectionRefused"),
    newcomerPaused: note("newcomerPaused"),
    frameAccepted: note("frameAccepted"),
    frameSettled: note("frameSettled"),
    fault: note("fault"),
    targetReset: note("targetReset"),
    letterBatch: note("letterBatch"),
    visionRestarted: note("visionRestarted"),
    processLent: note("processLent"),
    processOffered: note("processOffered"),
    remoteAnswered: note("remoteAnswered"),
    remoteLost: note("remoteLost"),
  };
}
