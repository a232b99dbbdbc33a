import { useSignal } from "@preact/signals";
import type { Letter } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { settings } from "../shell/page-settings.ts";
import { whenIdle } from "../shell/when-idle.ts";
import { texts } from "../texts/texts.ts";
import { isMovement } from "./hold.ts";

type Hand = Awaited<ReturnType<typeof import("../reference-hand/index.ts")["createReferenceHand"]>>;

/** The hand that shows a letter, turnable, and how to make it in words. */
export function LetterHand({ letter, controls = true }: { letter: Letter; controls?: boolean }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const hand = useRef<Hand | undefined>(undefined);
  const state = useSignal<"loading" | "shown" | "failed">("loading");
  const { hand: side, skinTone } = settings.value;
  const wanted = useRef(letter);
  wanted.current = letter;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const still = matchMedia("(prefers-reduced-motion: reduce)");
    let over = false;
    let observer: ResizeObserver | undefined;
    // The 3D library is large and the page must be usable before it is there.
    const cancel = whenIdle(async () => {
      try {
        const { createReferenceHand } = await import("../reference-hand/index.ts");
        if (over) return;
        const shown = await createReferenceHand(element, {
          ...{ hand: side, skinTone: settings.value.skinTone },
          reducedMotion: still.matches,
        });
        if (over) return shown.dispose();
        hand.current = shown;
        shown.show(wanted.current);
        observer = new ResizeObserver(() => shown.resize());
        observer.observe(element);
        state.value = "shown";
      } catch {
        if (!over) state.value = "failed";
      }
    });
    return () => {
      over = true;
      cancel();
      observer?.disconnect();
      hand.current?.dispose();
      hand.current = undefined;
    };
  }, [side]);

  useEffect(() => hand.current?.show(letter), [letter]);
  useEffect(() => hand.current?.setSkinTone(skinTone), [skinTone]);

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
