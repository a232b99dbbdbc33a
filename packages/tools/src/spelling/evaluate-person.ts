import { type Letter, type LetterClassifier, parseLetter, type RecognizerSettings } from "@signify/core";
import { seededRandom } from "../random/seeded-random.ts";
import { heldLetters } from "./held-letters.ts";
import type { PersonClips } from "./person-clips.ts";
import { spelledFrames } from "./spelled-frames.ts";
import type { SpellingSpeed } from "./spelling-speed.ts";
import { watchWord } from "./watch-word.ts";
import { writtenLetters } from "./written-letters.ts";

/** One word as it was spelled, and what was written of it, by the rule before and now. */
export type SpelledWord = { person: string; speed: SpellingSpeed; word: string; before: string; now: string };

/** Options of {@link evaluatePerson}. */
export type EvaluatePersonOptions = {
  person: string;
  clips: PersonClips;
  words: readonly string[];
  speeds: readonly SpellingSpeed[];
  /** Knows nothing of this person. */
  classifier: LetterClassifier;
  settings: RecognizerSettings;
  seed: number;
};

/** Words that are shown side by side, so that the letter model gets full batches. */
const together = 48;

/** Shows every word of which the person has all letters, at every speed. */
export async function evaluatePerson(options: EvaluatePersonOptions): Promise<SpelledWord[]> {
  const { person, clips, classifier, settings } = options;
  const words = options.words.filter((word) => lettersOf(word).every((letter) => clips.has(letter)));
  const queue = options.speeds.flatMap((speed) => words.map((word) => ({ speed, word }))).values();
  const spelled: SpelledWord[] = [];
  const lane = async () => {
    for (const { speed, word } of queue) {
      const random = seededRandom(options.seed + options.words.indexOf(word));
      const frames = spelledFrames(lettersOf(word), clips, { ...speed, random });
      const events = await watchWord(frames, {
        classifier,
        settings,
        interval: 1000 / speed.framesPerSecond,
      });
      spelled.push({ person, speed, word, before: heldLetters(events), now: writtenLetters(events) });
    }
  };
  await Promise.all(Array.from({ length: together }, lane));
  return spelled;
}

function lettersOf(word: string): Letter[] {
  return Array.from(word, (character) => {
    const letter = parseLetter(character);
    if (letter === undefined) throw new RangeError("expected words of the letters A to Z");
    return letter;
  });
}
