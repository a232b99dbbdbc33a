/** Where the pictures that a video shows come from: a camera, or a file that stands in for one. */
export type PictureSource = {
  /** Told once when a camera is unplugged or taken away. */
  onLost(listener: () => void): void;
  /**
   * Opens the same camera once more, where it is known by a name: browsers also take one away that is still there, as when what
   * reads it crashes or the device has slept. @throws SignifyError
   */
  openAgain?: () => Promise<PictureSource>;
  stop(): void;
};
