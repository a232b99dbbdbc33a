/**
 * The numbers of fixed-point sampling: coordinates count 1/65536 pixel, of which five bits of the fraction become
 * weights of 1/32 in each direction, 1/1024 for a pixel.
 */
export const coordinateBits = 16;
/** One pixel. */
export const coordinateOne = 1 << coordinateBits;
const weightBits = 5;
/** The sum of the weights in one direction. */
export const weightOne = 1 << weightBits;
/** What a coordinate is shifted by to have its fraction in the lowest bits. */
export const fractionBits = coordinateBits - weightBits;
/** Keeps the fraction of a shifted coordinate. */
export const fractionMask = weightOne - 1;
/** Added to a coordinate so that cutting it off rounds it. */
export const halfFraction = 1 << (fractionBits - 1);
/** What a sum weighted in both directions is shifted by. */
export const weightShift = 2 * weightBits;
/** Added to a weighted sum so that cutting it off rounds it. */
export const weightHalf = 1 << (weightShift - 1);
/** Keeps red and blue of a pixel 0xAABBGGRR. */
export const redBlueMask = 0x00ff00ff;
/** Keeps the lowest byte. */
export const byteMask = 0xff;
/** Keeps the lower half of a word. */
export const wordMask = 0xffff;
/** A byte as a share of 255, 0..1: looking it up is faster than dividing. */
export const unitOfByte = Float32Array.from({ length: 256 }, (_, byte) => byte / 255);
