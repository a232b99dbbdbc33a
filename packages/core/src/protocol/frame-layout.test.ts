import { expect, test } from "bun:test";
import { pictureFrame } from "../testing/index.ts";
import { encodeFrame, frameHeaderBytes } from "./frame-codec.ts";
import { frameLayout, frameLayoutTable } from "./frame-layout.ts";

const bytes = { u8: 1, u16: 2, u32: 4, f64: 8 };

test("the fields follow each other and fill the header", () => {
  let end = 0;
  for (const { offset, type } of frameLayout) {
    expect(offset).toBe(end);
    end += bytes[type];
  }
  expect(end).toBe(frameHeaderBytes);
});

test("a frame that is written has its fields where the layout says", () => {
  const frame = pictureFrame(0x01020304, { capturedAt: 1.5, mirrored: true });
  const view = new DataView(encodeFrame(frame).buffer);
  const read = { u8: "getUint8", u16: "getUint16", u32: "getUint32", f64: "getFloat64" } as const;
  const fields = Object.fromEntries(
    frameLayout.map(({ name, offset, type }) => [name, view[read[type]](offset, true)]),
  );
  expect(fields).toEqual({ version: 1, kind: 1, flags: 1, sequence: 0x01020304, capturedAt: 1.5 });
});

test("the table has a row for each field and one for the payload", () => {
  expect(frameLayoutTable().split("\n")).toHaveLength(frameLayout.length + 3);
});
