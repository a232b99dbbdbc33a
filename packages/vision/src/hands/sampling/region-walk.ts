import type { Region } from "@signify/core";
import { coordinateOne, halfFraction } from "./fixed-point.ts";

/** The way of a sample through a picture: where it begins, and its steps, in 1/65536 pixel. Rounded where they are whole. */
export type RegionWalk = {
  /** The first pixel of the input, in the picture; what rounds a position to 1/32 pixel is in it. */
  cornerX: number;
  cornerY: number;
  /** From a pixel of the input to the next in its row: whole. */
  columnX: number;
  columnY: number;
  /** From a row to the next. */
  rowX: number;
  rowY: number;
  /** What of the picture the region may reach, in pixels; it may lie outside. */
  top: number;
  bottom: number;
  left: number;
  right: number;
};

/** The way through a region of a picture of this height, for an input of `side` pixels. */
export function walkRegion(
  { centerX, centerY, size, rotation }: Region,
  height: number,
  side: number,
): RegionWalk {
  const pixel = (size * height * coordinateOne) / side;
  const columnX = Math.round(Math.cos(rotation) * pixel);
  const columnY = Math.round(Math.sin(rotation) * pixel);
  const rowX = -Math.sin(rotation) * pixel;
  const rowY = Math.cos(rotation) * pixel;
  const reach = (size / 2) * (Math.abs(Math.cos(rotation)) + Math.abs(Math.sin(rotation)));
  return {
    cornerX: halfFraction + centerX * height * coordinateOne - (side / 2) * (columnX + rowX),
    cornerY: halfFraction + centerY * height * coordinateOne - (side / 2) * (columnY + rowY),
    columnX,
    columnY,
    rowX,
    rowY,
    top: Math.round((centerY - reach) * height),
    bottom: Math.round((centerY + reach) * height),
    left: Math.round((centerX - reach) * height),
    right: Math.round((centerX + reach) * height),
  };
}
