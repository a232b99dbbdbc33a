import { type LocatedHands, landmarkFrameLength, noTracking } from "@signify/core";
import type { FreeProcess } from "@signify/workers";
import { borrowProcesses, lendProcesses, subjectsOf } from "@signify/workers/cluster";
import { createMemoryBroker, type MemoryEngine } from "@signify/workers/testing";
import type { Picture } from "../simulated-server.ts";
import type { Design, DesignOptions, Fault } from "./design.ts";

const subjects = subjectsOf("signify", "simulated");
/** Milliseconds for one picture, as a server has it where nothing else is set. */
const timeout = 5000;

const located: LocatedHands = {
  landmarks: new Float32Array(landmarkFrameLength),
  hands: 0,
  aspect: 4 / 3,
  tracking: noTracking,
  timings: { decode: 0, palm: 0, warp: 0, hand: 0 },
};

/** What stands, in its own code: free processes and waiting connections find each other in two groups of the engine. */
export function createLeaseDesign(options: DesignOptions): Design {
  const { time, random, hop } = options;
  const { clock, timers } = time;
  const broker = createMemoryBroker({ timers, latency: hop, random: () => random.between(0, 1) });
  const offers: Record<string, number> = { taken: 0, passed: 0, nobody: 0, lost: 0 };
  /** A picture's bytes are its number here. */
  const pictures = new Map<number, Picture>();
  let numbered = 0;
  const servers: ReturnType<typeof breakable>[] = [];

  const lookAt = (jpeg: Uint8Array): Promise<LocatedHands> => {
    pictures.get(numberOf(jpeg))?.begin();
    const milliseconds = options.serviceTimes.draw(random);
    return new Promise((resolve) => {
      timers.after(milliseconds, () => {
        options.onLooked(milliseconds);
        resolve(located);
      });
    });
  };

  const workers = Array.from({ length: options.workers }, (_, index) => {
    const line = breakable(broker.connect());
    const lender = lendProcesses({
      engine: line.engine,
      subjects,
      id: `w${index}`,
      clock,
      timers,
      onOffer(end) {
        if (!line.isBroken) offers[end] = (offers[end] ?? 0) + 1;
      },
    });
    const free = (): FreeProcess => ({
      place: "local",
      alive: true,
      broke: false,
      locate: ({ jpeg }) => lookAt(jpeg),
      release: () => {
        if (!line.isBroken) lender.take(free());
      },
    });
    // Networks are not loaded at the same moment everywhere.
    for (let process = 0; process < options.processes; process++)
      timers.after(random.between(0, 100), () => lender.take(free()));
    return line;
  });

  return {
    connect(server) {
      const line = breakable(broker.connect());
      servers.push(line);
      const borrower = borrowProcesses({
        engine: line.engine,
        subjects,
        id: `s${servers.length}`,
        clock,
        timers,
        timeout,
        lend(process) {
          const picture = server.take();
          if (!picture) return false;
          borrower.want(server.waiting);
          void send(picture, process);
          return true;
        },
      });
      return () => borrower.want(server.waiting);
    },
    breakWorker: (index, fault) => workers[index]?.break(fault),
    breakServer: (index, fault) => servers[index]?.break(fault),
    figures: () => ({
      published: broker.published,
      delivered: broker.delivered,
      subscribed: broker.subscribed,
      offers: { ...offers },
    }),
  };

  async function send(picture: Picture, process: FreeProcess): Promise<void> {
    const number = numbered++;
    pictures.set(number, picture);
    const request = { jpeg: bytesOf(number), mirrored: false, mode: "live", tracking: noTracking } as const;
    const isAnswered = await process.locate(request).then(
      () => true,
      () => false,
    );
    pictures.delete(number);
    process.release();
    picture.end(isAnswered);
  }
}

const bytesOf = (number: number) => new Uint8Array(new Float64Array([number]).buffer);
const numberOf = (bytes: Uint8Array) => new Float64Array(bytes.slice().buffer)[0] ?? Number.NaN;

/** A client of the engine that can be killed, or hang: then nothing goes in or out, and the engine does not know it. */
function breakable(engine: MemoryEngine) {
  let broken: Fault | undefined;
  return {
    get isBroken() {
      return broken !== undefined;
    },
    break(fault: Fault) {
      broken = fault;
      if (fault === "killed") engine.disconnect();
    },
    engine: {
      ...engine,
      get isConnected() {
        return engine.isConnected;
      },
      publish(...message: Parameters<MemoryEngine["publish"]>) {
        if (!broken) engine.publish(...message);
      },
      subscribe(...[subject, receive, group]: Parameters<MemoryEngine["subscribe"]>) {
        if (broken) return () => {};
        const stop = engine.subscribe(subject, (message) => broken || receive(message), group);
        return () => {
          if (!broken) stop();
        };
      },
    },
  };
}
