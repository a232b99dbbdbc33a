import type { Letter } from "@signify/core";
import { createHandScene } from "./hand-scene.ts";
import { loadHandModel } from "./load-hand-model.ts";
import { createPosePlayer } from "./pose-player.ts";
import type { Sequence } from "./sequence.ts";
import type { SkinTone } from "./skin-tones.ts";
import { slowReplay } from "./slow-replay.ts";
import { type SpellingPace, spell } from "./spelling.ts";
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
  /** Shows slowly how the letter is made, also where motion is reduced: somebody asked for it. */
  replaySlowly(): void;
  /** Spells letters one after the other, and says when it is done. Another letter, or the like, ends it before that. */
  spell(letters: readonly Letter[], pace: SpellingPace, onEnd: () => void): void;
  /** Colors parts of the hand: landmarks by MediaPipe's numbers, 0–20. */
  mark(landmarks: readonly number[]): void;
  /** The landmarks of the right hand from the front, however it is turned: [21, 3] in palm lengths, y up. */
  points(): Float32Array;
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
  let letter: Letter = "A";
  let sequence: (Sequence & { startedAt: number; onEnd: () => void }) | undefined;
  let view = { yaw: 0, pitch: 0 };
  let visible = true;
  let request = 0;

  const draw = (now: number) => {
    request = 0;
    if (!visible) return;
    const current = sequence;
    const { pose, drawn, moving } = current
      ? { pose: current.poseAt(now - current.startedAt), drawn: 0, moving: true }
      : player.at(now);
    scene.setPose(pose);
    scene.setPath(letter, drawn);
    scene.setView(view.yaw, view.pitch);
    scene.render();
    if (current && now - current.startedAt >= current.duration) {
      sequence = undefined;
      current.onEnd();
    }
    if (moving) invalidate();
  };
  const start = (next: Sequence, onEnd: () => void) => {
    sequence = { ...next, startedAt: performance.now(), onEnd };
    invalidate();
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
    show(next) {
      letter = next;
      sequence = undefined;
      player.show(next, performance.now());
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
      sequence = undefined;
      player.play(performance.now());
      invalidate();
    },
    replaySlowly: () => start(slowReplay(letter), () => {}),
    spell: (letters, pace, onEnd) => start(spell(letters, pace), onEnd),
    mark(landmarks) {
      scene.mark(landmarks);
      invalidate();
    },
    points: scene.points,
    pause() {
      sequence = undefined;
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
