import { SignifyError } from "@signify/core";
import { encodeJpeg } from "../camera/encode-jpeg.ts";
import { readJpeg } from "../frames/read-jpeg.ts";
import type { DrawnPicture, Picture, RecognizeOptions } from "./recognition.ts";

/** What is made of a picture that is no JPEG. */
export type JpegOptions = Pick<RecognizeOptions, "maxSide" | "quality">;

/**
 * The JPEG of a picture. What is drawn, such as a video, is taken as it is now; bytes of a JPEG are left as they are.
 * @throws SignifyError "bad-picture" when it is none, or not loaded yet; "unsupported" where this runtime cannot draw.
 */
export async function toJpeg(
  picture: Picture,
  { maxSide = 1024, quality = 0.9 }: JpegOptions = {},
): Promise<Uint8Array> {
  if (isBytes(picture)) return readJpeg(picture);
  // Where it can be drawn, a photo of many megabytes is made small, and upright.
  if (isBlob(picture) && !canDraw()) return readJpeg(await picture.arrayBuffer());
  return encodeJpeg({ picture: await toBitmap(picture), maxSide, quality });
}

/**
 * The picture as a bitmap of its own, to be closed by whoever gets it.
 * @throws what {@link toJpeg} throws
 */
export async function toBitmap(picture: Picture): Promise<ImageBitmap> {
  if (!canDraw()) throw cannotDraw();
  const source = isBytes(picture) ? toBlob(readJpeg(picture)) : picture;
  if (!isDrawable(source)) throw notAPicture();
  try {
    return await createImageBitmap(source as ImageBitmapSource);
  } catch (cause) {
    throw notAPicture(cause);
  }
}

/** Whether it is a file, in runtimes that have none too. */
export function isBlob(picture: unknown): picture is Blob {
  return typeof Blob !== "undefined" && picture instanceof Blob;
}

const canDraw = () => typeof createImageBitmap !== "undefined";

function isBytes(picture: Picture): picture is Uint8Array | ArrayBuffer | string {
  return typeof picture === "string" || picture instanceof ArrayBuffer || ArrayBuffer.isView(picture);
}

function toBlob(jpeg: Uint8Array): Blob {
  return new Blob([new Uint8Array(jpeg)], { type: "image/jpeg" });
}

/** Whether it has a size, as all have that are drawn; a video has one as soon as it has a picture. */
function isDrawable(picture: Blob | DrawnPicture | null | undefined): boolean {
  if (isBlob(picture)) return true;
  if (typeof picture !== "object" || picture === null) return false;
  if ("videoWidth" in picture) return picture.videoWidth > 0;
  if ("displayWidth" in picture) return picture.displayWidth > 0;
  return picture.width > 0;
}

function notAPicture(cause?: unknown): SignifyError {
  return new SignifyError(
    "bad-picture",
    "Expected a picture: a JPEG as bytes or base64, a Blob, ImageData, a canvas, a bitmap, or an <img> or <video> that has loaded.",
    { cause },
  );
}

function cannotDraw(): SignifyError {
  return new SignifyError(
    "unsupported",
    "Expected a JPEG, as bytes or as base64: this runtime has no canvas to make one of another picture.",
  );
}
