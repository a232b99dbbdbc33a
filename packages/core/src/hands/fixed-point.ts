/**
 * The numbers of fixed-point sampling: coordinates count 1/65536 pixel, of which five bits of the fraction become
 * weights of 1/32 in each direction, 1/1024 for a pixel.
 */
export const coordinateBits = 16;
/** One pixel. */
export const coordinateOne = 1 << coordinateBits;
/** Bits of a weight in one direction. */
export const weightBits = 5;
/** What a coordinate is shifted by to have its fraction in the lowest bits. */
export const fractionBits = coordinateBits - weightBits;
/** Keeps the fraction of a shifted coordinate. */
export const fractionMask = (1 << weightBits) - 1;
/** Added to a coordinate so that cutting it off rounds it. */
export const halfFraction = 1 << (fractionBits - 1);
/** The sum of the weights of four pixels. */
export const weightOne = 1 << (2 * weightBits);
/** What a weighted sum is shifted by. */
export const weightShift = 2 * weightBits;
/** Added to a weighted sum so that cutting it off rounds it. */
export const weightHalf = weightOne / 2;
/** A byte as a share of 255, 0..1: looking it up is faster than dividing. */
export const unitOfByte = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
