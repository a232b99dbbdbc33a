import sharp, { type Sharp } from "sharp";

type Bytes = Uint8Array<ArrayBuffer>;

const made = async (picture: Sharp): Promise<Bytes> => new Uint8Array(await picture.toBuffer());

/** The same picture in every form in which a camera, a phone or a program may store a JPEG. */
export const storedOtherwise: Record<string, (jpeg: Bytes) => Promise<Bytes>> = {
  progressive: (jpeg) => made(sharp(jpeg).jpeg({ progressive: true })),
  CMYK: (jpeg) => made(sharp(jpeg).toColorspace("cmyk").jpeg()),
  gray: (jpeg) => made(sharp(jpeg).grayscale().jpeg()),
  "turned by EXIF": (jpeg) => made(sharp(jpeg).rotate(90).withMetadata({ orientation: 8 }).jpeg()),
  "upside down by EXIF": (jpeg) => made(sharp(jpeg).rotate(180).withMetadata({ orientation: 3 }).jpeg()),
  "mirrored by EXIF": (jpeg) => made(sharp(jpeg).flop().withMetadata({ orientation: 2 }).jpeg()),
  "larger than needed": (jpeg) => made(sharp(jpeg).resize({ height: 1800 }).jpeg({ quality: 60 })),
  "with bytes after its end": async (jpeg) => new Uint8Array([...jpeg, ...new Uint8Array(1000).fill(7)]),
};

const bytesOf = (text: string): Bytes => new Uint8Array(new TextEncoder().encode(text));

/** What is no picture, or none that may be decoded, made from one that is. */
export const unreadable: Record<string, (jpeg: Bytes) => Bytes | Promise<Bytes>> = {
  "text instead of a picture": () => bytesOf("MARKER, not a picture"),
  "a PNG": (jpeg) => made(sharp(jpeg).png()),
  "the first two bytes of a JPEG": (jpeg) => jpeg.slice(0, 2),
  "a picture cut in its header": (jpeg) => jpeg.slice(0, 100),
  "a picture cut in half": (jpeg) => jpeg.slice(0, jpeg.length >> 1),
  "zero columns": (jpeg) => withSize(jpeg, 0, 100),
  "zero rows": (jpeg) => withSize(jpeg, 100, 0),
  "1 × 65500": (jpeg) => withSize(jpeg, 1, 65500),
  "a few bytes that claim 65500 × 65500 pixels": (jpeg) => withSize(jpeg, 65500, 65500).slice(0, 3000),
  "a few bytes that claim 4096 × 4096 pixels": (jpeg) => withSize(jpeg, 4096, 4096).slice(0, 3000),
};

/** A JPEG that claims another size than it has. */
export function withSize(jpeg: Bytes, width: number, height: number): Bytes {
  const changed = jpeg.slice();
  const view = new DataView(changed.buffer);
  for (let at = 2; at < changed.length; at += 2 + view.getUint16(at + 2)) {
    const marker = changed[at + 1] ?? 0;
    if (marker < 0xc0 || marker > 0xc2) continue;
    view.setUint16(at + 5, height);
    view.setUint16(at + 7, width);
    return changed;
  }
  throw new Error("expected a JPEG with a frame header");
}
