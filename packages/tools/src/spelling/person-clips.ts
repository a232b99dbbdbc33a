import { type Letter, letterAt, mirrorLandmarks, shownHand } from "@signify/core";
import { readClips } from "../evaluate/read-clips.ts";
import { isLetterSource, readSources } from "../evaluate/sources.ts";
import { trimMotion } from "./trim-motion.ts";

/** Recorded clips of one person by letter: frames [42, 3] of a right hand. */
export type PersonClips = Map<Letter, Float32Array[][]>;

/** Letters that are written by a motion. */
export const movingLetters: readonly Letter[] = ["J", "Z"];

/** A J or Z that is seen in fewer frames shows no motion. */
const leastMotionFrames = 5;

/** Sources whose people are told apart by the number after the name. */
const numbered = /^(?<name>.+)-(?<signer>\d+)$/;

/**
 * All recordings of a person of the training recipe's name: `tresajoby` is everybody in the files of that repository,
 * `traduttore-1` its second person. Of a source of still pictures each is a clip of one frame: a hand that does not
 * tremble. A left hand is mirrored. Letters that were held although they are motions, and those with
 * suspect labels, are left out.
 */
export async function personClips(directory: string, person: string): Promise<PersonClips> {
  const { name = person, signer } = numbered.exec(person)?.groups ?? {};
  const clips: PersonClips = new Map();
  for (const source of await readSources(directory)) {
    if (!isLetterSource(source) || source.file.split(/[-.]/)[0] !== name) continue;
    const { clips: all } = await readClips(directory, source, "letter");
    for (const clip of all) {
      const letter = letterAt(clip.label);
      if (signer !== undefined && clip.signer !== Number(signer)) continue;
      if ((source.frozenMotionLetters + source.suspectLetters).includes(letter)) continue;
      const shown = clip.frames.filter((frame) => shownHand(frame) !== "none");
      const right = shown.map((frame) =>
        shownHand(frame) === "left" ? mirrorLandmarks(frame, source.aspect) : frame,
      );
      const moves = movingLetters.includes(letter);
      const frames = moves ? trimMotion(right) : right;
      if (frames.length >= (moves ? leastMotionFrames : 1))
        clips.set(letter, [...(clips.get(letter) ?? []), frames]);
    }
  }
  return clips;
}
