import { SignifyError } from "@signify/core";

/**
 * Parses the text of a message.
 * @throws SignifyError "bad-message" with this sentence when it is no JSON.
 */
export function parseJson(text: string, expectation: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new SignifyError("bad-message", expectation);
  }
}
