import type { Letter } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { isMovement } from "./hold.ts";
import { shownSide } from "./shown-side.ts";
import { type ReferenceHand, type ReferenceHandRef, useReferenceHand } from "./use-reference-hand.ts";

/** Options of {@link LetterHand}. */
export type LetterHandProps = {
  letter: Letter;
  controls?: boolean;
  /** Landmarks to mark, 0–20. */
  marks?: readonly number[] | undefined;
  /** Has the hand once it is shown. */
  reference?: ReferenceHandRef;
};

const noMarks: readonly number[] = [];

/** The hand that shows a letter, turnable. */
export function LetterHand({ letter, controls = true, marks = noMarks, reference }: LetterHandProps) {
  const own = useRef<ReferenceHand | undefined>(undefined);
  const hand = reference ?? own;
  const side = shownSide(settings.value);
  const { canvas, state } = useReferenceHand({
    hand,
    side,
    onShown(shown) {
      shown.show(letter);
      shown.mark(marks);
    },
  });
  const marked = marks.join();

  useEffect(() => hand.current?.show(letter), [letter]);
  useEffect(() => hand.current?.mark(marks), [marked]);

  return (
    <div class="letter-hand">
      <div class="letter-hand-picture">
        <canvas key={side} ref={canvas} role="img" aria-label={texts.reference.label(letter)} />
        {state.value === "loading" && <p class="letter-hand-wait">{texts.reference.loading}</p>}
        {state.value === "failed" && <p class="letter-hand-wait">{texts.reference.failed}</p>}
      </div>
      {controls && state.value === "shown" && (
        <div class="letter-hand-controls">
          {isMovement(letter) && (
            <HandButton name="play" label={texts.reference.play} onClick={() => hand.current?.play()} />
          )}
          <HandButton
            name="turnLeft"
            label={texts.reference.turnLeft}
            onClick={() => hand.current?.turn(-30)}
          />
          <HandButton name="front" label={texts.reference.front} onClick={() => hand.current?.face()} />
          <HandButton
            name="turnRight"
            label={texts.reference.turnRight}
            onClick={() => hand.current?.turn(30)}
          />
        </div>
      )}
    </div>
  );
}

function HandButton(props: {
  name: "play" | "turnLeft" | "front" | "turnRight";
  label: string;
  onClick: () => void;
}) {
  return (
    <button
      type="button"
      class="button icon-only quiet"
      aria-label={props.label}
      title={props.label}
      onClick={props.onClick}
    >
      <Icon name={props.name} size={22} />
    </button>
  );
}
