import { readFileSync } from "node:fs";
import { type LetterModel, readLetterModel } from "@signify/core";
import { letterModelPaths } from "@signify/models";

/**
 * What `model.json` says of the letter model of this installation, or of another one.
 * @throws Error when it is missing or lacks what the recognizer needs of it.
 */
export function readLetterModelFile(path: string = letterModelPaths().metadata): LetterModel {
  return readLetterModel(JSON.parse(readFileSync(path, "utf8")));
}
