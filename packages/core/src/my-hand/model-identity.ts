import type { Session } from "../schema/message-types.ts";

/** Which letter model this is: what was taught to another one means nothing to it. */
export type LetterModelIdentity = Session["model"];

/** Whether two identities are of the same letter model. */
export function isSameModel(one: LetterModelIdentity, other: LetterModelIdentity): boolean {
  return one.name === other.name && one.version === other.version && one.digest === other.digest;
}
