import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { originalResetReply } from "@signify/core/protocol";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { metricsAtRest } from "../support/metrics.ts";
import { closes } from "./closing.ts";
import type { ConformanceCase } from "./conformance-case.ts";
import { fragmentation } from "./fragmentation.ts";
import { framing } from "./framing.ts";
import { pings } from "./pings.ts";
import { type Dialect, playCase } from "./play-case.ts";
import { reservedBits } from "./reserved-bits.ts";
import { unknownOpcodes } from "./unknown-opcodes.ts";
import { utf8 } from "./utf8.ts";

/** The WebSocket protocol itself (RFC 6455) by the groups of the Autobahn suite, compression apart: it is off. */

const groups: Record<string, ConformanceCase[]> = {
  framing,
  "pings and pongs": pings,
  "reserved bits": reservedBits,
  opcodes: unknownOpcodes,
  fragmentation,
  "UTF-8": utf8,
  closing: closes,
};

const dialects: Record<string, Dialect> = {
  "the original protocol": {
    path: "/",
    message: '{"jpeg_blob":null,"new_letter":"C"}',
    answer: originalResetReply,
  },
  "the typed protocol": {
    path: "/v1/recognize",
    message: '{"type":"ping","id":7}',
    answer: '{"type":"pong","id":7}',
  },
};

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer({ environment: { THREAD_POOL_MAX_WORKERS: "1" } });
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const passed = new Map<string, number>();

describe.each(Object.entries(dialects))("on %s", (_, dialect) => {
  describe.each(Object.entries(groups))("%s", (group, cases) => {
    test.each(cases.map((one) => [one.name, one] as const))("%s", async (_name, one) => {
      expect(await playCase(server.port, one, dialect)).toEqual(one.received);
      passed.set(group, (passed.get(group) ?? 0) + 1);
    });
  });
});

test("after all that nobody is connected, nothing is under way, and nothing was logged", async () => {
  await metricsAtRest(server);
  expect(server.log.map(({ msg }) => msg)).toEqual(["listening", "ready"]);
  expect(server.complaints).toBe("");
  const rows = Object.entries(groups).map(
    ([group, cases]) => `${group.padEnd(16)} ${passed.get(group) ?? 0} of ${2 * cases.length}`,
  );
  process.stderr.write(`WebSocket conformance, cases that passed:\n${rows.join("\n")}\n`);
});
