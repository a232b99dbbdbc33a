import sharp from "sharp";
import { writeClip } from "../browser/write-clip.ts";
import { photoPath } from "./photos.ts";

/** A clip for the fake camera, 640 × 480, that shows each photograph for so many frames; answers its path. */
export async function photoClip(names: readonly string[], frames: number): Promise<string> {
  const pictures = names.map((name) =>
    sharp(photoPath(name))
      .resize(640, 480, { fit: "contain", background: "#888" })
      .jpeg({ quality: 90 })
      .toBuffer(),
  );
  return writeClip((await Promise.all(pictures)).map((jpeg) => ({ jpeg, frames })));
}
