/** Where pictures come from: a `<video>`, a camera's stream, or a file with a picture or a video. */
export type CameraSource = HTMLVideoElement | MediaStream | Blob;

/** One picture. Whoever gets it closes it, or gives it away. */
export type CameraPicture = {
  /** As the browser has it, not mirrored. */
  picture: ImageBitmap | VideoFrame;
  /** When it was captured, on the clock of `performance.now()`. */
  capturedAt: number;
};

/** What pictures are taken from, behind one interface. */
export type PictureReader = {
  /** The newest picture, as soon as there is one that was not read yet; undefined at the end of a file. */
  read(): Promise<CameraPicture | undefined>;
  close(): void;
};
