/** Something that is sent again and again, as a camera does, until it is switched off. */
export type Camera = Disposable & {
  /** Frames sent so far. */
  readonly frames: number;
  off(): void;
};

/** Sends a frame at once and then one every `interval` milliseconds, for a minute at most or for `longest` milliseconds. */
export function switchOnCamera(send: (sequence: number) => void, interval = 40, longest = 60_000): Camera {
  let frames = 0;
  const shoot = () => {
    if (frames * interval > longest) return off();
    send(frames++);
  };
  const timer = setInterval(shoot, interval);
  const off = () => clearInterval(timer);
  shoot();
  return {
    get frames() {
      return frames;
    },
    off,
    [Symbol.dispose]: off,
  };
}
