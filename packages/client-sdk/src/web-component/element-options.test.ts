import { expect, test } from "bun:test";
import { optionsOfAttributes } from "./element-options.ts";

const read = (attributes: Record<string, string>) => optionsOfAttributes((name) => attributes[name] ?? null);

test("attributes are options", () => {
  expect(
    read({
      where: "pictures",
      url: "ws://a",
      target: "q",
      assets: "/s/",
      facing: "environment",
      preview: "plain",
    }),
  ).toEqual({
    ...{ where: "pictures", url: "ws://a", target: "Q", assets: "/s/" },
    ...{ camera: { facing: "environment" }, preview: "plain" },
  });
});

test("what is not there, or says what it must not, is not said", () => {
  expect(read({})).toEqual({ target: null });
  expect(read({ where: "cloud", url: "", target: "AB", facing: "left", preview: "", assets: "" })).toEqual({
    target: null,
  });
});

test.each([
  ["", true],
  ["true", true],
  ["false", false],
])("mirrored=%j is %p", (value, mirrored) => {
  expect(read({ mirrored: value })).toEqual({ target: null, mirrored });
});
