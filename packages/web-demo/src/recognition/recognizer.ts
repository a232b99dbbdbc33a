import type { ClientEventOf, MyHand, StateReason, TroubleReason } from "@signify/client-sdk";
import type { Loading, Where } from "@signify/client-sdk/on-device";
import type { Letter } from "@signify/core";

/** What the page needs to know of a prediction. */
export type Reading = Pick<
  ClientEventOf<"prediction">,
  "letter" | "probability" | "target" | "targetProbability" | "verdict" | "capturedAt"
>;

/** What to correct so that the asked letter is read: one thing, or nothing any more where `key` is null. */
export type Correction = Pick<ClientEventOf<"correction">, "target" | "key" | "part" | "change" | "points">;

/** What is seen while there is no letter to report. */
export type HandState = ClientEventOf<"status">["state"];

/** Points of both hands, [42, 3] in picture heights, with the picture's width / height, and whether a hand is in view that has none. */
export type SeenPoints = { points: ArrayLike<number>; aspect: number; moreHands?: boolean };

/** How the way to the letters is, apart from the camera. */
export type LinkState = "connecting" | "ok" | Exclude<StateReason, TroubleReason>;

/** Everything that a recognizer tells the page. */
export type RecognizerEvent =
  | { type: "reading"; reading: Reading }
  | { type: "correction"; correction: Correction }
  | { type: "hands"; state: HandState }
  | { type: "points"; points: SeenPoints | undefined }
  | { type: "link"; link: LinkState }
  /** How far the files are that it is made of, before it runs. */
  | { type: "loading"; loading: Loading }
  /** A picture was looked at, with or without a hand in it. */
  | { type: "frame" }
  /** Nothing more comes; `error` says why. */
  | { type: "ended"; error: unknown };

/** What a recognizer is started with. */
export type RecognizerOptions = {
  place: Where;
  target: Letter | null;
  signal: AbortSignal;
  onEvent: (event: RecognizerEvent) => void;
};

/** A running recognizer. It stops when the signal of its options is aborted. */
export type Recognizer = {
  setTarget(target: Letter | null): void;
  /** How the learner signs. */
  readonly myHand: Pick<MyHand, "learn" | "forget" | "export" | "import">;
};

/** Starts a recognizer. @throws SignifyError when it cannot be started */
export type OpenRecognizer = (options: RecognizerOptions) => Promise<Recognizer>;
