import { useSignal } from "@preact/signals";
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { settings } from "../shell/page-settings.ts";
import { whenIdle } from "../shell/when-idle.ts";

/** The hand of a canvas. */
export type ReferenceHand = Awaited<
  ReturnType<typeof import("../reference-hand/index.ts")["createReferenceHand"]>
>;

/** Where a screen finds the hand that is shown, once there is one. */
export type ReferenceHandRef = RefObject<ReferenceHand | undefined>;

/** Options of {@link useReferenceHand}. */
export type ReferenceHandUse = {
  hand: ReferenceHandRef;
  /** The hand as somebody opposite sees it. */
  side: "right" | "left";
  onShown: (hand: ReferenceHand) => void;
};

/** Puts the reference hand on the canvas of `canvas`, which needs `side` as its key: a hand cannot change its side. */
export function useReferenceHand({ hand, side, onShown }: ReferenceHandUse) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const state = useSignal<"loading" | "shown" | "failed">("loading");
  const latest = useRef(onShown);
  latest.current = onShown;

  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    let over = false;
    let observer: ResizeObserver | undefined;
    // The 3D library is large and the page must be usable before it is there.
    const cancel = whenIdle(async () => {
      try {
        const { createReferenceHand } = await import("../reference-hand/index.ts");
        if (over) return;
        const shown = await createReferenceHand(element, {
          hand: side,
          skinTone: settings.value.skinTone,
          reducedMotion: prefersStill(),
        });
        if (over) return shown.dispose();
        hand.current = shown;
        latest.current(shown);
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
  const { skinTone } = settings.value;
  useEffect(() => hand.current?.setSkinTone(skinTone), [skinTone]);

  return { canvas, state };
}

/** Whether somebody asked for less motion. */
export function prefersStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}
