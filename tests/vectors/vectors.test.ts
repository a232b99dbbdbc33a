import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { SignifyError } from "@signify/core";
import { decodeFrame, encodeFrame, frameLayoutTable, readClientMessage } from "@signify/core/protocol";
import { vectors } from "./write-vectors.ts";

const read = (name: string) => Bun.file(join(import.meta.dir, name)).json();
const { frames, refused } = (await read("frames.json")) as (typeof vectors)["frames.json"];
const texts = (await read("texts.json")) as (typeof vectors)["texts.json"];

const python = process.env.SIGNIFY_PYTHON ?? "python3";
const hasPython = Boolean(Bun.which(python)) && Bun.spawnSync([python, "-c", ""]).success;

/** The code with which something is refused. */
function refusalOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    if (SignifyError.isInstance(error)) return error.code;
    throw error;
  }
  return undefined;
}

test("the files hold what is written now", async () => {
  for (const [name, content] of Object.entries(vectors))
    expect(await read(name)).toEqual(JSON.parse(JSON.stringify(content)));
});

test("their README shows the header as it is", async () => {
  expect(await Bun.file(join(import.meta.dir, "README.md")).text()).toContain(frameLayoutTable());
});

describe("a frame", () => {
  test.each(frames.map((frame) => [frame.name, frame] as const))("of %s is read and written", (_, vector) => {
    const frame = decodeFrame(Uint8Array.fromHex(vector.message));
    const { sequence, capturedAt, mirrored } = vector;
    expect(frame).toMatchObject({ sequence, capturedAt, mirrored });
    if (frame.kind === "picture") expect(frame.jpeg.toHex()).toBe("payload" in vector ? vector.payload : "");
    else expect(Array.from(frame.landmarks)).toEqual("landmarks" in vector ? vector.landmarks : []);
    expect(encodeFrame(frame).toHex()).toBe(vector.message);
  });

  test.each(refused.map((frame) => [frame.name, frame] as const))("with %s is refused", (_, vector) => {
    expect(refusalOf(() => decodeFrame(Uint8Array.fromHex(vector.message)))).toBe(vector.code);
  });

  test.skipIf(!hasPython)("is read and written alike by a program in Python (needs Python)", () => {
    const { exitCode, stdout, stderr } = Bun.spawnSync([python, join(import.meta.dir, "read_vectors.py")]);
    expect([String(stderr), exitCode]).toEqual(["", 0]);
    expect(String(stdout).trim()).toBe(`${frames.length} frames agree, ${refused.length} are refused`);
  });
});

describe("a text", () => {
  test.each(texts.accepted.map((text) => [JSON.stringify(text), text]))("%s is accepted", (_, text) => {
    expect(readClientMessage(text) as object).toEqual(text as object);
  });
  test.each(texts.refused.map((text) => [JSON.stringify(text), text]))("%s is refused", (_, text) => {
    expect(refusalOf(() => readClientMessage(text))).toBe("bad-message");
  });
});
