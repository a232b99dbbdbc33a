import { expect, test } from "bun:test";
import { createManualTiming } from "@signify/client-sdk/testing";
import { type ReadCode, scanFrames } from "./scan-frames.ts";

test("each code that is held up is told once, until another one comes", async () => {
  const shown = [undefined, "", "A", "A", "", "A", "B", "B", "A"];
  const timing = createManualTiming();
  const told: string[] = [];
  const picture: Parameters<ReadCode>[0] = { width: 1, height: 1, data: new Uint8ClampedArray(4) };
  let text: string | undefined;
  const stop = scanFrames({
    grab() {
      text = shown.shift();
      return text === undefined ? undefined : picture;
    },
    read: () => text || undefined,
    onCode: (code) => void told.push(code),
    timers: timing.timers,
  });
  await timing.advance(2000);
  expect(told).toEqual(["A", "B", "A"]);
  stop();
  expect(timing.armed).toBe(0);
});
