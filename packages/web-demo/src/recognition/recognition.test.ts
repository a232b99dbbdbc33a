import { describe, expect, test } from "bun:test";
import type { RecognitionEvent } from "./recognition.ts";
import { createScriptedSession } from "./scripted-session.ts";

const points = { points: Float32Array.from({ length: 126 }, () => 0.5), aspect: 4 / 3 };

describe("the wanted letter", () => {
  test("reaches a recognizer that is opened later, and one that is being opened", async () => {
    const { session, recognizers } = createScriptedSession();
    session.setTarget("A");
    const started = session.startCamera();
    session.setTarget("B");
    await started;
    session.setTarget("C");
    expect(recognizers[0]!.targets).toEqual(["A", "B", "C"]);
  });

  test("makes what was read before count no more", async () => {
    const { session, read } = createScriptedSession();
    await session.startCamera();
    read("S", 0.9);
    expect(session.reading.value?.letter).toBe("S");
    session.setTarget("B");
    expect(session.reading.value).toBeUndefined();
  });
});

describe("what a recognition tells", () => {
  test("goes to who listens, until they do not", async () => {
    const { session, tell, read } = createScriptedSession();
    const heard: RecognitionEvent["type"][] = [];
    await session.startCamera();
    const stop = session.listen(({ type }) => heard.push(type));
    tell({ type: "link", link: "ok" });
    tell({ type: "points", points });
    tell({ type: "frame" });
    read("A", 0.9);
    stop();
    read("B", 0.9);
    expect(heard).toEqual(["link", "points", "reading"]);
  });

  test("ends with the hand's points, so that no drawing is left behind", async () => {
    const { session, tell } = createScriptedSession();
    await session.startCamera();
    tell({ type: "points", points });
    const heard: RecognitionEvent[] = [];
    session.listen((event) => heard.push(event));
    session.stop();
    expect(heard).toEqual([{ type: "points", points: undefined }]);
  });

  test("a link that is lost is over when the session stops", async () => {
    const { session, tell } = createScriptedSession();
    await session.startCamera();
    tell({ type: "link", link: "lost" });
    expect(session.link.value).toBe("lost");
    session.stop();
    expect(session.link.value).toBe("ok");
  });
});

describe("files that are loaded", () => {
  const loading = { purpose: "recognizer", files: [], loaded: 3, bytes: 10, isDone: false } as const;

  test("are told as long as some are missing", async () => {
    const { session, tell } = createScriptedSession();
    await session.startCamera();
    tell({ type: "loading", loading });
    expect(session.loading.value).toEqual(loading);
    tell({ type: "loading", loading: { ...loading, loaded: 10, isDone: true } });
    expect(session.loading.value).toBeUndefined();
  });

  test("are nobody's any more when the session stops", async () => {
    const { session, tell } = createScriptedSession();
    await session.startCamera();
    tell({ type: "loading", loading });
    session.stop();
    expect(session.loading.value).toBeUndefined();
  });
});

describe("looks at the pictures", () => {
  test("come twice a second, with the rate and the delay", async () => {
    const { session, timing, tell, read } = createScriptedSession();
    await session.startCamera();
    for (let picture = 0; picture < 10; picture += 1) {
      await timing.advance(100);
      tell({ type: "frame" });
      tell({ type: "points", points });
    }
    read("A", 0.9);
    await timing.advance(500);
    expect(session.figures.value?.rate).toBeCloseTo(10 / 1.5);
    expect(session.figures.value?.delay).toBe(0);
    expect(session.slow.value).toBe(false);
  });

  test("advise when no hand is seen for a while", async () => {
    const { session, timing, tell } = createScriptedSession();
    await session.startCamera();
    tell({ type: "hands", state: "no-hand" });
    await timing.advance(1499);
    expect(session.advice.value).toBeUndefined();
    await timing.advance(1);
    expect(session.advice.value).toBe("no-hand");
    tell({ type: "points", points });
    tell({ type: "hands", state: "tracking" });
    await timing.advance(500);
    expect(session.advice.value).not.toBe("no-hand");
  });

  test("find a device slow after ten seconds, but not one whose page is hidden", async () => {
    let hidden = true;
    const { session, timing } = createScriptedSession({ hidden: () => hidden });
    await session.startCamera();
    await timing.advance(20_000);
    expect(session.slow.value).toBe(false);
    expect(session.figures.value).toBeUndefined();
    hidden = false;
    await timing.advance(10_500);
    expect(session.slow.value).toBe(false);
    await timing.advance(500);
    expect(session.slow.value).toBe(true);
  });

  test("end with the session", async () => {
    const { session, timing } = createScriptedSession();
    await session.startCamera();
    await timing.advance(20_000);
    session.stop();
    expect(session.slow.value).toBe(false);
    expect(session.figures.value).toBeUndefined();
    expect(timing.armed).toBe(0);
  });
});
