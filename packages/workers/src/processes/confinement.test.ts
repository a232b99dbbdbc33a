import { describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findRestraints } from "./confinement.ts";

describe("findRestraints", () => {
  test("keeps what can be had, each tried behind those before it", () => {
    const tried: string[] = [];
    const granted = findRestraints((command) => {
      tried.push(command.filter((word) => /^(setpriv|unshare|prlimit)$/.test(word)).join(" "));
      return !command.includes("unshare");
    });
    expect(tried).toEqual(["setpriv", "setpriv unshare", "setpriv prlimit"]);
    expect(granted.map(({ command }) => command[0])).toEqual(["setpriv", "prlimit"]);
  });

  test("is empty where nothing can be had", () => {
    expect(findRestraints(() => false)).toEqual([]);
  });
});

const granted = findRestraints();
const has = (program: string) => granted.some(({ command }) => command[0] === program);

/** Runs a program behind all restraints of this machine, and answers what it printed. */
async function runConfined(program: string): Promise<string> {
  const command = [...granted.flatMap((one) => one.command), process.execPath, "-e", program];
  const env = { PATH: process.env.PATH, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" };
  return new Response(Bun.spawn(command, { env, stderr: "ignore" }).stdout).text();
}

describe("behind the restraints of this machine", () => {
  test.skipIf(!has("unshare"))("nobody can be reached (needs unprivileged user namespaces)", async () => {
    using listener = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response("reached") });
    const program = `console.log(await fetch("${listener.url}").then((answer) => answer.text(), () => "nobody"))`;
    expect((await runConfined(program)).trim()).toBe("nobody");
  });

  test.skipIf(!has("prlimit"))("no file can be written (needs prlimit)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "signify-confined-"));
    const path = join(folder, "stolen");
    await runConfined(`require("node:fs").writeFileSync(${JSON.stringify(path)}, "a face")`);
    expect((await Bun.file(path).exists()) ? readFileSync(path, "utf8") : "").toBe("");
    rmSync(folder, { recursive: true });
  });

  test.skipIf(!has("setpriv"))("no program gives more rights (needs setpriv)", async () => {
    const status = await runConfined(
      `console.log(require("node:fs").readFileSync("/proc/self/status", "utf8"))`,
    );
    expect(status).toContain("NoNewPrivs:\t1");
  });
});
