import fc, { type Arbitrary } from "fast-check";
import { type JpegSegment, joinJpeg, splitJpeg } from "./jpeg-segments.ts";
import { marker } from "./marker.ts";
import { mutatedBytes } from "./mutated-bytes.ts";

/** One change of a JPEG's segments. */
type Change = {
  at: number;
  other: number;
  bytes: Uint8Array;
  how: "drop" | "double" | "swap" | "overwrite" | "rename" | "lie" | "comment";
};

const change = fc.record<Change>({
  at: fc.nat(40),
  other: fc.nat(0xffff),
  bytes: fc.uint8Array({ minLength: 1, maxLength: 12 }),
  how: fc.constantFrom(
    "drop",
    "double",
    "swap",
    "overwrite",
    "overwrite",
    "overwrite",
    "rename",
    "lie",
    "comment",
  ),
});

const comment: JpegSegment = {
  marker: 0xfe,
  payload: new TextEncoder().encode(marker),
  claimed: 2 + marker.length,
};

/** The same picture after changes of its tables and headers, of its data, of both, or of bytes wherever they are. */
export function mutatedJpeg(jpeg: Uint8Array): Arbitrary<Uint8Array<ArrayBuffer>> {
  const { segments, scans } = splitJpeg(jpeg);
  const headerLength = jpeg.length - scans.length;
  const changed = fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => joinJpeg({ segments: changes.reduce(apply, [comment, ...segments]), scans }));
  return fc.oneof(
    changed,
    mutatedBytes(scans).map((data) => joinJpeg({ segments, scans: data })),
    mutatedBytes(jpeg, headerLength),
    changed.chain((bytes) => mutatedBytes(bytes, headerLength)),
  );
}

function apply(segments: JpegSegment[], { how, at, other, bytes }: Change): JpegSegment[] {
  const index = at % Math.max(1, segments.length);
  const segment = segments[index];
  if (!segment) return segments;
  switch (how) {
    case "drop":
      return segments.toSpliced(index, 1);
    case "double":
      return segments.toSpliced(index, 0, segment);
    case "swap":
      return segments.toSpliced(index, 1).toSpliced(other % segments.length, 0, segment);
    case "overwrite":
      return segments.with(index, { ...segment, payload: overwritten(segment.payload, other, bytes) });
    case "rename":
      return segments.with(index, { ...segment, marker: 0xc0 + (other % 0x40) });
    case "lie":
      return segments.with(index, { ...segment, claimed: other });
    case "comment":
      return segments.toSpliced(index, 0, comment);
  }
}

function overwritten(payload: Uint8Array, at: number, bytes: Uint8Array): Uint8Array {
  const changed = Uint8Array.from(payload);
  for (const [index, byte] of bytes.entries()) changed[(at + index) % Math.max(1, payload.length)] = byte;
  return changed;
}
