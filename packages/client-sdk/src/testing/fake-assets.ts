import { assetNames, manifestName } from "../workers/asset-address.ts";
import { handRangesFile } from "./hand-ranges-file.ts";
import { replaceGlobal } from "./replace-global.ts";

/**
 * Has `fetch` answer for the files of the SDK's assets, wherever an app says that they lie: nobody has to serve them in a
 * test. All else is asked of the `fetch` that was there.
 */
export function installFakeAssets(): () => void {
  const before = (globalThis as { fetch?: typeof fetch }).fetch;
  const answer = async (input: string | URL | Request, init?: RequestInit) => {
    const address = typeof input === "object" && "url" in input ? input.url : String(input);
    const file = fileAt(address);
    if (file !== undefined) return responseOf(file);
    if (before) return before.call(globalThis, input, init);
    throw new TypeError("expected a file of the SDK's assets: this runtime has no fetch");
  };
  return replaceGlobal("fetch", answer);
}

/** What is behind an address, null for a file that is not there; undefined when it is none of the SDK's. */
function fileAt(address: string): string | null | undefined {
  const name = address.replace(/[?#].*/, "").replace(/.*\//, "");
  if (name === manifestName) return null;
  // Of a folder in parts: "letters-0-0a1b2c3d4e.onnx".
  const usual = name.replace(/(-\d+)?-[0-9a-f]{10}(?=\.)/, "");
  if (usual === assetNames.handRanges) return handRangesFile();
  return Object.values<string>(assetNames).includes(usual) ? "x" : undefined;
}

/** The little of a Response that is used: not every test runtime has one, or encodes text. */
function responseOf(file: string | null): Response {
  const pieces = file === null ? [] : [Uint8Array.from(file, (letter) => letter.charCodeAt(0))];
  const read = async () => {
    const value = pieces.shift();
    return { done: value === undefined, value };
  };
  const known = {
    ok: file !== null,
    status: file === null ? 404 : 200,
    headers: { get: () => null },
    body: { getReader: () => ({ read }) },
  };
  return { ...known, json: async () => JSON.parse(file ?? "{}") } as unknown as Response;
}
