import { signal } from "@preact/signals";
import { createManualTiming, type ManualTiming } from "@signify/client-sdk/testing";
import type { Letter } from "@signify/core";
import type { PictureSource } from "../camera/picture-source.ts";
import { defaultSettings, type Settings } from "../shell/settings.ts";
import { type CameraSession, type CameraSessionOptions, createCameraSession } from "./camera-session.ts";
import type { Reading, RecognizerEvent, RecognizerOptions } from "./recognizer.ts";

/** A source that a test can take away. */
export type ScriptedSource = PictureSource & { name: string; stopped: boolean; lose(): void };

/** A recognizer that a test speaks for. */
export type ScriptedRecognizer = Pick<RecognizerOptions, "place" | "signal"> & {
  targets: (Letter | null)[];
  tell(event: RecognizerEvent): void;
};

/** A session on manual time, with sources and recognizers that are told by a test what to do. */
export type ScriptedSession = {
  session: CameraSession;
  timing: ManualTiming;
  /** All that were opened, the newest last. */
  sources: ScriptedSource[];
  recognizers: ScriptedRecognizer[];
  changeSettings(changes: Partial<Settings>): void;
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

  const openSource = async (name: string) => {
    const source = createScriptedSource(name);
    sources.push(source);
    return source;
  };
  const session = createCameraSession({
    settings,
    openCamera: (deviceId) => openSource(deviceId || "usual"),
    openFile: () => openSource("file"),
    async openRecognizer({ place, target, signal, onEvent }) {
      const targets = [target];
      recognizers.push({ place, signal, targets, tell: onEvent });
      return { setTarget: (letter) => void targets.push(letter) };
    },
    brightness: () => 120,
    hidden: () => false,
    ...timing,
    ...overrides,
  });
  const tell = (event: RecognizerEvent) => recognizers.at(-1)?.tell(event);
  return {
    session,
    timing,
    sources,
    recognizers,
    changeSettings(changes) {
      settings.value = { ...settings.value, ...changes };
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
