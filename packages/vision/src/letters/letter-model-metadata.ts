import { readFileSync } from "node:fs";
import { type Static, Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";

const Metadata = Type.Object({ name: Type.String(), version: Type.String() });

/** Name and version of the letter model, as clients are told them. */
export type LetterModelMetadata = Static<typeof Metadata>;

/** Reads `model.json` beside the letter model. @throws Error when it does not name the model and its version. */
export function readLetterModelMetadata(path: string): LetterModelMetadata {
  const metadata: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (!Value.Check(Metadata, metadata))
    throw new Error("expected the letter model's model.json to have a name and a version");
  return { name: metadata.name, version: metadata.version };
}
