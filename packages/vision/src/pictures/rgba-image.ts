/**
 * A decoded picture, laid out as an `ImageData`: 8-bit RGBA, row by row from the top left, `4 · width · height` bytes that
 * start at a multiple of four in their buffer. Alpha is not looked at.
 */
export type RgbaImage = { data: Uint8Array; width: number; height: number };
