import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import {
  type LaunchedServer,
  launchInVain,
  launchServer,
  readMetrics,
  sumOfMetric,
} from "@signify/server/launch";
import { childrenOf } from "@signify/tools/processes";
import { floods, noisePicture, type StrangerKind } from "@signify/tools/strangers";
import { switchOnCamera } from "../support/camera.ts";
import { type Client, connect, connectTyped } from "../support/client.ts";
import { copyCheckout } from "../support/copy-checkout.ts";
import { holdNetworks, startedVision } from "../support/hold-networks.ts";
import { metricsWhen } from "../support/metrics.ts";
import { letterPicture, originalFrame, typedFrame } from "../support/pictures.ts";
import { hasProc, standStill } from "../support/processes.ts";
import { until } from "../support/with-deadline.ts";

/** What strangers may cost: four of them do their worst, and a learner must hardly notice. */

const jpeg = letterPicture("L");
const restarts = "signify_vision_restarts_total";
const refused = "signify_connections_refused_total";
const frameInterval = 66;
const megabyte = 1024 * 1024;

/** A learner with a camera, who asks for the next letter again and again. */
async function joinLearner(server: LaunchedServer) {
  const client = await connectTyped(server.url, { target: "L", events: ["landmarks"] });
  const camera = switchOnCamera((sequence) => client.send(typedFrame(jpeg, sequence)), frameInterval);
  return {
    client,
    camera,
    /** Frames that came back as hands. */
    seen: () => client.messages.filter(({ type }) => type === "landmarks").length,
    async reset() {
      client.tell({ type: "target.set", target: "L" });
      await client.next("target.reset");
    },
    [Symbol.dispose]() {
      camera.off();
      client.close();
    },
  };
}

/** Strangers who send what their kind does each time again, until they are thrown out. */
async function letIn(
  server: LaunchedServer,
  kind: Pick<StrangerKind, "path" | "send">,
  count: number,
  headers = {},
) {
  const strangers = await Promise.all(
    Array.from({ length: count }, () => connect(new URL(kind.path, server.url).href, headers)),
  );
  const floods = strangers.map((stranger) => {
    const timer = setInterval(() => kind.send(stranger), 25);
    stranger.closed.then(() => clearInterval(timer));
    return stranger.closed;
  });
  return { strangers, closed: Promise.all(floods) };
}

/** Strangers who come back at once each time they are thrown out, until they are disposed of. */
function letComeBack(server: LaunchedServer, kind: StrangerKind, count: number) {
  const ends: number[] = [];
  let isOver = false;
  const present = new Set<Client>();
  const come = async () => {
    while (!isOver) {
      const stranger = await connect(new URL(kind.path, server.url).href);
      if (isOver) return stranger.close();
      present.add(stranger);
      const timer = setInterval(() => kind.send(stranger), 25);
      kind.send(stranger);
      const { code } = await stranger.closed;
      clearInterval(timer);
      present.delete(stranger);
      if (!isOver) ends.push(code);
    }
  };
  const all = Promise.all(Array.from({ length: count }, come));
  return {
    /** The close codes of those who were thrown out so far. */
    ends,
    async [Symbol.asyncDispose]() {
      isOver = true;
      for (const stranger of present) stranger.close();
      await all;
    },
  };
}

/** The server behind a proxy knows its clients by these: each is one of which nothing is remembered. */
let lastAddress = 0;
const fromNewAddress = () => ({ "x-forwarded-for": `10.0.0.${++lastAddress}` });

describe("a flood", () => {
  let server: LaunchedServer;
  let memoryBefore = 0;
  const memory = async () => sumOfMetric(await readMetrics(server), "process_resident_memory_bytes");
  beforeAll(async () => {
    server = await launchServer({ environment: { TRUST_PROXY: "true" } });
    memoryBefore = await memory();
  });
  afterAll(async () => {
    await server[Symbol.asyncDispose]();
  });

  test.each(floods.map((kind) => [kind.name, kind] as const))(
    "of %s is told so and closed with 1008, and a learner's resets and frames are answered",
    async (_, kind) => {
      using learner = await joinLearner(server);
      await learner.reset();
      const { strangers, closed } = await letIn(server, kind, 4, fromNewAddress());
      for (let time = 0; time < 20; time++) await learner.reset();
      const ends = await closed;
      expect(ends.map(({ code }) => code)).toEqual([1008, 1008, 1008, 1008]);
      for (const { messages } of strangers)
        expect(JSON.stringify(messages.at(-1))).toContain("Expected fewer or smaller messages");
      const before = learner.seen();
      await until("the learner's frames", () => learner.seen() > before + 5);
      await learner.reset();
      expect(learner.client.messages.filter(({ type }) => type === "error")).toEqual([]);
    },
  );

  test("of a thousand small texts is read, and told to be too much, but its sender may stay", async () => {
    using client = await connect(server.url, fromNewAddress());
    for (let time = 0; time < 1000; time++) client.send("nothing");
    await client.next("too much", (message) => JSON.stringify(message).includes("Expected fewer"));
    await until("the sender's reset", async () => {
      client.sendJson({ jpeg_blob: null, new_letter: "C" });
      return client.messages.some((message) => Object.hasOwn(message as object, "maxarg_letter"));
    });
  });

  test("has cost no vision process, and little memory", async () => {
    expect(sumOfMetric(await readMetrics(server), restarts)).toBe(0);
    expect((await memory()) - memoryBefore).toBeLessThan(250 * megabyte);
  });
});

test("an honest client on the original protocol, 60 frames of 100 kB a second and resets in bursts, is never refused", async () => {
  await using server = await launchServer();
  using client = await connect(server.url);
  const frame = originalFrame(new Uint8Array([...jpeg, ...new Uint8Array(100_000 - jpeg.length)]));
  using camera = switchOnCamera(() => client.send(frame), 17);
  const isReset = (message: unknown) => (message as { target_arg_prob?: number }).target_arg_prob === 0;
  for (let burst = 0; burst < 4; burst++) {
    for (let time = 0; time < 15; time++) client.sendJson({ jpeg_blob: null, new_letter: "C" });
    await client.next("the resets", isReset);
    await until("frames", () => camera.frames > 60 * (burst + 1));
  }
  expect(client.messages.filter((message) => (message as { error?: string }).error)).toEqual([]);
});

/** The door's own figures: ten throw-outs are remembered at most, and each makes a newcomer wait 0.2 s. */
const longestPause = 2000;
const untilPausesAreLong = 12;

describe.each(floods.map((kind) => [kind.name, kind] as const))(
  "four strangers with %s who come back at once each time",
  (_, kind) => {
    test("are held up, while a learner's resets and frames are answered and a classmate of theirs is let in", async () => {
      await using server = await launchServer();
      using learner = await joinLearner(server);
      await learner.reset();
      const start = performance.now();
      await using strangers = letComeBack(server, kind, 4);
      await until("all to be thrown out twice", () => strangers.ends.length >= 8);
      for (let time = 0; time < 20; time++) await learner.reset();
      using classmate = await joinLearner(server);
      await classmate.reset();
      const [before, beforeClassmate] = [learner.seen(), classmate.seen()];
      await until("the learner's frames", () => learner.seen() > before + 20);
      await until("its classmate's", () => classmate.seen() > beforeClassmate + 5);

      const { length: thrownOut } = strangers.ends;
      const seconds = (performance.now() - start) / 1000;
      // Without the pauses it is hundreds a second.
      expect(thrownOut).toBeLessThanOrEqual(
        untilPausesAreLong + 4 * Math.ceil((1000 * seconds) / longestPause),
      );
      expect(new Set(strangers.ends)).toEqual(new Set([1008]));
      const values = await readMetrics(server);
      expect(sumOfMetric(values, "signify_newcomers_paused_total")).toBeGreaterThanOrEqual(4);
      expect([sumOfMetric(values, refused), sumOfMetric(values, restarts)]).toEqual([0, 0]);
      for (const { client } of [learner, classmate])
        expect(client.messages.filter(({ type }) => type === "error")).toEqual([]);
    });
  },
);

test("a stranger who leaves each time before it is thrown out is held up all the same", async () => {
  await using server = await launchServer();
  for (let time = 0; time < 5; time++) {
    using stranger = await connect(server.url);
    for (let message = 0; message < 550; message++) stranger.send('{"jpeg_blob":5}');
    await stranger.next("an answer", () => true);
    stranger.close();
    await stranger.closed;
  }
  expect(sumOfMetric(await readMetrics(server), "signify_newcomers_paused_total")).toBe(4);
});

test("thirty learners of one address who come all at once, and again, are let in without a wait", async () => {
  await using server = await launchServer();
  for (let time = 0; time < 3; time++) {
    const class_ = await Promise.all(
      Array.from({ length: 30 }, () => connectTyped(server.url, { target: "L" })),
    );
    for (const learner of class_)
      for (let frame = 0; frame < 15; frame++) learner.send(typedFrame(jpeg, frame));
    await Promise.all(
      class_.map((learner) => {
        learner.tell({ type: "target.set", target: "L" });
        return learner.next("target.reset");
      }),
    );
    for (const learner of class_) learner.close();
    await Promise.all(class_.map(({ closed }) => closed));
  }
  const values = await readMetrics(server);
  expect(sumOfMetric(values, "signify_newcomers_paused_total")).toBe(0);
  expect(sumOfMetric(values, refused)).toBe(0);
});

describe("pictures that cost much", () => {
  test("of four strangers leave a learner most of its frames, and kill no vision process", async () => {
    const heavy = await noisePicture(4000);
    await using server = await launchServer();
    using learner = await joinLearner(server);
    await until("the learner's frames", () => learner.seen() > 5);
    let sent = 0;
    const { strangers } = await letIn(
      server,
      {
        path: "/v1/recognize",
        send(socket) {
          if (sent++ < 4) socket.send('{"type":"session.start","mode":"still"}');
          else socket.send(typedFrame(heavy, sent));
        },
      },
      4,
    );
    await metricsWhen(
      server,
      "their pictures",
      (values) => sumOfMetric(values, "signify_frames_accepted_total") > 60,
    );
    const [seen, frames] = [learner.seen(), learner.camera.frames];
    await until("a hundred frames", () => learner.camera.frames >= frames + 100);
    for (let time = 0; time < 5; time++) await learner.reset();
    // Where the machine has nothing else to do it is 0.9; it is 0.05 where processes are lent picture by picture.
    expect(learner.seen() - seen).toBeGreaterThan(30);
    for (const stranger of strangers) stranger.close();
    expect(sumOfMetric(await readMetrics(server), restarts)).toBe(0);
  });

  test("which are always late are told so, and closed with 1008 before they kill more processes, sooner when they come back", async () => {
    await using server = await launchServer({ environment: { VISION_TIMEOUT_MS: "100" } });
    const late = typedFrame(await noisePicture(4000), 1);
    for (const most of [9, 9 + 5]) {
      using stranger = await connectTyped(server.url, { mode: "still" });
      using _camera = switchOnCamera(() => stranger.send(late), 250);
      expect((await stranger.closed).code).toBe(1008);
      expect(stranger.messages.at(-1)).toMatchObject({ type: "error", code: "too-fast" });
      expect(sumOfMetric(await readMetrics(server), restarts)).toBeLessThanOrEqual(most);
    }
  });
});

const ready = "signify_vision_processes_ready";

describe.skipIf(!hasProc || availableParallelism() < 2)("a vision process (needs /proc and 2 cores)", () => {
  test("is told no setting of the server's, its token least of all", async () => {
    await using server = await launchServer({ environment: { AUTH_TOKEN: "MARKER", LOG_LEVEL: "info" } });
    for (const child of childrenOf(server.pid)) {
      const environment = readFileSync(`/proc/${child}/environ`, "utf8");
      expect(environment).not.toContain("MARKER");
      expect(environment).not.toContain("LOG_LEVEL");
      expect(environment.split("\0").filter(Boolean).length).toBeLessThanOrEqual(5);
    }
  });

  test("that hangs while it loads is killed and named in the log, and another one loads", async () => {
    using held = holdNetworks();
    await using server = await launchServer({
      ready: false,
      program: held.program,
      environment: { THREAD_POOL_MAX_WORKERS: "2", VISION_TIMEOUT_MS: "2000" },
    });
    const [hanging = 0, other = 0] = await startedVision(server, 2);
    await standStill(hanging);
    held.letGo();
    process.kill(other, "SIGKILL");
    await server.logged("ready");
    expect(sumOfMetric(await readMetrics(server), ready)).toBe(2);
    const ended = server.log.filter(({ msg }) => msg.startsWith("a vision process ended"));
    expect(ended).toEqual([
      expect.objectContaining({ reason: "ended", delay: 100 }),
      expect.objectContaining({ reason: "slow-to-load", delay: 100 }),
    ]);
  });
});

describe("a network that cannot be loaded", () => {
  const copy = copyCheckout();
  afterAll(() => copy.remove());
  const path = join(copy.models, "hands/dist/hand-landmark-int8.onnx");
  const network = readFileSync(path);

  test.each<[string, Uint8Array]>([
    ["is empty", new Uint8Array()],
    ["was cut off", network.subarray(0, network.length / 2)],
    ["is something else", new TextEncoder().encode("not a network".repeat(1000))],
  ])("because it %s ends the start with one sentence", async (_, bytes) => {
    writeFileSync(path, bytes);
    const { code, complaints } = await launchInVain({ program: copy.program });
    expect(code).toBe(1);
    expect(complaints).toBe("The hand networks cannot be loaded: build them again with `bun run build`.\n");
  });
});
