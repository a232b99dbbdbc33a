/** One scan of a {@link HandMadeJpeg}. */
export type HandMadeScan = {
  /** Which of the picture's components, from 0. */
  components: readonly number[];
  /** First and last coefficient; all of them where none are given, as in a baseline picture. */
  spectrum?: readonly [number, number];
  /** The lowest bit of before and of now, as a progressive scan has them. */
  bits?: readonly [number, number];
  /** Entropy-coded; none is not whole, but a header all the same. */
  data?: Uint8Array;
};

/** What {@link handMadeJpeg} makes a picture of. */
export type HandMadeJpeg = {
  width: number;
  height: number;
  components?: number;
  /** The frame header's marker, which says how pixels are coded: C0 baseline, C2 progressive. */
  frame?: number;
  precision?: number;
  /** What stands between the picture's start and its frame header. */
  before?: readonly Uint8Array[];
  scans?: readonly HandMadeScan[];
};

type Bytes = Uint8Array<ArrayBuffer>;

/** Makes a JPEG as it is asked for, right or wrong. Its tables hold the shortest codes for blocks that are all gray. */
export function handMadeJpeg({
  width,
  height,
  components = 3,
  frame = 0xc0,
  precision = 8,
  before = [],
  scans = [{ components: Array.from({ length: components }, (_, index) => index) }],
}: HandMadeJpeg): Bytes {
  const perComponent = Array.from({ length: components }, (_, index) => [index + 1, 0x11, 0]);
  return joined(
    Uint8Array.of(0xff, 0xd8),
    ...before,
    jpegSegment(0xdb, [0, ...Array<number>(64).fill(1)]),
    jpegSegment(frame, [precision, ...uint16(height), ...uint16(width), components, ...perComponent.flat()]),
    jpegSegment(0xc4, [0x00, 1, ...Array<number>(15).fill(0), 0]),
    jpegSegment(0xc4, [0x10, 0, 0, 0, runLengths, ...Array<number>(12).fill(0), ...runSymbols]),
    ...scans.flatMap(scanParts),
    Uint8Array.of(0xff, 0xd9),
  );
}

/** A marker and its content, with the length in between. */
export function jpegSegment(marker: number, content: ArrayLike<number>): Bytes {
  return Uint8Array.from([0xff, marker, ...uint16(content.length + 2), ...Array.from(content)]);
}

/** An APP1 segment with an orientation, in either byte order. */
export function exifSegment(orientation: number, bigEndian = false): Bytes {
  const two = (value: number) => (bigEndian ? uint16(value) : uint16(value).reverse());
  const four = (value: number) => (bigEndian ? [0, 0, ...two(value)] : [...two(value), 0, 0]);
  const order = bigEndian ? [0x4d, 0x4d] : [0x49, 0x49];
  const entry = [...two(0x0112), ...two(3), ...four(1), ...two(orientation), 0, 0];
  const tiff = [...order, ...two(42), ...four(8), ...two(1), ...entry, ...four(0)];
  return jpegSegment(0xe1, [...new TextEncoder().encode("Exif\0\0"), ...tiff]);
}

/** The first scan of a progressive picture: the means of all blocks, each of them gray in one bit. */
export function grayMeans(blocks: number): Bytes {
  const data = new Uint8Array(Math.ceil(blocks / 8));
  const unused = data.length * 8 - blocks;
  if (unused > 0) data[data.length - 1] = (1 << unused) - 1;
  return data;
}

/** A later scan of a progressive picture that changes nothing: runs of empty blocks, as long as there are. */
export function emptyBlocks(blocks: number): Bytes {
  let bits = "";
  for (let left = blocks; left > 0; ) {
    const category = Math.min(runLengths - 1, 31 - Math.clz32(left));
    const run = Math.min(left, 2 ** (category + 1) - 1);
    bits += category.toString(2).padStart(4, "0");
    if (category > 0) bits += (run - 2 ** category).toString(2).padStart(category, "0");
    left -= run;
  }
  const whole = bits.padEnd(Math.ceil(bits.length / 8) * 8, "1");
  const bytes = whole.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  return Uint8Array.from(bytes.flatMap((byte) => (byte === 0xff ? [byte, 0] : [byte])));
}

/** The parts one behind the other. */
export function joined(...parts: readonly Uint8Array[]): Bytes {
  return new Uint8Array(Buffer.concat(parts));
}

/** Symbols for runs of 2^0 … 2^14 empty blocks, each with a code of four bits. */
const runLengths = 15;
const runSymbols = Array.from({ length: runLengths }, (_, category) => category << 4);

function scanParts({ components, spectrum = [0, 63], bits = [0, 0], data }: HandMadeScan): Uint8Array[] {
  const tables = components.flatMap((component) => [component + 1, 0]);
  const header = [components.length, ...tables, ...spectrum, (bits[0] << 4) | bits[1]];
  return [jpegSegment(0xda, header), data ?? new Uint8Array(0)];
}

function uint16(value: number): number[] {
  return [value >> 8, value & 255];
}
