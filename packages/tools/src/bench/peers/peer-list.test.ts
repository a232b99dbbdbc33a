import { expect, test } from "bun:test";
import { mediaPipeHands, peers } from "./peer-list.ts";

const page = await Bun.file(new URL("../../../../../docs/peers.md", import.meta.url)).text();

test("docs/peers.md has measured each library at the version that is named (mend with peers.ts)", () => {
  const [, table = ""] = /<!-- sizes:start -->\n([^]*)<!-- sizes:end -->/.exec(page) ?? [];
  for (const { name, packages } of peers)
    expect(table).toMatch(new RegExp(`\\| ${name} \\| ${Object.values(packages)[0]} \\| [\\d.]+ kB \\|`));
  expect(page).toContain(`MediaPipe Hands ${mediaPipeHands["@mediapipe/hands"]} and fingerpose | `);
});
