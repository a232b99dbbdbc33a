import { expect, test } from "bun:test";
import { peers } from "./peer-list.ts";

const page = await Bun.file(new URL("../../../../../docs/peers.md", import.meta.url)).text();

test("docs/peers.md has measured each library at the version that is named (mend with peers.ts)", () => {
  const [, table = ""] = /<!-- sizes:start -->\n([\s\S]*)<!-- sizes:end -->/.exec(page) ?? [];
  for (const { name, packages } of peers)
    expect(table).toMatch(new RegExp(`\\| ${name} \\| ${Object.values(packages)[0]} \\| [\\d.]+ kB \\|`));
  expect(page).toMatch(/\| MediaPipe tasks-vision and fingerpose \| [\d.]+ s \|/);
});
