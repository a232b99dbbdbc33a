import type { Session } from "../schema/message-types.ts";

/** Which letter model this is: what was taught to another one means nothing to it. */
export type LetterModelIdentity = Session["model"];

/** Whether two identities are of the same letter model: its digest says so, name and version are for people. */
export function isSameModel(one: LetterModelIdentity, other: LetterModelIdentity): boolean {
  return one.digest === other.digest;
}
