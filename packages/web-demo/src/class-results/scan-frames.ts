import type { Timers } from "@signify/core";

/** Reads the QR code in a picture of RGBA values; `undefined` where there is none. */
export type ReadCode = (picture: {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}) => string | undefined;

/** Options of {@link scanFrames}. */
export type ScanFramesOptions = {
  /** The picture that the camera shows now; `undefined` while there is none. */
  grab: () => Parameters<ReadCode>[0] | undefined;
  read: ReadCode;
  /** Told of a code when it is seen first, and again only after another one. */
  onCode: (text: string) => void;
  timers: Timers;
};

/** Milliseconds between two looks; a look takes some twenty. */
const pace = 120;

/** Looks for codes in what a camera shows until it is stopped. Answers how to stop. */
export function scanFrames({ grab, read, onCode, timers }: ScanFramesOptions): () => void {
  let last: string | undefined;
  let cancel = () => {};
  const look = () => {
    const picture = grab();
    const text = picture && read(picture);
    if (text !== undefined && text !== last) {
      last = text;
      onCode(text);
    }
    cancel = timers.after(pace, look);
  };
  cancel = timers.after(0, look);
  return () => cancel();
}
