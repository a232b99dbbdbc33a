import { correctionSentence } from "../corrections/correction-sentence.ts";
import type { LetterCameraSnapshot } from "../letter-camera/letter-camera-snapshot.ts";
import type { Where } from "../on-device/recognize-camera.ts";

/** What the element says, each a short sentence. Other languages pass their own. */
export type SignifyCameraWords = {
  /** On the button. */
  start: string;
  stop: string;
  /** What the picture is, for who does not see it. */
  picture: string;
  /** While it is off: what leaves the device, by `where`. */
  promise: Readonly<Record<Where, string>>;
  starting: string;
  /** How much is loaded, 0..100. */
  loading: (percent: number) => string;
  noHand: string;
  filling: string;
  /** The letter that is read, where none is wanted. */
  read: (letter: string) => string;
  sign: (letter: string) => string;
  shown: (letter: string) => string;
  almost: (letter: string) => string;
  /** A correction of {@link CorrectionEvent}, by its key. */
  correction: typeof correctionSentence;
  /** Added while letters come in another way than they should, or not: by the state's reason. */
  reason: Readonly<Record<string, string>>;
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

/** What is to be said of a snapshot: at most two sentences. */
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
  return correction?.key ? words.correction(correction.key) : words.sign(target);
}

const joined = (...sentences: string[]) => sentences.filter(Boolean).join(" ");
