import type { Letter } from "@signify/core";
import { createHandScene } from "./hand-scene.ts";
import { loadHandModel } from "./load-hand-model.ts";
import { createPosePlayer } from "./pose-player.ts";
import type { SkinTone } from "./skin-tones.ts";
import { turnByHand } from "./turn-by-hand.ts";
import type { Handedness } from "./types.ts";

/** Options of {@link createReferenceHand}. */
export type ReferenceHandOptions = {
  /** The hand that is shown, as somebody opposite its owner sees it. */
  hand: Handedness;
  /** Letters change at once, and J and Z move only when they are played: until then their path is shown. */
  reducedMotion: boolean;
  skinTone?: SkinTone;
};

/** A hand on a canvas that shows letters. */
export type ReferenceHand = {
  show(letter: Letter): void;
  /** Turns the hand by so many degrees: `yaw` to the right, `pitch` its top towards the viewer. */
  turn(yaw: number, pitch?: number): void;
  /** Back to the view from the front. */
  face(): void;
  setSkinTone(tone: SkinTone): void;
  /** Shows the motion of J or Z once more. */
  play(): void;
  pause(): void;
  /** To be called when the canvas has changed its size. */
  resize(): void;
  /** Frees everything; the canvas can be thrown away. */
  dispose(): void;
};

const steepest = 70;

/**
 * Shows a hand on a canvas. It draws only while something moves and only while the canvas is in view. The hand is
 * turned by dragging, and with the arrow keys while the canvas has the focus.
 *
 * @throws Error when the model cannot be fetched or the browser has no WebGL 2
 */
export async function createReferenceHand(
  canvas: HTMLCanvasElement,
  { hand, reducedMotion, skinTone = "honey" }: ReferenceHandOptions,
): Promise<ReferenceHand> {
  const scene = createHandScene(canvas, await loadHandModel(), { hand, skinTone });
  const player = createPosePlayer("A", { reducedMotion });
  let shown: Letter = "A";
  let view = { yaw: 0, pitch: 0 };
  let visible = true;
  let request = 0;

  const draw = (now: number) => {
    request = 0;
    if (!visible) return;
    const { pose, drawn, moving } = player.at(now);
    scene.setPose(pose);
    scene.setPath(shown, drawn);
    scene.setView(view.yaw, view.pitch);
    scene.render();
    if (moving) invalidate();
  };
  const invalidate = () => {
    if (request === 0) request = requestAnimationFrame(draw);
  };
  const turn = (yaw: number, pitch = 0) => {
    view = {
      yaw: (view.yaw + yaw) % 360,
      pitch: Math.min(Math.max(view.pitch + pitch, -steepest), steepest),
    };
    invalidate();
  };
  const resize = () => {
    const { clientWidth, clientHeight } = canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    scene.resize(clientWidth, clientHeight, Math.min(devicePixelRatio, 2));
    invalidate();
  };

  const leaveAlone = turnByHand(canvas, turn);
  const watcher = new IntersectionObserver((entries) => {
    visible = entries.at(-1)?.isIntersecting ?? true;
    invalidate();
  });
  watcher.observe(canvas);
  canvas.addEventListener("webglcontextrestored", invalidate);
  resize();

  return {
    show(letter) {
      shown = letter;
      player.show(letter, performance.now());
      invalidate();
    },
    turn,
    face() {
      view = { yaw: 0, pitch: 0 };
      invalidate();
    },
    setSkinTone(tone) {
      scene.setSkinTone(tone);
      invalidate();
    },
    play() {
      player.play(performance.now());
      invalidate();
    },
    pause() {
      player.pause(performance.now());
    },
    resize,
    dispose() {
      cancelAnimationFrame(request);
      watcher.disconnect();
      leaveAlone();
      canvas.removeEventListener("webglcontextrestored", invalidate);
      scene.dispose();
    },
  };
}
