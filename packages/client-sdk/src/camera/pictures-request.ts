/** A picture to make a JPEG of. It is given away: the worker closes it. */
export type EncodeRequest = {
  picture: ImageBitmap | VideoFrame;
  /** Longest side of the JPEG in pixels; larger pictures are made smaller. */
  maxSide: number;
  /** 0..1 */
  quality: number;
};
