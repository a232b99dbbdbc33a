import { expect, test } from "bun:test";
import { createManualTiming } from "@signify/client-sdk/testing";
import { createAnnouncer } from "./create-announcer.ts";

test("the first announcement is spoken at once, of those that follow soon the last one", async () => {
  const timing = createManualTiming();
  const { spoken, announce } = createAnnouncer(timing);
  announce("Sign the letter A.");
  await timing.advance(0);
  expect(spoken.value).toBe("Sign the letter A.");
  announce("Not yet");
  announce("Almost");
  await timing.advance(1799);
  expect(spoken.value).toBe("Sign the letter A.");
  await timing.advance(1);
  expect(spoken.value).toBe("Almost");
});

test("after a rest an announcement need not wait", async () => {
  const timing = createManualTiming();
  const { spoken, announce } = createAnnouncer(timing);
  announce("Almost");
  await timing.advance(5000);
  announce("Hold it");
  await timing.advance(0);
  expect(spoken.value).toBe("Hold it");
});

test("the same text again costs the next one no time", async () => {
  const timing = createManualTiming();
  const { spoken, announce } = createAnnouncer(timing);
  announce("Almost");
  await timing.advance(2000);
  announce("Almost");
  await timing.advance(0);
  announce("Got it!");
  await timing.advance(0);
  expect(spoken.value).toBe("Got it!");
});

test("today's goal was never spoken, because the next letter was announced at once: what is not to be missed comes with it", async () => {
  const timing = createManualTiming();
  const { spoken, announce } = createAnnouncer(timing);
  announce("Got it: A.");
  await timing.advance(0);
  announce("Today's goal is reached!", { unmissed: true });
  announce("Sign the letter B.");
  await timing.advance(1800);
  expect(spoken.value).toBe("Today's goal is reached! Sign the letter B.");
});

test("a letter that passed soon after a remark was never spoken: it comes with the next letter, and the remark is over", async () => {
  const timing = createManualTiming();
  const { spoken, announce } = createAnnouncer(timing);
  announce("Almost");
  await timing.advance(0);
  announce("Not yet");
  announce("Got it: A.", { unmissed: true });
  await timing.advance(1500);
  announce("Sign the letter B.");
  await timing.advance(300);
  expect(spoken.value).toBe("Got it: A. Sign the letter B.");
});
