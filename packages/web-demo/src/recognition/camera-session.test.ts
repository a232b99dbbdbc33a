import { describe, expect, test } from "bun:test";
import { SignifyError } from "@signify/client-sdk";
import { deferred } from "@signify/core/testing";
import type { PictureSource } from "../camera/picture-source.ts";
import type { Recognizer } from "./recognizer.ts";
import { createScriptedHand, createScriptedSession, createScriptedSource } from "./scripted-session.ts";

const busy = () => new SignifyError("camera-busy", "expected a camera that is free");

describe("the phases of a session", () => {
  test("are off, starting, on and off again", async () => {
    const { session, sources, recognizers } = createScriptedSession();
    expect(session.phase.value).toBe("off");
    const started = session.startCamera();
    expect(session.phase.value).toBe("starting");
    await started;
    expect(session.phase.value).toBe("on");
    session.stop();
    expect(session.phase.value).toBe("off");
    expect(sources.map(({ stopped }) => stopped)).toEqual([true]);
    expect(recognizers.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test("are loading while the camera is there and the recognizer is not", async () => {
    const recognizer = deferred<Recognizer>();
    const { session, timing } = createScriptedSession({ openRecognizer: () => recognizer.promise });
    void session.startCamera();
    await timing.advance(0);
    expect(session.phase.value).toBe("loading");
    recognizer.resolve({ setTarget() {}, myHand: createScriptedHand() });
    await timing.advance(0);
    expect(session.phase.value).toBe("on");
  });

  test("are starting until the camera is allowed, also when the recognizer is ready", async () => {
    const camera = deferred<PictureSource>();
    const { session, recognizers, timing } = createScriptedSession({ openCamera: () => camera.promise });
    void session.startCamera();
    await timing.advance(0);
    expect(recognizers).toHaveLength(1);
    expect(session.phase.value).toBe("starting");
    camera.resolve(createScriptedSource("late"));
    await timing.advance(0);
    expect(session.phase.value).toBe("on");
  });
});

describe("a camera that opens too late", () => {
  test("is stopped when the session was stopped meanwhile", async () => {
    const camera = deferred<PictureSource>();
    const { session } = createScriptedSession({ openCamera: () => camera.promise });
    const started = session.startCamera();
    session.stop();
    const late = createScriptedSource("late");
    camera.resolve(late);
    await started;
    expect(late.stopped).toBe(true);
    expect(session.phase.value).toBe("off");
  });

  test("is stopped when a file took its place, and its failure is not told", async () => {
    const cameras = [deferred<PictureSource>(), deferred<PictureSource>()];
    let asked = 0;
    const { session, timing } = createScriptedSession({
      openCamera: () => cameras[asked++]!.promise,
    });
    void session.startCamera();
    void session.startCamera();
    await session.startFile(new Blob());
    const late = createScriptedSource("late");
    cameras[0]!.resolve(late);
    cameras[1]!.reject(busy());
    await timing.advance(0);
    expect(late.stopped).toBe(true);
    expect(session.phase.value).toBe("on");
    expect(session.sourceKind.value).toBe("file");
    expect(session.problem.value).toBeUndefined();
  });
});

describe("what goes wrong", () => {
  test("with the camera is told, and the next start forgets it", async () => {
    let failing = true;
    const { session } = createScriptedSession({
      openCamera: async () => {
        if (failing) throw busy();
        return createScriptedSource("late");
      },
    });
    await session.startCamera();
    expect(session.phase.value).toBe("off");
    expect(session.problem.value).toBe("camera-busy");
    failing = false;
    await session.startCamera();
    expect(session.problem.value).toBeUndefined();
    expect(session.phase.value).toBe("on");
  });

  test("with the recognizer stops the camera", async () => {
    const { session, sources } = createScriptedSession({
      openRecognizer: async () => {
        throw new SignifyError("hands-failed", "expected a hand model");
      },
    });
    await session.startCamera();
    expect(session.problem.value).toBe("hands-failed");
    expect(session.phase.value).toBe("off");
    expect(sources.every(({ stopped }) => stopped)).toBe(true);
  });

  test("and may be the network's is tried again when that is back, unless the learner has stopped", async () => {
    let failing = true;
    const { session, bringNetworkBack, timing } = createScriptedSession({
      openRecognizer: async () => {
        if (failing) throw new SignifyError("letters-failed", "expected a letter model");
        return { setTarget() {}, myHand: createScriptedHand() };
      },
    });
    await session.startCamera();
    expect(session.problem.value).toBe("letters-failed");
    failing = false;
    bringNetworkBack();
    await timing.advance(0);
    expect([session.phase.value, session.problem.value]).toEqual(["on", undefined]);
    session.stop();
    bringNetworkBack();
    await timing.advance(0);
    expect(session.phase.value).toBe("off");
  });

  test("and is not the network's is not tried again by itself", async () => {
    const { session, bringNetworkBack, timing } = createScriptedSession({
      openCamera: async () => {
        throw busy();
      },
    });
    await session.startCamera();
    bringNetworkBack();
    await timing.advance(0);
    expect(session.problem.value).toBe("camera-busy");
  });

  test("a camera that is unplugged is told", async () => {
    const { session, sources, timing } = createScriptedSession();
    await session.startCamera();
    sources[0]!.openAgain = () => Promise.reject(new SignifyError("camera-lost", "made up"));
    sources[0]!.lose();
    await timing.advance(0);
    expect(session.problem.value).toBe("camera-lost");
    expect(session.phase.value).toBe("off");
  });

  test("a camera that is unplugged after it was stopped is nobody's problem", async () => {
    const { session, sources } = createScriptedSession();
    await session.startCamera();
    session.stop();
    sources[0]!.lose();
    expect(session.problem.value).toBeUndefined();
  });

  test("a recognizer that ends is told, one that was replaced is not", async () => {
    const { session, recognizers, changeSettings, timing } = createScriptedSession();
    await session.startCamera();
    changeSettings({ place: "landmarks" });
    await timing.advance(0);
    recognizers[0]!.tell({ type: "ended", error: new SignifyError("unreachable", "gone") });
    expect(session.phase.value).toBe("on");
    recognizers[1]!.tell({ type: "ended", error: new SignifyError("unauthorized", "expected a token") });
    expect(session.problem.value).toBe("refused");
    expect(session.phase.value).toBe("off");
  });
});

describe("a camera that is lost for a moment", () => {
  const gone = { type: "ended", error: new SignifyError("camera-lost", "made up") } as const;
  const namesOf = ({ sources }: ReturnType<typeof createScriptedSession>) =>
    sources.map(({ name, stopped }) => `${name}${stopped ? ", stopped" : ""}`);

  test("is opened again, with a recognizer of its own", async () => {
    const scripted = createScriptedSession();
    const { session, sources, recognizers, timing } = scripted;
    await session.startCamera();
    sources[0]!.lose();
    expect(session.phase.value).toBe("starting");
    await timing.advance(0);
    expect([session.phase.value, session.problem.value]).toEqual(["on", undefined]);
    expect(namesOf(scripted)).toEqual(["usual, stopped", "usual again"]);
    expect(recognizers.map(({ signal }) => signal.aborted)).toEqual([true, false]);
  });

  test("is opened again once, whoever tells of it", async () => {
    const scripted = createScriptedSession();
    const { session, sources, recognizers, timing } = scripted;
    await session.startCamera();
    recognizers[0]!.tell(gone);
    sources[0]!.lose();
    await timing.advance(0);
    expect(namesOf(scripted)).toEqual(["usual, stopped", "usual again"]);
  });

  test("before it has shown anything is asked for anew", async () => {
    const cameras = [deferred<PictureSource>(), deferred<PictureSource>()];
    let asked = 0;
    const { session, recognizers, timing } = createScriptedSession({
      openCamera: () => cameras[asked++]!.promise,
    });
    void session.startCamera();
    await timing.advance(0);
    recognizers[0]!.tell(gone);
    const [first, second] = [createScriptedSource("first"), createScriptedSource("second")];
    cameras[0]!.resolve(first);
    cameras[1]!.resolve(second);
    await timing.advance(0);
    expect(session.phase.value).toBe("on");
    expect([first.stopped, second.stopped]).toEqual([true, false]);
  });

  test("and soon again is told, but not one that has worked meanwhile", async () => {
    const { session, sources, timing } = createScriptedSession();
    await session.startCamera();
    sources[0]!.lose();
    await timing.advance(10_000);
    sources[1]!.lose();
    await timing.advance(9_999);
    expect(session.phase.value).toBe("on");
    sources[2]!.lose();
    expect([session.phase.value, session.problem.value]).toEqual(["off", "camera-lost"]);
    await session.startCamera();
    expect(session.phase.value).toBe("on");
  });

  test("and is no camera is told at once", async () => {
    const { session, sources } = createScriptedSession();
    await session.startFile(new Blob());
    sources[0]!.lose();
    expect(session.problem.value).toBe("camera-lost");
  });
});

describe("settings that change", () => {
  test("start a recognizer at the other place, on the same camera", async () => {
    const { session, sources, recognizers, changeSettings, timing } = createScriptedSession();
    await session.startCamera();
    changeSettings({ place: "pictures" });
    expect(session.phase.value).toBe("loading");
    await timing.advance(0);
    expect(session.phase.value).toBe("on");
    expect(recognizers.map(({ place, signal }) => [place, signal.aborted])).toEqual([
      ["device", true],
      ["pictures", false],
    ]);
    expect(sources.map(({ stopped }) => stopped)).toEqual([false]);
  });

  test("count also while the camera is asked for: nothing goes where it went before", async () => {
    const camera = deferred<PictureSource>();
    const { session, recognizers, changeSettings, timing } = createScriptedSession({
      openCamera: () => camera.promise,
    });
    changeSettings({ place: "pictures" });
    void session.startCamera();
    changeSettings({ place: "device" });
    camera.resolve(createScriptedSource("late"));
    await timing.advance(0);
    expect(recognizers.map(({ place, signal }) => [place, signal.aborted])).toEqual([
      ["pictures", true],
      ["device", false],
    ]);
    expect(session.phase.value).toBe("on");
  });

  test("open the other camera, but do not end a file", async () => {
    const { session, sources, changeSettings, timing } = createScriptedSession();
    await session.startCamera();
    changeSettings({ camera: "second" });
    await timing.advance(0);
    expect(sources.map(({ name, stopped }) => [name, stopped])).toEqual([
      ["usual", true],
      ["second", false],
    ]);
    await session.startFile(new Blob());
    changeSettings({ camera: "" });
    await timing.advance(0);
    expect(sources.map(({ name }) => name)).toEqual(["usual", "second", "file"]);
  });

  test("start nothing while the session is off, and nothing when something else changes", async () => {
    const { session, recognizers, changeSettings, timing } = createScriptedSession();
    changeSettings({ place: "landmarks", camera: "second" });
    await timing.advance(0);
    expect(recognizers).toHaveLength(0);
    await session.startCamera();
    changeSettings({ theme: "dark" });
    await timing.advance(0);
    expect(recognizers.map(({ place }) => place)).toEqual(["landmarks"]);
  });
});
