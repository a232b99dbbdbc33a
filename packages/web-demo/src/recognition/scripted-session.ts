import { signal } from "@preact/signals";
import type { LearnOptions, LearnResult, TaughtHand } from "@signify/client-sdk";
import { createManualTiming, type ManualTiming } from "@signify/client-sdk/testing";
import type { Letter } from "@signify/core";
import type { PictureSource } from "../camera/picture-source.ts";
import { createHandStore, type HandStore } from "../kept-hand/hand-store.ts";
import { createKeptValue } from "../shell/kept-value.ts";
import { createMemoryStorage } from "../shell/memory-storage.ts";
import { defaultSettings, type Settings } from "../shell/settings.ts";
import { type CameraSession, type CameraSessionOptions, createCameraSession } from "./camera-session.ts";
import type { Reading, Recognizer, RecognizerEvent, RecognizerOptions } from "./recognizer.ts";

/** A source that a test can take away. */
export type ScriptedSource = PictureSource & { name: string; stopped: boolean; lose(): void };

/** A recognizer that a test speaks for. */
export type ScriptedRecognizer = Pick<RecognizerOptions, "place" | "signal"> & {
  targets: (Letter | null)[];
  /** What its hand was asked, in order, and the answers that its lessons wait for. */
  hand: {
    asked: string[];
    lessons: (LearnOptions & { letter: Letter; answer: (result: LearnResult) => void })[];
    /** Whether it takes a hand that was kept. */
    fits: boolean;
    letters: TaughtHand["letters"];
  };
  tell(event: RecognizerEvent): void;
};

/** A session on manual time, with sources and recognizers that are told by a test what to do. */
export type ScriptedSession = {
  session: CameraSession;
  handStore: HandStore;
  timing: ManualTiming;
  /** Whether recognizers that are opened from now on take a hand that was kept. */
  handsFit: { value: boolean };
  /** All that were opened, the newest last. */
  sources: ScriptedSource[];
  recognizers: ScriptedRecognizer[];
  changeSettings(changes: Partial<Settings>): void;
  /** The network is back, for those who wait for it. */
  bringNetworkBack(): void;
  /** Tells an event by the newest recognizer. */
  tell(event: RecognizerEvent): void;
  /** The newest recognizer reads a letter of the newest picture; without a verdict it is made of the target's probability. */
  read(letter: Letter, probability: number, targetProbability?: number, verdict?: Reading["verdict"]): void;
};

/** A source of pictures in memory. */
export function createScriptedSource(name: string): ScriptedSource {
  let lose = () => {};
  const source: ScriptedSource = {
    name,
    stopped: false,
    onLost(listener) {
      lose = listener;
    },
    stop() {
      source.stopped = true;
    },
    lose: () => lose(),
  };
  return source;
}

/** Opens a session for a test; `overrides` replace what opens at once and in order. */
export function createScriptedSession(overrides: Partial<CameraSessionOptions> = {}): ScriptedSession {
  const timing = createManualTiming();
  const settings = signal(defaultSettings);
  const sources: ScriptedSource[] = [];
  const recognizers: ScriptedRecognizer[] = [];
  const handStore = createHandStore(createKeptValue(createMemoryStorage(), "hand"));
  const handsFit = signal(true);
  const waiting = new Set<() => void>();

  const openSource = async (name: string): Promise<ScriptedSource> => {
    const source = createScriptedSource(name);
    sources.push(source);
    if (name !== "file") source.openAgain = () => openSource(`${name} again`);
    return source;
  };
  const session = createCameraSession({
    settings,
    openCamera: (deviceId) => openSource(deviceId || "usual"),
    openFile: () => openSource("file"),
    onNetworkBack(listener) {
      waiting.add(listener);
      return () => waiting.delete(listener);
    },
    async openRecognizer({ place, target, signal, onEvent }) {
      const targets = [target];
      const hand: ScriptedRecognizer["hand"] = { ...notAsked(), fits: handsFit.value };
      recognizers.push({ place, signal, targets, hand, tell: onEvent });
      return { setTarget: (letter) => void targets.push(letter), myHand: createScriptedHand(hand) };
    },
    brightness: () => 120,
    hidden: () => false,
    handStore,
    ...timing,
    ...overrides,
  });
  const tell = (event: RecognizerEvent) => recognizers.at(-1)?.tell(event);
  return {
    session,
    handStore,
    handsFit,
    timing,
    sources,
    recognizers,
    changeSettings(changes) {
      settings.value = { ...settings.value, ...changes };
    },
    bringNetworkBack() {
      for (const listener of waiting) listener();
    },
    tell,
    read(letter, probability, targetProbability = probability, verdict = verdictOf(targetProbability)) {
      const target = recognizers.at(-1)?.targets.at(-1) ?? null;
      const capturedAt = timing.clock();
      tell({
        type: "reading",
        reading: { letter, probability, target, targetProbability, verdict, capturedAt },
      });
    },
  };
}

/** What a recognizer would say that shows no look-alikes. */
function verdictOf(targetProbability: number): Reading["verdict"] {
  if (targetProbability >= 0.7) return "shown";
  return targetProbability >= 0.35 ? "almost" : "other";
}

/** The letter model of scripted recognizers. */
export const scriptedModel = { name: "scripted", version: "1", digest: "sc" };

/** The hand of a recognizer that a test speaks for. */
export function createScriptedHand(hand: ScriptedRecognizer["hand"] = notAsked()): Recognizer["myHand"] {
  return {
    learn(letter, options = {}) {
      hand.asked.push(`learn ${letter}`);
      return new Promise((resolve, reject) => {
        options.signal?.addEventListener("abort", () => reject(options.signal?.reason));
        const answer = (result: LearnResult) => {
          if (result.outcome === "learned") hand.letters = { ...hand.letters, [letter]: ["fwA="] };
          resolve(result);
        };
        hand.lessons.push({ ...options, letter: letter as Letter, answer });
      });
    },
    forget(letter) {
      hand.asked.push(`forget ${letter ?? "all"}`);
      const kept = Object.entries(hand.letters).filter(([name]) => letter !== undefined && name !== letter);
      hand.letters = Object.fromEntries(kept);
    },
    export: () => ({ model: scriptedModel, letters: hand.letters }),
    import(taught) {
      const { letters } = taught as TaughtHand;
      hand.asked.push(`import ${Object.keys(letters).join("")}`);
      if (!hand.fits) throw new Error("made up: another model's");
      hand.letters = letters;
    },
  };
}

function notAsked(): ScriptedRecognizer["hand"] {
  return { asked: [], lessons: [], fits: true, letters: {} };
}
