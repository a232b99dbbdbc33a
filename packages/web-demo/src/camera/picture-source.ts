/** Where the pictures that a video shows come from: a camera, or a file that stands in for one. */
export type PictureSource = {
  /** Told once when a camera is unplugged or taken away. */
  onLost(listener: () => void): void;
  stop(): void;
};
