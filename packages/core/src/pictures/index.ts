export type { ExifOrientation } from "./exif-orientation.ts";
export { type JpegHeader, readJpegHeader } from "./jpeg-header.ts";
