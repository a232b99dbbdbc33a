import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";

/** One thing to recognize: a picture by itself, or a folder of numbered frames as one sequence. */
export type Subject =
  | { kind: "picture"; path: string }
  | { kind: "sequence"; path: string; frames: string[] };

const picture = /\.jpe?g$/i;
const numbered = /^(.*?)(\d+)\.jpe?g$/i;

/**
 * Finds what the paths hold. A folder whose pictures are named by one prefix and a number is a sequence, in the order of
 * the numbers; another folder stands for its pictures, and for the folders in it.
 * @throws Error for a path that does not exist or holds no JPEG.
 */
export async function findSubjects(paths: readonly string[]): Promise<Subject[]> {
  const found = await Promise.all(paths.map(subjectsAt));
  return found.flat();
}

async function subjectsAt(path: string): Promise<Subject[]> {
  const entry = await stat(path).catch(() => undefined);
  if (!entry) throw new Error(`${path} does not exist.`);
  if (entry.isFile()) return [{ kind: "picture", path }];
  const entries = (await readdir(path, { withFileTypes: true })).sort((one, other) =>
    one.name < other.name ? -1 : 1,
  );
  const pictures = entries
    .filter((inside) => inside.isFile() && picture.test(inside.name))
    .map(({ name }) => name);
  const frames = asSequence(pictures);
  const here: Subject[] = frames
    ? [{ kind: "sequence", path, frames: frames.map((name) => join(path, name)) }]
    : pictures.map((name) => ({ kind: "picture", path: join(path, name) }));
  const folders = entries.filter((inside) => inside.isDirectory()).map(({ name }) => join(path, name));
  const below = await Promise.all(folders.map((folder) => subjectsAt(folder).catch(() => [])));
  const subjects = [...here, ...below.flat()];
  if (subjects.length === 0) throw new Error(`${path} holds no JPEG pictures.`);
  return subjects;
}

/** File names in the order of their numbers, if there are several and they differ in nothing else. */
function asSequence(names: readonly string[]): string[] | undefined {
  const parsed = names.map((name) => numbered.exec(name));
  const prefixes = new Set(parsed.map((match) => match?.[1]));
  if (names.length < 2 || prefixes.size !== 1 || prefixes.has(undefined)) return undefined;
  return [...names].sort((one, other) => numberOf(one) - numberOf(other));
}

function numberOf(name: string): number {
  return Number(numbered.exec(name)?.[2] ?? 0);
}
