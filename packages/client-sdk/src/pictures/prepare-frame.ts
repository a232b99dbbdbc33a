import type { Shared } from "../connect-options.ts";
import type { StillFrame } from "./ask-of-picture.ts";
import type { Picture, RecognizeOptions } from "./recognition.ts";
import { toBitmap, toJpeg } from "./to-jpeg.ts";

/** Makes of a picture what is sent: its hands, where they are found here, so that it does not leave the device; else a JPEG. */
export async function prepareFrame(
  picture: Picture,
  options: RecognizeOptions,
  findHands: Shared["findHands"],
): Promise<StillFrame> {
  if (!findHands) return { jpeg: await toJpeg(picture, options) };
  return { landmarks: await findHands(await toBitmap(picture), options) };
}
