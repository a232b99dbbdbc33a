/** Where a picture is on a canvas: it fills it. */
export type PictureOnCanvas = {
  /** Of the canvas, in its pixels. */
  width: number;
  height: number;
  /** Width / height of the picture that the landmarks are of. Default: that of the canvas. */
  aspect?: number | undefined;
  /** Whether the picture is shown like a mirror, as previews of a front camera are. Default false. */
  mirrored?: boolean;
};

/**
 * Where one landmark is on a canvas, in its pixels. Landmarks are in picture heights: x is divided by the picture's width in heights,
 * which is its aspect.
 *
 * @param landmarks [n, 3] in picture heights (x · aspect, y down, z · aspect), un-mirrored
 * @param row which of them
 */
export function toCanvasPoint(
  landmarks: ArrayLike<number>,
  row: number,
  { width, height, aspect = width / height, mirrored = false }: PictureOnCanvas,
): [x: number, y: number] {
  const across = (landmarks[row * 3] ?? 0) / aspect;
  return [(mirrored ? 1 - across : across) * width, (landmarks[row * 3 + 1] ?? 0) * height];
}
