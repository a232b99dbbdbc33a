import { en } from "./en.ts";

/** Every text of the page. A translation has this type, so that the compiler names what it lacks. */
export type Texts = typeof en;

/** The texts in use. */
export const texts: Texts = en;
