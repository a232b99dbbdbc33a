import { costlyPictures, floods, type StrangerKind, sendingCostlyPictures } from "../../strangers/index.ts";

const nobody: StrangerKind = { name: "nothing", path: "/", send() {} };

/** The rows of the bench's table. */
export const strangerNames: readonly string[] = [nobody, ...floods]
  .map(({ name }) => name)
  .concat(costlyPictures);

/** Makes the strangers of a row. @throws Error when there is none of this name. */
export async function strangersNamed(wanted: string | undefined): Promise<StrangerKind> {
  const kind = [nobody, ...floods].find(({ name }) => name === wanted);
  if (kind) return kind;
  const costly = costlyPictures.find((name) => name === wanted);
  if (!costly) throw new Error(`Expected one of: ${strangerNames.join(", ")}.`);
  return sendingCostlyPictures(costly);
}
