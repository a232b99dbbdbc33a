import { correctionSentence } from "../corrections/correction-sentence.ts";
import type { StateReason } from "../events/client-event.ts";
import type { LetterCameraSnapshot } from "../letter-camera/letter-camera-snapshot.ts";
import type { Where } from "../on-device/recognize-camera.ts";

/** What the element says, each a short sentence. Other languages pass their own. */
export type SignifyCameraWords = {
  /** On the button, while it is off. */
  start: string;
  /** On the button, while it is on. */
  stop: string;
  /** What the picture is, for who does not see it. */
  picture: string;
  /** While it is off: what leaves the device, by `where`. */
  promise: Readonly<Record<Where, string>>;
  /** While nothing is to be loaded, or it is not known how much. */
  starting: string;
  /** How much is loaded, 0..100. */
  loading: (percent: number) => string;
  /** While no hand is in view. */
  noHand: string;
  /** While a hand is not in view for long enough yet. */
  filling: string;
  /** The letter that is read, where none is wanted. */
  read: (letter: string) => string;
  /** The wanted letter, while it is not shown. */
  sign: (letter: string) => string;
  /** The wanted letter is shown. */
  shown: (letter: string) => string;
  /** It is almost shown. */
  almost: (letter: string) => string;
  /** What to correct, by the key of the client's event "correction". */
  correction: typeof correctionSentence;
  /** Added while letters come in another way than they should, or not: by the state's reason. */
  reason: Readonly<Partial<Record<StateReason, string>>>;
};

/** The words in English. */
export const englishWords: SignifyCameraWords = {
  start: "Start the camera",
  stop: "Stop the camera",
  picture: "Your camera, with your hand drawn on it",
  promise: {
    device: "Nothing leaves this device.",
    landmarks: "Only 21 points of each hand leave this device, no picture.",
    pictures: "Pictures are sent to the server, which keeps none.",
  },
  starting: "Starting …",
  loading: (percent) => `Loading: ${percent} %`,
  noHand: "Show your hand.",
  filling: "Hold it there …",
  read: (letter) => `${letter}.`,
  sign: (letter) => `Sign ${letter}.`,
  shown: (letter) => `That is ${letter}.`,
  almost: (letter) => `Almost ${letter}.`,
  correction: correctionSentence,
  reason: {
    "slow-link": "The connection is slow.",
    silent: "The server does not answer.",
    "on-device": "The server cannot be reached: letters are read on this device.",
    lost: "The connection is lost and is tried again.",
    nowhere: "Neither the server nor this device can read letters now. Both are tried again.",
  },
};

/** What is to be said of a snapshot: a few short sentences, or none. */
export function sentencesOf(snapshot: LetterCameraSnapshot, where: Where, words: SignifyCameraWords): string {
  const { state, reason, error, progress } = snapshot;
  if (state === "off") return words.promise[where];
  if (state === "failed") return error?.message ?? "";
  const trouble = reason === undefined ? "" : (words.reason[reason] ?? error?.message ?? "");
  if (state === "starting") {
    const percent = progress === undefined ? undefined : Math.floor(progress * 10) * 10;
    return joined(percent === undefined ? words.starting : words.loading(percent), trouble);
  }
  return state === "connecting" ? trouble : joined(trouble, advice(snapshot, words));
}

function advice(snapshot: LetterCameraSnapshot, words: SignifyCameraWords): string {
  const { status, letter, target, verdict, correction } = snapshot;
  if (status === "no-hand") return words.noHand;
  if (target === null) return letter ? words.read(letter) : status === "filling" ? words.filling : "";
  if (verdict === "shown") return words.shown(target);
  if (verdict === "almost") return words.almost(target);
  return joined(words.sign(target), correction?.key ? words.correction(correction.key) : "");
}

const joined = (...sentences: string[]) => sentences.filter(Boolean).join(" ");
