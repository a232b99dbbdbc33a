import { SignifyError } from "@signify/core";
import type { EncodeRequest } from "./pictures-request.ts";

type Canvas = OffscreenCanvas | HTMLCanvasElement;
let canvas: Canvas | undefined;

/** Makes a JPEG of a picture, in a worker or, where there is no OffscreenCanvas, on the page. The picture is closed. */
export async function encodeJpeg({
  picture,
  maxSide,
  quality,
}: EncodeRequest): Promise<Uint8Array<ArrayBuffer>> {
  const width = "displayWidth" in picture ? picture.displayWidth : picture.width;
  const height = "displayHeight" in picture ? picture.displayHeight : picture.height;
  const scale = Math.min(1, maxSide / Math.max(width, height));
  canvas ??= createCanvas();
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  // Setting a canvas's size clears and reallocates it, also to the size it has.
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  const context = canvas.getContext("2d", { alpha: false }) as CanvasRenderingContext2D | null;
  context?.drawImage(picture, 0, 0, size.width, size.height);
  picture.close();
  const blob = await toBlob(canvas, quality);
  return new Uint8Array(await blob.arrayBuffer());
}

function createCanvas(): Canvas {
  return typeof OffscreenCanvas === "undefined"
    ? document.createElement("canvas")
    : new OffscreenCanvas(1, 1);
}

async function toBlob(from: Canvas, quality: number): Promise<Blob> {
  if ("convertToBlob" in from) return from.convertToBlob({ type: "image/jpeg", quality });
  const blob = await new Promise<Blob | null>((resolve) => from.toBlob(resolve, "image/jpeg", quality));
  if (blob) return blob;
  throw new SignifyError("pictures-failed", "This browser could not make a JPEG of the picture.");
}
