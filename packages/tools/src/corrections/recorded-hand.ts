import { type Letter, letterAt } from "@signify/core";
import {
  type HandFeatures,
  type HandPoints,
  handFeatures,
  handPoints,
  signingHand,
} from "@signify/core/correction";
import { type Clip, readClips } from "../evaluate/read-clips.ts";
import { isLetterSource, type LetterSource, readSources } from "../evaluate/sources.ts";

/** One moment of somebody showing a letter. */
export type RecordedHand = {
  letter: Letter;
  /** Who shows it, by the names of the recipe's folds: several people where the file does not tell them apart. */
  person: string;
  /** All of the recording, [42, 3] in picture heights. */
  frames: readonly Float32Array[];
  /** The moment of it that is looked at. */
  landmarks: Float32Array;
  isLeft: boolean;
  points: HandPoints;
  features: HandFeatures;
};

/** Repositories whose people have numbers of their own. */
const toldApart = ["aslhg", "kelhuynh", "traduttore"];
/** Where in a recording the hand is looked at: a letter of movement has only its handshape before it moves. */
const middle = 0.5;
const beginning = 0.2;

/** Everybody's letters: of each sample one moment. What has no depth, is suspect or is a frozen J or Z is left out. */
export async function readRecordedHands(directory: string): Promise<RecordedHand[]> {
  const hands: RecordedHand[] = [];
  for (const source of await readSources(directory)) {
    if (!isLetterSource(source) || source.dimensions === 2) continue;
    const { clips } = await readClips(directory, source, "letter");
    hands.push(...clips.flatMap((clip) => recordedHand(clip, source)));
  }
  return hands;
}

/** Who shows a sample of a file. */
function personOf(file: string, signer: number): string {
  const [name = ""] = file.split(/[.-]/);
  return toldApart.includes(name) ? `${name}-${signer}` : name;
}

function recordedHand(clip: Clip, source: LetterSource): RecordedHand[] {
  const letter = letterAt(clip.label);
  if (source.frozenMotionLetters.includes(letter) || source.suspectLetters.includes(letter)) return [];
  const moment = "JZ".includes(letter) ? beginning : middle;
  const landmarks = clip.frames[Math.floor(clip.frames.length * moment)];
  const hand = landmarks && signingHand(landmarks);
  if (!landmarks || !hand) return [];
  const points = handPoints(hand.landmarks, hand.isLeft);
  const features = handFeatures(points);
  if (!features) return [];
  const { frames } = clip;
  const person = personOf(source.file, clip.signer);
  return [{ letter, person, frames, landmarks, isLeft: hand.isLeft, points, features }];
}
