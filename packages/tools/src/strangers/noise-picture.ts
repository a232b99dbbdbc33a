import sharp from "sharp";

/** A square JPEG of colored clouds, in many passes: large to decode, and below a megabyte. */
export async function noisePicture(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const [width, height, channels] = [512, 512, 3] as const;
  let state = 1;
  const pixels = Uint8Array.from({ length: width * height * channels }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state >>> 16;
  });
  const picture = sharp(pixels, { raw: { width, height, channels } }).resize(side, side);
  return new Uint8Array(await picture.jpeg({ quality: 8, progressive: true }).toBuffer());
}
