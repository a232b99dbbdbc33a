import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { connect, type SignifyClient } from "@signify/client-sdk";
import type { Letter, ServerMessage } from "@signify/core";
import { type LaunchedServer, launchServer, sumOfMetric } from "@signify/server/launch";
import { nextEvent } from "../client-sdk/support/next-event.ts";
import { answerEveryFrame, joinBystander } from "../support/bystander.ts";
import { switchOnCamera } from "../support/camera.ts";
import { metricsAtRest } from "../support/metrics.ts";
import { expectTypedMessages } from "../support/replies.ts";
import { signingHand } from "../support/signing-hand.ts";
import { until } from "../support/with-deadline.ts";
import { type TappedSockets, tapSockets } from "./tapped-sockets.ts";
import { type ToxicCase, toxics } from "./toxics.ts";
import {
  hasToxiproxy,
  startToxiproxy,
  type ToxicLink,
  type Toxiproxy,
  withoutToxiproxy,
} from "./toxiproxy.ts";

/** Bad links between the SDK and a real server, while a bystander on a good one is served. */

/** What must hold on every link, and as what it is told in the table. */
const invariants = [
  "no old epoch",
  "in frame order",
  "frames counted once",
  "letters again",
  "bystander served",
] as const;
/** By how much each was tried. */
type Held = Record<(typeof invariants)[number], string>;
const table = new Map<string, Held>();

let server: LaunchedServer;
let toxiproxy: Toxiproxy;
beforeAll(async () => {
  if (!hasToxiproxy) return;
  server = await launchServer({ environment: { ...answerEveryFrame, IDLE_TIMEOUT_SECONDS: "10" } });
  toxiproxy = await startToxiproxy();
});
afterAll(async () => {
  if (!hasToxiproxy) return;
  await server[Symbol.asyncDispose]();
  await toxiproxy[Symbol.asyncDispose]();
  const head = ["toxic", ...invariants].map((cell) => cell.padEnd(21)).join("");
  const rows = [...table].map(([name, held]) =>
    [name, ...invariants.map((invariant) => held[invariant])].map((cell) => cell.padEnd(21)).join(""),
  );
  process.stderr.write(`${[head, ...rows].map((row) => row.trimEnd()).join("\n")}\n`);
});

/** A letter of this target comes: the link carries frames there and answers back. */
async function letterFor(client: SignifyClient, target: Letter): Promise<void> {
  client.setTarget(target);
  await nextEvent(client, "prediction", (prediction) => prediction.target === target);
}

/** Makes a link bad and stays on it until that has been felt. */
async function endure(
  client: SignifyClient,
  link: ToxicLink,
  sockets: TappedSockets,
  toxic: ToxicCase,
): Promise<void> {
  const { offered } = client.counts;
  const lost = nextEvent(client, "state", ({ reason }) => reason === "lost");
  await link.poison(toxic);
  if (toxic.closes) sockets.closeNewest();
  client.setTarget("B");
  client.setTarget("C");
  if (toxic.loses) {
    await lost;
    client.setTarget("D");
  } else {
    await letterFor(client, "D");
  }
  await until("a second of frames", () => client.counts.offered >= offered + 30);
}

describe.skipIf(!hasToxiproxy)(`on a bad link${withoutToxiproxy}`, () => {
  test.each(toxics.map((toxic) => [toxic.name, toxic] as const))(
    "%s: no old letter, frames in order and counted once, letters again afterwards, and nobody else is touched",
    async (name, toxic) => {
      const before = sumOfMetric(await metricsAtRest(server), "signify_frames_accepted_total");
      const link = await toxiproxy.link(name, server.port);
      using bystander = await joinBystander(server.url);
      const sockets = tapSockets();
      await using client = await connect({
        url: link.url,
        target: "A",
        WebSocket: sockets.WebSocket,
        connectTimeout: 1000,
        keepAliveInterval: 500,
        keepAliveTimeout: 1000,
      });
      let old = 0;
      client.on("prediction", ({ target }) => {
        if (target !== client.target) old += 1;
      });
      using camera = switchOnCamera((frame) => client.sendLandmarks(signingHand(frame)), 33);
      await letterFor(client, "A");

      await endure(client, link, sockets, toxic);
      await bystander.isServed();
      await link.heal();
      await letterFor(client, "E");

      camera.off();
      client.close();
      const { frames, letters } = await bystander.leaves();
      const metrics = await metricsAtRest(server);
      const arrived = sumOfMetric(metrics, "signify_frames_accepted_total") - before - frames;
      const { offered, sent, dropped } = client.counts;
      expect(old).toBe(0);
      const told = sockets.conversations.map((conversation) => expectInOrder(conversation, offered));
      const sum = (of: "resets" | "letters") => told.reduce((total, one) => total + one[of], 0);
      expect(offered).toBe(sent + Object.values(dropped).reduce((sum, count) => sum + count, 0));
      expect(arrived).toBeWithin(toxic.loses ? 1 : sent, sent + 1);
      expect(letters).toBeGreaterThan(0);
      table.set(name, {
        "no old epoch": `${sum("resets")} resets`,
        "in frame order": `${sum("letters")} letters`,
        "frames counted once": `${arrived} of ${sent} arrived`,
        "letters again": `connection ${told.length}`,
        "bystander served": `${letters} letters`,
      });
    },
  );
});

/**
 * Holds what came on one connection to the protocol: epochs never go back, and letters are about frames
 * that were offered, in their order. Answers how many resets and letters there were.
 */
function expectInOrder(
  conversation: readonly ServerMessage[],
  offered: number,
): { resets: number; letters: number } {
  expectTypedMessages(conversation);
  let epoch = 0;
  let newest = -1;
  let letters = 0;
  for (const message of conversation) {
    if (message.type === "session.ready" || message.type === "target.reset") {
      expect(message.epoch).toBe(epoch + 1);
      epoch = message.epoch;
    }
    if (message.type !== "prediction") continue;
    expect(message.epoch).toBe(epoch);
    expect(message.sequence).toBeWithin(newest + 1, offered + 1);
    newest = message.sequence;
    letters += 1;
  }
  return { resets: epoch, letters };
}
