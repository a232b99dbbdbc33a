import { SignifyError } from "../errors.ts";
import { decodeBase64 } from "./base64.ts";

/** A JPEG as an app may have it: bytes, or base64 with or without a `data:` prefix. */
export type JpegSource = Uint8Array | ArrayBuffer | string;

/** The bytes of a JPEG. @throws SignifyError "bad-picture" when it does not begin like one. */
export function readJpeg(source: JpegSource): Uint8Array {
  const bytes = toBytes(source);
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bytes;
  throw new SignifyError("bad-picture", "Expected a JPEG picture, as bytes or as base64.");
}

function toBytes(source: JpegSource): Uint8Array {
  if (typeof source === "string") return decodeBase64(source);
  return ArrayBuffer.isView(source) ? source : new Uint8Array(source);
}
