import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { connect, type Recognition, type SignifyError } from "@signify/client-sdk";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasPhotos, photoPath, withoutPhotos } from "@signify/tools/photos";
import sharp from "sharp";
import { switchOnCamera } from "../support/camera.ts";
import { signingHand } from "../support/signing-hand.ts";

let server: LaunchedServer;
let blank: Uint8Array;
beforeAll(async () => {
  server = await launchServer();
  blank = await sharp({ create: { width: 320, height: 240, channels: 3, background: "#888" } })
    .jpeg()
    .toBuffer();
});
afterAll(() => server[Symbol.asyncDispose]());

const lettersOf = (answers: Recognition[]) => answers.map(({ letter }) => letter).join("");

describe("recognize against the real server", () => {
  test.each([
    [10, "still"],
    [2, "live"],
  ] as const)(
    "%d pictures without a hand are as many answers that say so, in mode %p",
    async (count, mode) => {
      await using client = await connect({ url: server.url, mode });
      const answers = await Promise.all(Array.from({ length: count }, () => client.recognize(blank)));
      expect(answers).toHaveLength(count);
      for (const answer of answers) expect(answer).toMatchObject({ letter: null, landmarks: null, top: [] });
    },
  );

  test("a picture that is none rejects its own call, and its neighbors are answered", async () => {
    await using client = await connect({ url: server.url, mode: "still" });
    const broken = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);
    const answers = await Promise.allSettled([blank, broken, blank].map((one) => client.recognize(one)));
    expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    expect((answers[1] as PromiseRejectedResult).reason).toMatchObject({ code: "bad-picture" });
  });

  test("a signal rejects the call that is under way, and the next ones are answered", async () => {
    await using client = await connect({ url: server.url });
    await client.recognize(blank);
    const abort = new AbortController();
    const given = client.recognize(blank, { signal: abort.signal }).catch((error: unknown) => error);
    const next = client.recognize(blank, { target: "A" });
    abort.abort("changed my mind");
    expect((await given) as unknown).toBe("changed my mind");
    expect(await next).toMatchObject({ letter: null, target: "A", verdict: "other" });
  });

  test("a server that goes away rejects every call", async () => {
    await using other = await launchServer();
    await using client = await connect({ url: other.url });
    await client.recognize(blank);
    const calls = Array.from({ length: 10 }, () =>
      client.recognize(blank).catch((error: SignifyError) => error.code),
    );
    other.signal("SIGKILL");
    expect(await Promise.all(calls)).toEqual(Array(10).fill("unreachable"));
  });

  test.skipIf(!hasPhotos)(
    `ten photographs at once are read in order, while a camera of the same client goes on${withoutPhotos}`,
    async () => {
      await using client = await connect({ url: server.url });
      using _camera = switchOnCamera((frame) => client.sendLandmarks(signingHand(frame)), 33);
      const photos = [..."BLYBLYBLYB"].map((letter) => readFileSync(photoPath(`${letter}-f1.jpg`)));
      const answers = await Promise.all(photos.map((photo) => client.recognize(photo, { target: "L" })));
      expect(lettersOf(answers)).toBe("BLYBLYBLYB");
      expect(answers.map(({ verdict }) => verdict === "shown")).toEqual(
        [..."BLYBLYBLYB"].map((letter) => letter === "L"),
      );
      expect(answers.every(({ landmarks }) => landmarks?.length === 126)).toBe(true);
      expect(client.target).toBeNull();
    },
  );
});
