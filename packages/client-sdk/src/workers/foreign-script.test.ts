import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { foreignScript } from "./foreign-script.ts";

let leave: () => void;
const at = (href: string) => {
  leave = replaceGlobal("location", { href });
};
beforeEach(() => at("https://app.example/learn/"));
afterEach(() => leave());

const script = "https://cdn.example/signify/letters-worker.js?0a1b";

describe("foreignScript", () => {
  test("imports a script of another origin in the way of its kind", async () => {
    expect(await foreignScript(script)?.text()).toBe(`importScripts("${script}");`);
    expect(await foreignScript(script, "module")?.text()).toBe(`import "${script}";`);
    expect(foreignScript(script)?.type).toStartWith("text/javascript");
  });

  test.each(["https://app.example:8443/worker.js", "http://app.example/worker.js"])(
    "another port or protocol is another origin: %s",
    (address) => expect(foreignScript(address)).toBeDefined(),
  );

  test.each([
    "https://app.example/signify/worker.js",
    "blob:https://app.example/1",
    "data:text/javascript,1",
  ])("none is needed for %s", (address) => expect(foreignScript(address)).toBeUndefined());

  test("a worker that was started by such a script has its page's origin", () => {
    leave();
    at("blob:https://app.example/5a1e");
    expect(foreignScript("https://app.example/worker.js")).toBeUndefined();
    expect(foreignScript(script)).toBeDefined();
  });
});
