import { expect, test } from "bun:test";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { countLinks, deadLinks } from "./dead-links.ts";

test("a link to no file and one to no part of a file are dead, those that lead somewhere are not", async () => {
  const folder = mkdtempSync(join(tmpdir(), "signify-links-"));
  await Bun.write(
    join(folder, "index.html"),
    '<a href="a/b.html#here">x</a><a href="a/b.html#there">x</a><img src="none.png"><a href="https://host.example">x</a>',
  );
  await Bun.write(join(folder, "a/b.html"), '<p id="here"><a class="up" href="../index.html">x</a>');
  expect(deadLinks(folder)).toEqual(["index.html → a/b.html#there", "index.html → none.png"]);
  expect(countLinks(folder)).toBe(5);
});
