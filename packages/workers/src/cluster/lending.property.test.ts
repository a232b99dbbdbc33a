import { expect, test } from "bun:test";
import { noTracking } from "@signify/core";
import { createManualClock, locatedHands, settleMicrotasks } from "@signify/core/testing";
import fc from "fast-check";
import { createMemoryBroker } from "../testing/memory-broker.ts";
import { createScriptedProcess, type ScriptedProcess } from "../testing/scripted-process.ts";
import { borrowProcesses } from "./borrow-processes.ts";
import { lendProcesses } from "./lend-processes.ts";
import { subjectsOf } from "./subjects.ts";

/**
 * Servers and workers in one cluster, whose connections begin and cease to wait, whose processes finish, and whose
 * lines are cut, in any order.
 */
type Step =
  | { do: "wait" | "give up"; server: number }
  | { do: "finish"; worker: number }
  | { do: "cut" | "mend"; who: "server" | "worker"; index: number }
  | { do: "pass"; milliseconds: number };

const subjects = subjectsOf("signify", "test");
const picture = { jpeg: new Uint8Array([1]), mirrored: false, mode: "live", tracking: noTracking } as const;

function createCluster(serverCount: number, processes: number[], seed: number) {
  const clock = createManualClock();
  let state = seed + 1;
  // A generator of Lehmer's: any will do.
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const broker = createMemoryBroker({ timers: clock, random, latency: 1 });
  const ends = { answered: 0, failed: 0 };

  const servers = Array.from({ length: serverCount }, (_, index) => {
    const engine = broker.connect();
    const server = {
      engine,
      waiting: 0,
      sent: 0,
      borrower: undefined as never as ReturnType<typeof borrowProcesses>,
    };
    server.borrower = borrowProcesses({
      engine,
      subjects,
      id: `s${index}`,
      clock,
      timers: clock,
      timeout: 5000,
      lend(process) {
        if (server.waiting === 0) return false;
        server.waiting -= 1;
        server.sent += 1;
        process
          .locate(picture)
          .then(
            () => {
              ends.answered += 1;
            },
            () => {
              ends.failed += 1;
            },
          )
          .finally(() => process.release());
        queueMicrotask(() => server.borrower.want(server.waiting));
        return true;
      },
    });
    return server;
  });

  const workers = processes.map((count, index) => {
    const engine = broker.connect();
    const lender = lendProcesses({ engine, subjects, id: `w${index}`, clock, timers: clock });
    const worker = { engine, lender, out: [] as ScriptedProcess[] };
    const take = () => {
      const process = createScriptedProcess();
      const { release } = process;
      process.release = () => {
        release.call(process);
        worker.out.splice(worker.out.indexOf(process), 1);
        take();
      };
      worker.out.push(process);
      lender.take(process);
    };
    for (let one = 0; one < count; one++) take();
    return worker;
  });
  return { clock, servers, workers, ends };
}

type Cluster = ReturnType<typeof createCluster>;

const settle = async ({ clock }: Cluster, milliseconds: number) => {
  await settleMicrotasks();
  const until = clock() + milliseconds;
  while (clock.runNext(until)) await settleMicrotasks();
  clock.advance(until - clock());
};
const looking = ({ out }: Cluster["workers"][number]) => out.filter((process) => process.picture);

async function play(cluster: Cluster, step: Step) {
  const { servers, workers } = cluster;
  const server = "server" in step ? servers[step.server % servers.length] : undefined;
  if (step.do === "wait" && server) server.borrower.want(++server.waiting);
  if (step.do === "give up" && server && server.waiting > 0) server.borrower.want(--server.waiting);
  if (step.do === "finish")
    looking(workers[step.worker % workers.length] as never)[0]?.answer(locatedHands());
  if (step.do === "pass") await settle(cluster, step.milliseconds);
  if (step.do === "cut" || step.do === "mend") {
    const isServer = step.who === "server";
    const index = step.index % (isServer ? servers : workers).length;
    const { engine } = (isServer ? servers[index] : workers[index]) as {
      engine: Cluster["servers"][0]["engine"];
    };
    if (step.do === "cut" && engine.isConnected) {
      engine.disconnect();
      if (isServer) servers[index]?.borrower.forgetAll();
    }
    if (step.do === "mend" && !engine.isConnected) mend(cluster, isServer, index);
  }
}

function mend({ servers, workers }: Cluster, isServer: boolean, index: number) {
  const server = servers[index];
  const worker = workers[index];
  if (isServer && server) {
    server.engine.reconnect();
    server.borrower.want(server.waiting);
  } else if (worker) {
    worker.engine.reconnect();
    worker.lender.startAnew();
  }
}

const index = fc.nat({ max: 5 });
const usual = [
  fc.record({ do: fc.constantFrom("wait" as const, "give up" as const), server: index }),
  fc.record({ do: fc.constant("wait" as const), server: index }),
  fc.record({ do: fc.constant("finish" as const), worker: index }),
  fc.record({ do: fc.constant("pass" as const), milliseconds: fc.constantFrom(0, 1, 2, 3, 40) }),
];
const cuts = fc.record({
  do: fc.constantFrom("cut" as const, "mend" as const),
  who: fc.constantFrom("server" as const, "worker" as const),
  index,
});
const shape = fc.record({
  servers: fc.integer({ min: 1, max: 3 }),
  processes: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 }),
  seed: fc.nat({ max: 1e6 }),
});

test(
  "as long as nothing is cut, no connection waits beside a free process once all that was said is heard",
  () =>
    fc.assert(
      fc.asyncProperty(shape, fc.array(fc.oneof(...usual), { maxLength: 40 }), async (made, steps) => {
        const cluster = createCluster(made.servers, made.processes, made.seed);
        for (const step of steps) await play(cluster, step as Step);
        // Less than any deadline or second question: nothing was mended by waiting.
        await settle(cluster, 60);
        const waiting = cluster.servers.reduce((sum, server) => sum + server.waiting, 0);
        const free = cluster.workers.flatMap(({ out }) => out.filter((process) => !process.picture)).length;
        expect(Math.min(waiting, free)).toBe(0);
      }),
      { numRuns: 150 },
    ),
  60_000,
);

test(
  "whatever is cut, every picture ends once, no process is lost, and in the end nobody waits beside a free one",
  () =>
    fc.assert(
      fc.asyncProperty(shape, fc.array(fc.oneof(...usual, cuts), { maxLength: 40 }), async (made, steps) => {
        const cluster = createCluster(made.servers, made.processes, made.seed);
        const { servers, workers, ends } = cluster;
        for (const step of steps) await play(cluster, step as Step);
        for (const [at, { engine }] of servers.entries()) if (!engine.isConnected) mend(cluster, true, at);
        for (const [at, { engine }] of workers.entries()) if (!engine.isConnected) mend(cluster, false, at);
        for (let round = 0; round < 100; round++) {
          for (const worker of workers) for (const process of looking(worker)) process.answer(locatedHands());
          await settle(cluster, 20);
        }
        expect(workers.map(({ out }) => out.length)).toEqual(made.processes);
        expect(servers.map(({ waiting }) => waiting)).toEqual(servers.map(() => 0));
        expect(ends.answered + ends.failed).toBe(servers.reduce((sum, { sent }) => sum + sent, 0));
      }),
      { numRuns: 80 },
    ),
  60_000,
);
