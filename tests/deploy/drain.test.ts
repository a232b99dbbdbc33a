import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { metricsAtRest } from "../support/metrics.ts";
import { signingHand } from "../support/signing-hand.ts";
import { until } from "../support/with-deadline.ts";
import { type Learner, startLearner } from "./support/learner.ts";
import { hasProgram } from "./support/program.ts";
import { type RunningProxy, startProxy } from "./support/proxy.ts";

/** One of two servers behind nginx is told to stop while learners are at it. */

const missing = ["nginx", "openssl"].filter((name) => !hasProgram(name));
const learners = 6;

describe.skipIf(missing.length > 0)("the drain of one of two servers (needs nginx and openssl)", () => {
  let servers: [LaunchedServer, LaunchedServer];
  let proxy: RunningProxy;
  beforeAll(async () => {
    const environment = { TRUST_PROXY: "true", DRAIN_SECONDS: "600", THROTTLE_PROBABILITY_THRESHOLD: "0" };
    servers = await Promise.all([launchServer({ environment }), launchServer({ environment })]);
    proxy = await startProxy([servers[0].port, servers[1].port]);
  });
  afterAll(async () => {
    await proxy?.[Symbol.asyncDispose]();
    for (const server of servers ?? []) await server[Symbol.asyncDispose]();
  });

  const connectionsOf = async (server: LaunchedServer) =>
    sumOfMetric(await readMetrics(server), "signify_connections");

  test("moves every learner to the other one, with the target, and no learner is without a session", async () => {
    const people = await Promise.all(
      Array.from({ length: learners }, () =>
        startLearner(proxy, 33, (client, frame) => client.sendLandmarks(signingHand(frame))),
      ),
    );
    const allHear = (least: (one: Learner) => number) =>
      until("letters of every learner", () => people.every((one) => one.letters > least(one)));
    await allHear(() => 5);
    const [stopping, staying] = servers;
    expect(await connectionsOf(stopping)).toBeGreaterThan(0);

    const before = new Map(people.map((one) => [one, one.letters]));
    for (const one of people) one.silence = 0;
    for (const { client } of people) client.setTarget("K");
    stopping.signal("SIGTERM");
    expect(await stopping.exited).toBe(0);
    await allHear((one) => (before.get(one) ?? 0) + 5);

    expect(await connectionsOf(staying)).toBe(learners);
    expect(people.flatMap(({ states }) => states)).toEqual([]);
    expect(people.map(({ wrong }) => wrong)).toEqual(people.map(() => 0));
    expect(people.map(({ client }) => client.target)).toEqual(people.map(() => "K"));
    const dropped = people.reduce((sum, { client }) => sum + client.counts.dropped.disconnected, 0);
    const silence = Math.round(Math.max(...people.map((one) => one.silence)));
    process.stderr.write(
      `drain: ${learners} learners, ${dropped} frames without a session, longest silence ${silence} ms\n`,
    );
    for (const one of people) one.stop();
    await metricsAtRest(staying);
  }, 120_000);
});
