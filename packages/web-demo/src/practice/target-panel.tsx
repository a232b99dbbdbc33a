import type { Letter } from "@signify/core";
import type { ComponentChildren } from "preact";
import { texts } from "../texts/texts.ts";
import { isMovement } from "./hold.ts";
import { LetterHand } from "./letter-hand.tsx";

/** The letter to sign: the letter itself, a hand that shows it, and how to make it in words. */
export function TargetPanel({ letter, children }: { letter: Letter; children?: ComponentChildren }) {
  return (
    <section class="target" aria-label={texts.practice.sign}>
      <div class="target-letter">
        <p class="target-label">{texts.practice.sign}</p>
        <p class="target-glyph">{letter}</p>
      </div>
      <LetterHand letter={letter} />
      <div class="target-words">
        <p class="target-shape">
          {texts.handShapes[letter]} {isMovement(letter) && texts.practice.movement}
        </p>
        {children}
      </div>
    </section>
  );
}
