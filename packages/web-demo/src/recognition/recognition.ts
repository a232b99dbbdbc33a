import { batch, computed, type ReadonlySignal, signal } from "@preact/signals";
import type { LearnOptions, LearnResult, TaughtHand } from "@signify/client-sdk";
import type { Loading, Where } from "@signify/client-sdk/on-device";
import { type Clock, type Letter, SignifyError, type Timers } from "@signify/core";
import type { HandStore } from "../kept-hand/hand-store.ts";
import { every } from "../shell/every.ts";
import type { PictureAdvice } from "./picture-advice.ts";
import { createPictureWatch, type Figures, notWatched, type PictureWatch } from "./picture-watch.ts";
import { type ProblemCode, problemOf } from "./problem.ts";
import type { LinkState, OpenRecognizer, Reading, Recognizer, RecognizerEvent } from "./recognizer.ts";
import { forgetReading, nothingSeen, remember } from "./seen.ts";

/** What the screens listen to, besides the signals of a recognition. */
export type RecognitionEvent = Extract<RecognizerEvent, { type: "reading" | "hands" | "points" | "link" }>;

/** What a recognition is made of. */
export type RecognitionOptions = {
  openRecognizer: OpenRecognizer;
  /** Mean luma of the picture that is shown, 0..255. */
  brightness: () => number | undefined;
  /** Whether the page is out of sight. */
  hidden: () => boolean;
  /** How the learner signs, as this browser keeps it. */
  handStore: HandStore;
  /** Told when there is no recognizer any more, and why. */
  onProblem: (code: ProblemCode) => void;
  clock: Clock;
  timers: Timers;
};

/** One recognizer after the other, and what the present one has told. */
export type Recognition = {
  ready: ReadonlySignal<boolean>;
  link: ReadonlySignal<LinkState>;
  /** How far the files are, as long as some are missing. */
  loading: ReadonlySignal<Loading | undefined>;
  reading: ReadonlySignal<Reading | undefined>;
  advice: ReadonlySignal<PictureAdvice | undefined>;
  figures: ReadonlySignal<Figures | undefined>;
  /** This device has found hands too slowly for a while. */
  slow: ReadonlySignal<boolean>;
  /** The kept hand was taught to another letter model than the one that reads, and is not used. */
  handIsStrange: ReadonlySignal<boolean>;
  /** Calls back for every event until the answer is called. */
  listen(listener: (event: RecognitionEvent) => void): () => void;
  /** Sets the wanted letter, also for a recognizer that is started later. */
  setTarget(letter: Letter | null): void;
  /** Learns how the learner signs a letter, and keeps it. @throws SignifyError "closed" while nothing reads. */
  learn(letter: Letter, options: LearnOptions): Promise<LearnResult>;
  /** Forgets how the learner signs a letter. */
  forgetLetter(letter: Letter): void;
  /** Starts a recognizer in place of the one before; it never rejects. */
  start(place: Where): Promise<void>;
  stop(): void;
};

/** Milliseconds between two looks at the light and the figures. */
const lookEvery = 500;

/** A recognition that has not begun. */
export function createRecognition(options: RecognitionOptions): Recognition {
  const { openRecognizer, brightness, hidden, handStore, onProblem, clock, timers } = options;
  const recognizer = signal<Recognizer | undefined>(undefined);
  const link = signal<LinkState>("ok");
  const loading = signal<Loading | undefined>(undefined);
  const seen = signal(nothingSeen);
  const watched = signal(notWatched);
  const handIsStrange = signal(false);
  /** The hand by which the present recognizer reads. */
  let used: TaughtHand | undefined;
  const listeners = new Set<(event: RecognitionEvent) => void>();
  let target: Letter | null = null;
  // Each recognizer has one of its own; one that is over is aborted and not listened to any more.
  let present = new AbortController();

  const tell = (event: RecognitionEvent) => {
    for (const listener of listeners) listener(event);
  };
  const end = () => {
    present.abort();
    batch(() => {
      recognizer.value = undefined;
      loading.value = undefined;
      seen.value = nothingSeen;
      watched.value = notWatched;
    });
    tell({ type: "points", points: undefined });
  };
  const watchPictures = (signal: AbortSignal): PictureWatch => {
    const watch = createPictureWatch({ startedAt: clock(), brightness });
    const stopLooking = every(timers, lookEvery, () => {
      if (hidden()) watch.pause();
      else watched.value = watch.look(seen.value, clock());
    });
    signal.addEventListener("abort", stopLooking, { once: true });
    return watch;
  };

  /** Has the present recognizer read by the hand that is kept. */
  const useHand = () => {
    const { value: opened } = recognizer;
    const { value: hand } = handStore.hand;
    if (!opened || hand === used) return;
    used = hand;
    handIsStrange.value = false;
    try {
      if (hand) opened.myHand.import(hand);
      else opened.myHand.forget();
    } catch {
      opened.myHand.forget();
      handIsStrange.value = true;
    }
  };
  const keepHand = ({ myHand }: Recognizer) => {
    const hand = myHand.export();
    used = Object.keys(hand.letters).length > 0 ? hand : undefined;
    handIsStrange.value = false;
    handStore.keepHand(hand);
  };
  handStore.hand.subscribe(useHand);

  return {
    ready: computed(() => recognizer.value !== undefined),
    link,
    loading,
    reading: computed(() => seen.value.reading),
    advice: computed(() => watched.value.advice),
    figures: computed(() => watched.value.figures),
    slow: computed(() => watched.value.slow),
    handIsStrange,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    setTarget(letter) {
      target = letter;
      seen.value = forgetReading(seen.value);
      recognizer.value?.setTarget(letter);
    },
    async learn(letter, learnOptions) {
      const { value: opened } = recognizer;
      if (!opened) throw new SignifyError("closed", "Expected the camera to be on.");
      const result = await opened.myHand.learn(letter, learnOptions);
      if (result.outcome === "learned" && recognizer.value === opened) keepHand(opened);
      return result;
    },
    forgetLetter(letter) {
      const { value: opened } = recognizer;
      if (opened && !handIsStrange.value) {
        opened.myHand.forget(letter);
        return keepHand(opened);
      }
      const { value: hand } = handStore.hand;
      if (hand) handStore.keepHand(withoutLetter(hand, letter));
    },
    async start(place) {
      end();
      present = new AbortController();
      const { signal } = present;
      let watch: PictureWatch | undefined;
      const onEvent = (event: RecognizerEvent) => {
        if (signal.aborted) return;
        if (event.type === "frame") return watch?.count(clock());
        if (event.type === "loading") {
          loading.value = event.loading.isDone ? undefined : event.loading;
          return;
        }
        if (event.type === "ended") return onProblem(problemOf(event.error));
        batch(() => {
          seen.value = remember(seen.value, event, clock());
          if (event.type === "link") link.value = event.link;
        });
        tell(event);
      };
      try {
        const opened = await openRecognizer({ place, target, signal, onEvent });
        if (signal.aborted) return;
        // It may have changed while the recognizer was opened.
        opened.setTarget(target);
        watch = watchPictures(signal);
        recognizer.value = opened;
        used = undefined;
        useHand();
      } catch (error) {
        if (!signal.aborted) onProblem(problemOf(error));
      }
    },
    stop() {
      end();
      link.value = "ok";
    },
  };
}

function withoutLetter({ model, letters }: TaughtHand, letter: Letter): TaughtHand {
  const { [letter]: _, ...others } = letters;
  return { model, letters: others };
}
