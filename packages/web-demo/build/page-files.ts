import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Files of the built page, relative to its folder, for use without a network. */
export type PageFiles = {
  /** Changes with the name or the content of any file. */
  version: string;
  /** Small files: kept when the page is first opened. The page itself is asked for by its folder's address, "./". */
  shell: string[];
  /** Large files: kept when they are used. */
  large: string[];
  /** What recognition on the device is made of: kept when it is used, because no mode needs all of it. */
  recognition: string[];
};

/** Folder of the files for recognition on the device. */
export const recognitionFolder = "recognition";

/** Bytes from which on a file counts as large. */
const largeFrom = 200_000;

/** Lists what a built page is made of, without its service worker and without compressed twins. */
export function listPageFiles(folder: string): PageFiles {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== "service-worker.js" && !/\.(gz|br)$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
    .sort();
  const version = createHash("sha256");
  for (const name of names) version.update(name).update(readFileSync(join(folder, name)));
  const isRecognition = (name: string) => name.startsWith(`${recognitionFolder}/`);
  const others = names.filter((name) => !isRecognition(name));
  const isLarge = (name: string) => statSync(join(folder, name)).size >= largeFrom;
  return {
    version: version.digest("hex").slice(0, 12),
    shell: others.filter((name) => !isLarge(name)).map((name) => (name === "index.html" ? "./" : name)),
    large: others.filter(isLarge),
    recognition: names.filter(isRecognition),
  };
}
