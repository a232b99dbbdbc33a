import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RecognitionMode } from "@signify/core";
import { type LaunchedServer, launchServer, sumOfMetric } from "@signify/server/launch";
import { connect, connectTyped } from "../support/client.ts";
import {
  arithmeticCoded,
  endlessColorProfile,
  grayInScans,
  inComponents,
  tangledExif,
  withDamagedGainMap,
  withSegments,
} from "../support/costly-pictures.ts";
import { metricsAtRest } from "../support/metrics.ts";
import { letterPicture, originalFrame, solidPicture, typedFrame } from "../support/pictures.ts";
import { type ErrorReply, expectTypedMessages } from "../support/replies.ts";
import { runCommand } from "../support/run-command.ts";

/** Small pictures that would cost a decoder seconds, or make it read or write where it must not. */

let server: LaunchedServer;
beforeAll(async () => {
  server = await launchServer();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

const jpeg = letterPicture("B");

type Refused = [string, () => Uint8Array | Promise<Uint8Array>, RecognitionMode, string, RegExp];

const refused: Refused[] = [
  [
    "arithmetic coding in 57 scans",
    () => arithmeticCoded(4096, 4, 57),
    "live",
    "bad-picture",
    /coded by Huffman/,
  ],
  ["arithmetic coding in one scan", () => arithmeticCoded(64, 3, 1), "still", "bad-picture", /by Huffman/],
  ["two components", () => inComponents(2), "live", "bad-picture", /1, 3 or 4 components/],
  ["two components in a still", () => inComponents(2), "still", "bad-picture", /1, 3 or 4 components/],
  ["57 scans of 4096 × 4096", () => grayInScans(4096, 4, 57), "still", "picture-too-large", /fewer scans/],
  ["57 scans of 1920 × 1920", () => grayInScans(1920, 4, 57), "live", "picture-too-large", /fewer scans/],
  [
    "a live frame as large as a still",
    () => solidPicture(1921, 8),
    "live",
    "picture-too-large",
    /1920 × 1920/,
  ],
];

describe("refused by what it says of itself", () => {
  test.each(refused)("%s", async (_, make, mode, code, message) => {
    using client = await connectTyped(server.url, { mode });
    client.send(typedFrame(await make(), 7));
    const error = await client.next("error");
    expect(error).toMatchObject({ code, sequence: 7, retryable: false });
    expect(error.message).toMatch(message);
    expectTypedMessages(client.messages);
  });

  test.each(refused.filter(([, , mode]) => mode === "live"))(
    "%s, on the original protocol",
    async (...row) => {
      const [, make, , , message] = row;
      using client = await connect(server.url);
      client.send(originalFrame(await make()));
      expect((await client.next<ErrorReply>()).error).toMatch(message);
    },
  );
});

describe("read in spite of", () => {
  test.each<[string, () => Uint8Array]>([
    ["EXIF whose entries lead to themselves", () => withSegments(jpeg, tangledExif())],
    ["a color profile of 50,000 matrices", () => withSegments(jpeg, ...endlessColorProfile(50_000))],
    ["a damaged gain map", () => withDamagedGainMap(jpeg, "MARKER")],
  ])("%s", async (_, make) => {
    using client = await connectTyped(server.url, { mode: "still" });
    client.send(typedFrame(make(), 1));
    expect((await client.next("prediction")).letter).toBe("B");
  });
});

test("a still may be larger than a live frame", async () => {
  using client = await connectTyped(server.url, { mode: "still", events: ["status"] });
  client.send(typedFrame(await solidPicture(4000, 3000), 1));
  expect(await client.next("status")).toMatchObject({ state: "no-hand" });
});

test("a picture's metadata are not printed into a command's answer", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signify-"));
  try {
    const path = join(folder, "gain map.jpg");
    await Bun.write(path, withDamagedGainMap(jpeg, "MARKER"));
    const { output, complaints } = await runCommand("recognize", ["--json", path]);
    expect(complaints).toBe("");
    expect(output).toEndWith("}\n");
    expect(JSON.parse(output)).toMatchObject({ letter: "B" });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("no vision process was lost to any of them", async () => {
  const metrics = await metricsAtRest(server);
  expect(sumOfMetric(metrics, "signify_vision_restarts_total")).toBe(0);
  expect(sumOfMetric(metrics, "signify_frames_accepted_total")).toBe(
    sumOfMetric(metrics, "signify_frames_total"),
  );
  expect(server.complaints).toBe("");
});
