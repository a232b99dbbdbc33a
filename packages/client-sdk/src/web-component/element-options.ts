import { parseLetter } from "@signify/core";
import type { LetterCameraOptions } from "../letter-camera/letter-camera-options.ts";
import type { Where } from "../on-device/recognize-camera.ts";

/** The attributes that the element listens to. */
export const elementAttributes = [
  "where",
  "url",
  "target",
  "assets",
  "facing",
  "preview",
  "mirrored",
] as const;

/** Options by attributes. What an attribute must not say counts as not said: a page that is written by hand has nobody to catch an error. */
export function optionsOfAttributes(
  attribute: (name: (typeof elementAttributes)[number]) => string | null,
): Pick<LetterCameraOptions, "where" | "url" | "target" | "assets" | "camera" | "preview" | "mirrored"> {
  const where = oneOf(attribute("where"), ["device", "landmarks", "pictures"] satisfies Where[]);
  const facing = oneOf(attribute("facing"), ["user", "environment"] as const);
  const preview = oneOf(attribute("preview"), ["mirrored", "plain"] as const);
  const [url, assets, mirrored] = [attribute("url"), attribute("assets"), attribute("mirrored")];
  return {
    target: parseLetter(attribute("target")) ?? null,
    ...(where && { where }),
    ...(url && { url }),
    ...(assets && { assets }),
    ...(facing && { camera: { facing } }),
    ...(preview && { preview }),
    ...(mirrored !== null && { mirrored: mirrored !== "false" }),
  };
}

function oneOf<Word extends string>(value: string | null, words: readonly Word[]): Word | undefined {
  return words.find((word) => word === value);
}
