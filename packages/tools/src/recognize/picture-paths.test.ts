import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findSubjects } from "./picture-paths.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "signify-paths-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Makes a folder with these files in it, empty ones. */
function folderWith(name: string, files: readonly string[]): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  for (const file of files) writeFileSync(join(path, file), "");
  return path;
}

test("a file is a picture, whatever its name", async () => {
  const path = join(folderWith("file", ["hand.bin"]), "hand.bin");
  expect(await findSubjects([path])).toEqual([{ kind: "picture", path }]);
});

describe("a folder", () => {
  test("of numbered frames is one sequence, in the order of the numbers", async () => {
    const path = folderWith("sequence", ["frame-10.jpg", "frame-9.jpg", "frame-1.JPEG", "notes.txt"]);
    expect(await findSubjects([path])).toEqual([
      {
        kind: "sequence",
        path,
        frames: ["frame-1.JPEG", "frame-9.jpg", "frame-10.jpg"].map((name) => join(path, name)),
      },
    ]);
  });

  test("of frames that are named by their number alone is one too", async () => {
    const path = folderWith("numbers", ["0010.jpg", "0009.jpg"]);
    expect(await findSubjects([path])).toMatchObject([
      { kind: "sequence", frames: [join(path, "0009.jpg"), join(path, "0010.jpg")] },
    ]);
  });

  test("of pictures with different names is those pictures, by name", async () => {
    const path = folderWith("pictures", ["B-t1.jpg", "A-t1.jpg", "A-f1.jpg"]);
    expect(await findSubjects([path])).toEqual(
      ["A-f1.jpg", "A-t1.jpg", "B-t1.jpg"].map((name) => ({ kind: "picture", path: join(path, name) })),
    );
  });

  test("with one numbered picture is that picture", async () => {
    const path = folderWith("single", ["frame-1.jpg"]);
    expect(await findSubjects([path])).toEqual([{ kind: "picture", path: join(path, "frame-1.jpg") }]);
  });

  test("of folders stands for what is in them, empty ones left out", async () => {
    const path = folderWith("nested", []);
    folderWith("nested/a", ["1.jpg", "2.jpg"]);
    folderWith("nested/b", ["hand.jpg"]);
    folderWith("nested/c", []);
    expect(await findSubjects([path])).toMatchObject([
      { kind: "sequence", path: join(path, "a") },
      { kind: "picture", path: join(path, "b", "hand.jpg") },
    ]);
  });

  test("without a JPEG is refused", () => {
    expect(findSubjects([folderWith("empty", ["hand.png"])])).rejects.toThrow("holds no JPEG pictures.");
  });
});

test("a path that does not exist is named", () => {
  expect(findSubjects([join(folder, "nowhere.jpg")])).rejects.toThrow("nowhere.jpg does not exist.");
});

test("several paths come in the order in which they were given", async () => {
  const one = join(folderWith("order", ["b.jpg", "a.jpg"]), "b.jpg");
  const other = join(folder, "order", "a.jpg");
  expect((await findSubjects([one, other])).map(({ path }) => path)).toEqual([one, other]);
});
