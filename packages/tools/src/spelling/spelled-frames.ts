import { type Letter, landmarkFrameLength } from "@signify/core";
import type { Random } from "../random/seeded-random.ts";
import { framesBetween, mixFrames, moveFrame } from "./mix-frames.ts";
import { movingLetters, type PersonClips } from "./person-clips.ts";
import { placeClip } from "./place-clip.ts";
import { changeTime, doubleTime, motionTime, type SpellingSpeed } from "./spelling-speed.ts";

/** Before the word the hand is there already, after it the hand is gone; in milliseconds. */
const before = 600;
const after = 900;
/** A double is slid aside so far, or dips so far, in palm lengths; each is varied by a quarter. */
const slide = 0.4;
const dip = 0.25;
/** Recorded frames that go by in a second: the recordings say nothing of it, their cameras took 10 to 30. */
const recordedPerSecond = 15;
/** The hand is put down this far beside its place with each letter, in palm lengths. */
const unsteadiness = 0.1;

/**
 * Strings recorded clips of one person into a word, as a camera shows it.
 *
 * Recorded: each letter's hand and how it trembles, and the motions of J and Z, played in the time that the speed asks for.
 * Made: the way from one letter to the next (each point on a straight line, slow at both ends), where the hand is (about in
 * one place, as it is when the forearm rests), its distance, and the motion between two still letters alike: a slide to
 * the signer's own side or a dip and back, as chance has it.
 *
 * @throws RangeError when the person has no clip of a letter
 */
export function spelledFrames(
  word: readonly Letter[],
  clips: PersonClips,
  { framesPerSecond, hold, random }: SpellingSpeed & { random: Random },
): Float32Array[] {
  const count = (time: number) => Math.max(1, Math.round((time * framesPerSecond) / 1000));
  const around = (amount: number) => random.between(-amount / 2, amount / 2);
  const palm = random.between(0.16, 0.24);
  const place = { x: 0.66 + around(0.2), y: 0.5 + around(0.1) };
  const frames: Float32Array[] = [];
  let shown: { letter: Letter; clip: readonly Float32Array[]; phase: number } | undefined;

  const stay = (
    clip: readonly Float32Array[],
    phase: number,
    length: number,
    moveAt?: (share: number) => Move,
  ) => {
    for (let index = 0; index < length; index++) {
      const { x, y } = moveAt?.((index + 1) / length) ?? { x: 0, y: 0 };
      frames.push(moveFrame(toAndFro(clip, ((phase + index) * recordedPerSecond) / framesPerSecond), x, y));
    }
  };

  for (const letter of word) {
    const still = !movingLetters.includes(letter);
    if (shown?.letter === letter && still) {
      const size = random.between(0.75, 1.25) * palm;
      const slides = random.chance(0.5);
      const length = count(doubleTime);
      stay(shown.clip, shown.phase, length, (share) =>
        slides
          ? { x: -slide * size * ease(share), y: 0 }
          : { x: 0, y: dip * size * Math.sin(Math.PI * share) },
      );
      if (slides) {
        place.x -= slide * size;
        shown.clip = shown.clip.map((frame) => moveFrame(frame, -slide * size, 0));
      }
      stay(shown.clip, shown.phase + length, count(hold));
      shown.phase += length + count(hold);
      continue;
    }
    const own = clips.get(letter);
    if (own === undefined) throw new RangeError(`expected a recorded ${letter}`);
    const recorded = random.oneOf(own);
    const aside = { x: place.x + around(unsteadiness * palm), y: place.y + around(unsteadiness * palm) };
    const clip = placeClip(recorded, { ...aside, palm, still });
    const [first = new Float32Array(landmarkFrameLength)] = clip;
    const last = frames.at(-1);
    if (last === undefined) stay(still ? clip : [first], 0, count(before));
    else frames.push(...framesBetween(last, first, count(changeTime(hold)) - 1));
    if (still) stay(clip, 0, count(hold));
    else frames.push(...playClip(clip, count(motionTime(hold))));
    shown = { letter, clip, phase: count(hold) };
  }
  for (let index = 0; index < count(after); index++) frames.push(new Float32Array(landmarkFrameLength));
  return frames;
}

type Move = { x: number; y: number };

/** The hand after so many recorded frames, there and back again. */
function toAndFro(clip: readonly Float32Array[], at: number): Float32Array {
  const end = clip.length - 1;
  const step = end > 0 ? at % (2 * end) : 0;
  return frameAt(clip, Math.min(step, 2 * end - step));
}

/** The hand between two recorded frames. */
function frameAt(clip: readonly Float32Array[], at: number): Float32Array {
  const [from, to] = [clip[Math.floor(at)], clip[Math.ceil(at)]];
  return from && to ? mixFrames(from, to, at % 1) : new Float32Array(landmarkFrameLength);
}

/** A clip in so many frames. */
function playClip(clip: readonly Float32Array[], length: number): Float32Array[] {
  return Array.from({ length }, (_, index) => frameAt(clip, ((clip.length - 1) * (index + 1)) / length));
}

function ease(share: number): number {
  return share * share * (3 - 2 * share);
}
