import { type Letter, letters } from "@signify/core";
import { isMovement } from "../practice/hold.ts";

/** The letters that can be taught: J and Z are read by their movement, whoever signs them. */
export const teachable: readonly Letter[] = letters.filter((letter) => !isMovement(letter));
