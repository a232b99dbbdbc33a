// AssemblyScript: `sampleRegion` of src/hands/sampling/sample-region.ts, which says what it means, four pixels at a time. The same numbers, bit by
// bit. `bun run assemble` compiles it into src/hands/sampling/assembled-sampler.ts.

const coordinateOne: i32 = 65536;
const coordinateBits: i32 = 16;
const fractionBits: i32 = 11;
const fractionMask: i32 = 31;
const weightOne: i32 = 32;
const weightShift: i32 = 10;
const weightHalf: i32 = 512;
const bytesOfPixel: i32 = 4;
const cacheLine: usize = 64;

/** Forms of the result, numbered in src/hands/sampling/wasm-sampler.ts. Without any of these it is planar floats. */
const planarBytes: i32 = 1;
const interleavedFloats: i32 = 2;
const interleavedBytes: i32 = 3;

/** What was read ahead is kept: an engine may leave out reading what nobody needs. */
let seen: i32 = 0;

/** Reads one word of each cache line of some rows, from one place in each to another, in order. All in bytes. */
export function readAhead(from: usize, length: usize, stride: usize, rows: i32): void {
  let all = seen;
  for (let row = 0; row < rows; row++) {
    const start = from + <usize>row * stride;
    for (let at = start; at < start + length; at += cacheLine) all ^= load<i32>(at);
  }
  seen = all;
}

/**
 * Samples `side` × `side` pixels, where `side` is a multiple of four. Reads up to one row and two pixels past the picture's end, and writes up to four bytes
 * past the input's, if that is interleaved: zeros past each row of bytes, which lies `pitch` bytes from the last.
 *
 * @param picture address of RGBA
 * @param cornerX where the first pixel lies, in 1/65536 pixel of the picture; `columnX` is the step to the next in a row, `rowX` from row to row
 * @param black whether the surroundings are black, or else the picture's edge drawn out
 */
export function sample(
  picture: usize,
  width: i32,
  height: i32,
  cornerX: f64,
  cornerY: f64,
  columnX: i32,
  columnY: i32,
  rowX: f64,
  rowY: f64,
  black: bool,
  side: i32,
  form: i32,
  out: usize,
  pitch: usize,
): void {
  const plane: usize = side * side;
  const lastX = i32x4.splat((width - 1) * coordinateOne);
  const lastY = i32x4.splat((height - 1) * coordinateOne);
  const widths = i32x4.splat(width);
  const stride: usize = width * bytesOfPixel;
  const offsetsX = i32x4(0, columnX, 2 * columnX, 3 * columnX);
  const offsetsY = i32x4(0, columnY, 2 * columnY, 3 * columnY);
  const stepX = i32x4.splat(4 * columnX);
  const stepY = i32x4.splat(4 * columnY);
  const zero = i32x4.splat(0);

  for (let row = 0; row < side; row++) {
    let x = i32x4.add(i32x4.splat(<i32>Math.round(cornerX + <f64>row * rowX)), offsetsX);
    let y = i32x4.add(i32x4.splat(<i32>Math.round(cornerY + <f64>row * rowY)), offsetsY);
    for (let column = 0; column < side; column += 4) {
      let near = true;
      let nearX = x;
      let nearY = y;
      if (black) {
        const fitsX = v128.and(i32x4.ge_s(x, zero), i32x4.lt_s(x, lastX));
        const fitsY = v128.and(i32x4.ge_s(y, zero), i32x4.lt_s(y, lastY));
        near = i32x4.all_true(v128.and(fitsX, fitsY));
      } else {
        nearX = i32x4.max_s(zero, i32x4.min_s(lastX, x));
        nearY = i32x4.max_s(zero, i32x4.min_s(lastY, y));
      }

      const right = v128.and(i32x4.shr_s(nearX, fractionBits), i32x4.splat(fractionMask));
      const below = v128.and(i32x4.shr_s(nearY, fractionBits), i32x4.splat(fractionMask));
      const left = i32x4.sub(i32x4.splat(weightOne), right);
      const above = i32x4.sub(i32x4.splat(weightOne), below);
      const columns = i32x4.shr_s(nearX, coordinateBits);
      const rows = i32x4.shr_s(nearY, coordinateBits);
      // The weights of the left and the right pixel, side by side as `dot` wants them.
      const top = v128.or(i32x4.mul(above, left), i32x4.shl(i32x4.mul(above, right), 16));
      const bottom = v128.or(i32x4.mul(below, left), i32x4.shl(i32x4.mul(below, right), 16));

      let first: v128, second: v128, third: v128, fourth: v128;
      if (near) {
        const at = i32x4.shl(i32x4.add(i32x4.mul(rows, widths), columns), 2);
        first = pixelsAt(picture + <usize>i32x4.extract_lane(at, 0), stride);
        second = pixelsAt(picture + <usize>i32x4.extract_lane(at, 1), stride);
        third = pixelsAt(picture + <usize>i32x4.extract_lane(at, 2), stride);
        fourth = pixelsAt(picture + <usize>i32x4.extract_lane(at, 3), stride);
      } else {
        first = edgeAt(picture, width, height, i32x4.extract_lane(columns, 0), i32x4.extract_lane(rows, 0));
        second = edgeAt(picture, width, height, i32x4.extract_lane(columns, 1), i32x4.extract_lane(rows, 1));
        third = edgeAt(picture, width, height, i32x4.extract_lane(columns, 2), i32x4.extract_lane(rows, 2));
        fourth = edgeAt(picture, width, height, i32x4.extract_lane(columns, 3), i32x4.extract_lane(rows, 3));
      }
      first = weigh(first, i32x4.splat(i32x4.extract_lane(top, 0)), i32x4.splat(i32x4.extract_lane(bottom, 0)));
      second = weigh(second, i32x4.splat(i32x4.extract_lane(top, 1)), i32x4.splat(i32x4.extract_lane(bottom, 1)));
      third = weigh(third, i32x4.splat(i32x4.extract_lane(top, 2)), i32x4.splat(i32x4.extract_lane(bottom, 2)));
      fourth = weigh(fourth, i32x4.splat(i32x4.extract_lane(top, 3)), i32x4.splat(i32x4.extract_lane(bottom, 3)));

      const index: usize = row * side + column;
      if (form == interleavedFloats) {
        const to = out + 12 * index;
        // Each writes its fourth number where the next one begins.
        v128.store(to, units(first));
        v128.store(to + 12, units(second));
        v128.store(to + 24, units(third));
        v128.store(to + 36, units(fourth));
      } else {
        const bytes = i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(first, second), i16x8.narrow_i32x4_s(third, fourth));
        if (form == interleavedBytes) {
          const colors = v128.shuffle<i8>(bytes, zero, 0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, 16, 16, 16, 16);
          v128.store(out + <usize>row * pitch + 3 * <usize>column, colors);
        } else storePlanes(bytes, out, index, plane, form);
      }
      x = i32x4.add(x, stepX);
      y = i32x4.add(y, stepY);
    }
  }
}

/**
 * Lays out what a convolution of 3 × 3 pixels sees in steps of two: 27 bytes and five zeros for each of (side / 2)² places.
 *
 * @param pixels interleaved bytes, rows `pitch` bytes apart, with zeros behind each row and a row of zeros below
 */
export function gatherPatches(pixels: usize, pitch: usize, side: i32, out: usize): void {
  const kept = i8x16(-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0);
  let to = out;
  for (let row = 0; row < side; row += 2) {
    let at = pixels + <usize>row * pitch;
    for (let column = 0; column < side; column += 2) {
      const upper = v128.load(at);
      const middle = v128.load(at + pitch);
      const lower = v128.load(at + 2 * pitch);
      v128.store(to, v128.shuffle<i8>(upper, middle, 0, 1, 2, 3, 4, 5, 6, 7, 8, 16, 17, 18, 19, 20, 21, 22));
      const rest = v128.shuffle<i8>(middle, lower, 7, 8, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
      v128.store(to + 16, v128.and(rest, kept));
      at += 6;
      to += 32;
    }
  }
}

/** A pixel, the one to its right, and the two below them. */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function pixelsAt(at: usize, stride: usize): v128 {
  return v128.load_lane<i64>(at + stride, v128.load_zero<i64>(at), 1);
}

/** The same where some of them may lie outside of the picture, in black. */
function edgeAt(picture: usize, width: i32, height: i32, column: i32, row: i32): v128 {
  return i32x4(
    pixelOrBlack(picture, width, height, column, row),
    pixelOrBlack(picture, width, height, column + 1, row),
    pixelOrBlack(picture, width, height, column, row + 1),
    pixelOrBlack(picture, width, height, column + 1, row + 1),
  );
}

// @ts-expect-error: a decorator of AssemblyScript
@inline
function pixelOrBlack(picture: usize, width: i32, height: i32, column: i32, row: i32): i32 {
  if (<u32>column >= <u32>width || <u32>row >= <u32>height) return 0;
  return load<i32>(picture + <usize>((row * width + column) * bytesOfPixel));
}

/** Red, green, blue and alpha of four pixels by their weights, as whole bytes in four words. */
// @ts-expect-error: a decorator of AssemblyScript
@inline
function weigh(pixels: v128, top: v128, bottom: v128): v128 {
  const pairs = v128.shuffle<i8>(pixels, pixels, 0, 4, 1, 5, 2, 6, 3, 7, 8, 12, 9, 13, 10, 14, 11, 15);
  const upper = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(pairs), top);
  const lower = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(pairs), bottom);
  return i32x4.shr_u(i32x4.add(i32x4.add(upper, lower), i32x4.splat(weightHalf)), weightShift);
}

/** Whole bytes as shares of 255. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function units(bytes: v128): v128 {
  return f32x4.div(f32x4.convert_i32x4_s(bytes), f32x4.splat(255));
}

/** Stores four pixels color by color. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function storePlanes(bytes: v128, out: usize, index: usize, plane: usize, form: i32): void {
  const planes = v128.shuffle<i8>(bytes, bytes, 0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15);
  if (form == planarBytes) {
    v128.store_lane<i32>(out + index, planes, 0);
    v128.store_lane<i32>(out + index + plane, planes, 1);
    v128.store_lane<i32>(out + index + 2 * plane, planes, 2);
    return;
  }
  const to = out + 4 * index;
  const redGreen = i16x8.extend_low_i8x16_u(planes);
  const blue = i16x8.extend_high_i8x16_u(planes);
  v128.store(to, units(i32x4.extend_low_i16x8_u(redGreen)));
  v128.store(to + 4 * plane, units(i32x4.extend_high_i16x8_u(redGreen)));
  v128.store(to + 8 * plane, units(i32x4.extend_low_i16x8_u(blue)));
}
