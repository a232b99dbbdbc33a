/** Side of the square that the palm network was made for, in pixels. */
export const palmInputSide = 192;

/** Width and height of the palm network's input, in pixels. */
export type PalmShape = { width: number; height: number };

/** What the palm network was made for. */
export const palmSquare: PalmShape = { width: palmInputSide, height: palmInputSide };

/** The network halves its input five times and doubles some of it again. */
const stride = 32;
/** What a length may be longer than whole strides by rounding. */
const rounding = 1e-6;

/**
 * The smallest input, in whole strides, around a picture that is shown `padding` times smaller than it would fill the network's
 * square, turned by `rotation`. The square is black beyond.
 *
 * @param aspect the picture's width in heights
 * @param margin black pixels on each side, at least, as far as there is room in the square
 */
export function palmShapeAround(
  aspect: number,
  { padding, rotation, margin }: { padding: number; rotation: number; margin: number },
): PalmShape {
  const pixelsOfHeight = palmInputSide / (padding * Math.max(1, aspect));
  const cos = Math.abs(Math.cos(rotation));
  const sin = Math.abs(Math.sin(rotation));
  const inStrides = (heights: number) =>
    Math.min(
      palmInputSide,
      stride * Math.max(1, Math.ceil((heights * pixelsOfHeight + 2 * margin) / stride - rounding)),
    );
  return { width: inStrides(cos * aspect + sin), height: inStrides(sin * aspect + cos) };
}
