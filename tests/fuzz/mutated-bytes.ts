import fc, { type Arbitrary } from "fast-check";

/** Some bytes are taken out at a place, and others put in: a flip, a cut, an insertion and a copy are all this. */
type Splice = { at: number; removed: number; inserted: Uint8Array };

/** A place by its share of the whole; where formats have their headers, more often than anywhere else. */
const place = (length: number, headerLength: number): Arbitrary<number> =>
  fc.oneof(fc.nat(Math.max(0, length - 1)), fc.nat(Math.max(0, Math.min(headerLength, length) - 1)));

const telling = fc.constantFrom(
  [0],
  [0xff],
  [0x80],
  [0x7f],
  [0xff, 0xd8],
  [0xff, 0xff, 0xff, 0xff],
  [0, 0, 0, 0],
);

const inserted: Arbitrary<Uint8Array> = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 1 }),
  telling.map((bytes) => Uint8Array.from(bytes)),
  fc.uint8Array({ maxLength: 24 }),
);

const removed = fc.oneof(
  { weight: 6, arbitrary: fc.constant(1) },
  { weight: 3, arbitrary: fc.nat(16) },
  { weight: 1, arbitrary: fc.nat(0xffff) },
);

/** The same bytes after a few changes at places of chance, the first `headerLength` more often than the others. */
export function mutatedBytes(
  bytes: Uint8Array,
  headerLength = bytes.length,
): Arbitrary<Uint8Array<ArrayBuffer>> {
  const splice = fc.record<Splice>({ at: place(bytes.length, headerLength), removed, inserted });
  return fc
    .array(splice, { minLength: 1, maxLength: 5 })
    .map((splices) => splices.reduce(apply, Uint8Array.from(bytes)));
}

function apply(bytes: Uint8Array<ArrayBuffer>, { at, removed, inserted }: Splice): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat([bytes.subarray(0, at), inserted, bytes.subarray(at + removed)]));
}
