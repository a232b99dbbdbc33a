import { connect, type SignifyClient } from "@signify/client-sdk";
import type { RunningProxy } from "./proxy.ts";

/** A learner behind nginx who always signs, and what became of it. */
export type Learner = {
  client: SignifyClient;
  letters: number;
  /** Letters of another target than the one that was wanted when they came. */
  wrong: number;
  states: string[];
  /** Milliseconds of the longest time between two letters since it was last set to 0. */
  silence: number;
  stop(): void;
};

/** Connects through nginx, and shows something every `interval` milliseconds from then on. */
export async function startLearner(
  { certificate, ports }: RunningProxy,
  interval: number,
  show: (client: SignifyClient, frame: number) => void,
): Promise<Learner> {
  class TrustingSocket extends WebSocket {
    constructor(address: string) {
      super(address, { tls: { ca: certificate } } as never);
    }
  }
  const url = `wss://127.0.0.1:${ports.tls}`;
  const client = await connect({ url, target: "B", WebSocket: TrustingSocket as never });
  let frame = 0;
  let heardAt = performance.now();
  const camera = setInterval(() => show(client, frame++), interval);
  const learner: Learner = {
    ...{ client, letters: 0, wrong: 0, states: [], silence: 0 },
    stop() {
      clearInterval(camera);
      client.close();
    },
  };
  client.on("prediction", ({ target }) => {
    const now = performance.now();
    learner.silence = Math.max(learner.silence, now - heardAt);
    heardAt = now;
    learner.letters += 1;
    if (target !== client.target) learner.wrong += 1;
  });
  client.on("state", ({ state }) => learner.states.push(state));
  return learner;
}
