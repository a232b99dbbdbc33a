import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { hasChromium, launchChromium, withoutChromium, writeClip } from "@signify/tools/browser";
import { freePort } from "@signify/tools/processes";
import type { Browser } from "playwright-core";
import { packPackage } from "../support/npm/packed-package.ts";
import { hasRegistry, withoutRegistry } from "../support/npm/registry.ts";
import { followSteps, runCommand, type Started, startServer } from "./support/follow-steps.ts";
import { readSteps } from "./support/read-steps.ts";

const sdk = fileURLToPath(new URL("../../packages/client-sdk/", import.meta.url));
const dist = join(sdk, "dist");
const readme = readFileSync(join(sdk, "README.md"), "utf8");
const rendering = new URL("../fixtures/reference-hand/L.jpg", import.meta.url);

const isReached = hasChromium && hasRegistry;
const missing = withoutChromium || withoutRegistry;

test("all that the README and the guides point to is in the package", () => {
  const documents = ["README.md", ...new Bun.Glob("docs/*.md").scanSync({ cwd: dist })];
  for (const document of documents) {
    const links = [...readFileSync(join(dist, document), "utf8").matchAll(/\]\(([^):#]+)\)/g)];
    for (const [, link = ""] of links)
      expect({ document, link, isThere: existsSync(join(dist, dirname(document), link)) }).toMatchObject({
        isThere: true,
      });
  }
  expect(existsSync(join(dist, "examples"))).toBe(true);
});

test("the README names every entry of the package, and no other", () => {
  const { exports, name } = JSON.parse(readFileSync(join(dist, "package.json"), "utf8"));
  const [, table = ""] = readme.split("## Entry points");
  const named = [...table.matchAll(/^\| `(@signify\/client-sdk[^`]*)`/gm)].map(([, entry]) => entry);
  const published = Object.keys(exports)
    .filter((entry) => /^\.(\/[\w-]+)?$/.test(entry))
    .map((entry) => `${name}${entry.slice(1)}`);
  expect(named.toSorted()).toEqual(published.toSorted() as string[]);
});

describe.skipIf(!isReached)(`a newcomer who copies and pastes the README${missing}`, () => {
  let server: LaunchedServer;
  let browser: Browser;
  let tarball: string;
  const folders: string[] = [];
  const folder = () => {
    folders.push(mkdtempSync(join(tmpdir(), "signify-newcomer-")));
    return folders.at(-1) ?? "";
  };
  beforeAll(async () => {
    const jpeg = new Uint8Array(readFileSync(rendering));
    [server, browser, tarball] = await Promise.all([
      launchServer(),
      launchChromium({ clip: await writeClip([{ jpeg, frames: 30 }]) }),
      packPackage(),
    ]);
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.[Symbol.asyncDispose]();
    for (const path of folders) rmSync(path, { recursive: true, force: true });
  }, 60_000);

  /** The package as it would come from the registry, and this server in the place of the one on port 8765. */
  function replacements(): [string, string][] {
    return [
      ["npm install @signify/client-sdk", `npm install ${tarball}`],
      ["localhost:8765", new URL(server.url).host],
      ["-p 3000", `-p ${freePort()}`],
    ];
  }

  /** Opens the page and waits for the letter that the camera shows. Answers the milliseconds that took. */
  async function readLetter(url: string): Promise<number> {
    const page = await browser.newPage();
    const start = performance.now();
    const faults: string[] = [];
    page.on("pageerror", (error) => faults.push(error.message));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(url);
    try {
      await page.locator("#letter").getByText("L", { exact: true }).waitFor({ timeout: 45_000 });
      await page.locator("#state").getByText("That is an L.").waitFor({ timeout: 30_000 });
    } catch {
      const state = await page.locator("#state").textContent();
      throw new Error(`The page shows no L. It says: ${state}\n${faults.join("\n")}`);
    }
    await page.close();
    return performance.now() - start;
  }

  async function follow(section: string): Promise<Started & { told: string[] }> {
    const told: string[] = [];
    const onStep = (name: string, milliseconds: number) => told.push(`${name}: ${seconds(milliseconds)}`);
    const started = await followSteps(readSteps(readme, section), {
      ...{ folder: folder(), onStep },
      replace: replacements(),
    });
    return { ...started, told };
  }

  test("with Vite: the app runs in development, is built without a word, and reads the letter built too", async () => {
    const start = performance.now();
    await using app = await follow("Start with Vite");
    const first = await readLetter(app.url);
    const whole = performance.now() - start;
    await runCommand("npm run build", app.folder);
    await using built = await startServer("npm run preview", app.folder);
    const again = await readLetter(built.url);
    tell("Vite", [...app.told, `page to letter: ${seconds(first)}`, `in all: ${seconds(whole)}`]);
    tell("Vite, built", [`page to letter: ${seconds(again)}`]);
  }, 280_000);

  test("with plain HTML: the page reads the letter", async () => {
    const start = performance.now();
    await using app = await follow("Start with plain HTML");
    const first = await readLetter(app.url);
    const whole = performance.now() - start;
    tell("plain HTML", [...app.told, `page to letter: ${seconds(first)}`, `in all: ${seconds(whole)}`]);
  }, 280_000);
});

const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s`;

/** The newcomer's way, timed. */
function tell(way: string, lines: readonly string[]): void {
  process.stderr.write(`${way}:\n${lines.map((line) => `  ${line}\n`).join("")}`);
}
