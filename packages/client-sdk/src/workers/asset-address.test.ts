import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { type AssetName, assetAddress, assetNames } from "./asset-address.ts";

let restore: () => void;
beforeEach(() => {
  restore = replaceGlobal("location", { href: "https://app.example/learn/?lesson=3#a" });
});
afterEach(() => restore());

const names = Object.keys(assetNames) as AssetName[];

describe("assetAddress", () => {
  test.each([
    ["/signify/", "https://app.example/signify/"],
    ["/signify", "https://app.example/signify/"],
    ["assets", "https://app.example/learn/assets/"],
    ["./", "https://app.example/learn/"],
    ["https://files.example/v1", "https://files.example/v1/"],
    [new URL("https://files.example/v1/"), "https://files.example/v1/"],
  ])("finds every file in the folder %s", (assets, folder) => {
    for (const name of names) expect(assetAddress({ assets }, name)).toBe(folder + assetNames[name]);
  });

  test("a single file may lie elsewhere; the others stay in the folder", () => {
    const options = { assets: "/signify/", assetFiles: { lettersModel: "/v1/model/letters.onnx" } };
    expect(assetAddress(options, "lettersModel")).toBe("https://app.example/v1/model/letters.onnx");
    expect(assetAddress(options, "lettersDescription")).toStartWith("https://app.example/signify/");
  });

  test("takes the address of a single file as a URL too, relative to the page as text", () => {
    const at = (handsModel: string | URL) =>
      assetAddress({ assets: "/signify/", assetFiles: { handsModel } }, "handsModel");
    expect(at(new URL("https://files.example/hands.task"))).toBe("https://files.example/hands.task");
    expect(at("hands.task?v=2")).toBe("https://app.example/learn/hands.task?v=2");
  });
});
