import { isRecord } from "../shell/is-record.ts";
import { decodeBase64Url } from "../tasks/base64url.ts";
import { checkHandIn, type HandIn } from "./hand-in.ts";
import { readHandInCode } from "./hand-in-code.ts";

const kind = "signify-result";
const fileVersion = 1;

/** With what a text of before begins; it was the file's content as base64url. */
const oldTextPrefix = "SIGNIFY1.";

/** The file to hand in. */
export function handInFile(handIn: HandIn): string {
  return `${JSON.stringify({ kind, version: fileVersion, ...handIn }, null, 1)}\n`;
}

/** Reads a file, a code, or a text of before; `undefined` when it is none of them. Nothing of it is trusted. */
export function readHandIn(content: string): HandIn | undefined {
  const text = content.trim();
  if (/^[\w-]+$/.test(text)) return readHandInCode(text);
  const json = text.startsWith(oldTextPrefix) ? decodeBase64Url(text.slice(oldTextPrefix.length)) : text;
  try {
    const value: unknown = JSON.parse(json ?? "");
    if (!isRecord(value) || value.kind !== kind || value.version !== fileVersion) return undefined;
    return checkHandIn(value);
  } catch {
    return undefined;
  }
}
