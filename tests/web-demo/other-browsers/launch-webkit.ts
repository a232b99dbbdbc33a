import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@signify/tools/processes";
import type { OtherBrowser } from "./other-browser.ts";
import { openWebDriver } from "./web-driver.ts";

/** Debian's WebDriver for WebKitGTK, which starts the small browser that comes with WebKit, and a screen that nobody sees. */
const programs = ["/usr/bin/WebKitWebDriver", "/usr/bin/Xvfb"];
const missing = programs.filter((program) => !existsSync(program));

/** Whether there is a WebKit: `apt-get install webkit2gtk-driver xvfb` makes it so. */
export const hasWebkit = missing.length === 0;

/** Added to the name of a group of tests. */
export const withoutWebkit = hasWebkit ? "" : ` (skipped: no ${missing.join(" and no ")})`;

/** What an element is called in WebDriver's answers. */
const elementKey = "element-6066-11e4-a52e-4f735466cecf";

/** Starts WebKit on a screen of its own and speaks WebDriver with it. @throws Error when it does not start. */
export async function launchWebkit(): Promise<OtherBrowser> {
  const home = mkdtempSync(join(tmpdir(), "signify-webkit-"));
  reduceMotion(home);
  const screen = Bun.spawn(
    ["/usr/bin/Xvfb", "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  const children: Bun.Subprocess[] = [screen];
  const end = async () => {
    // Without its screen the browser ends.
    for (const child of children) child.kill("SIGKILL");
    await Promise.all(children.map((child) => child.exited));
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const display = await firstLine(screen.stdout);
    const port = freePort();
    const { PATH = "" } = process.env;
    const driver = Bun.spawn(["/usr/bin/WebKitWebDriver", "--host=local", `--port=${port}`], {
      stdio: ["ignore", "ignore", "ignore"],
      // Nothing of who runs the tests: no bus of a desktop, no profile, no graphics card.
      env: {
        ...{ PATH, HOME: home, DISPLAY: `:${display}`, NO_AT_BRIDGE: "1" },
        ...{ LIBGL_ALWAYS_SOFTWARE: "1", WEBKIT_DISABLE_DMABUF_RENDERER: "1" },
      },
    });
    children.push(driver);
    const session = await openWebDriver(`http://127.0.0.1:${port}`);
    const { browserName, browserVersion } = session.capabilities;
    return {
      version: `${browserName} ${browserVersion}`,
      async open(url) {
        await session.ask("url", { url });
      },
      async run(body) {
        const script = `
          const done = arguments[arguments.length - 1];
          (async () => { ${body} })().then(
            (value) => done({ value: JSON.stringify(value ?? null) }),
            (error) => done({ error: String(error) }),
          );
        `;
        const { value, error } = await session.ask("execute/async", { script, args: [] });
        if (error !== undefined) throw new Error(String(error));
        return JSON.parse(String(value));
      },
      async chooseFile(selector, path) {
        const found = await session.ask("element", { using: "css selector", value: selector });
        await session.ask(`element/${found[elementKey]}/value`, { text: path });
      },
      async [Symbol.asyncDispose]() {
        await session.close();
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

/** GTK's way to say so, of which pages hear as `prefers-reduced-motion`: here every picture is drawn by the processor. */
function reduceMotion(home: string): void {
  const folder = join(home, ".config/gtk-3.0");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
}

async function firstLine(stream: ReadableStream<Uint8Array>): Promise<string> {
  let said = "";
  const decoder = new TextDecoder();
  for await (const chunk of stream) {
    said += decoder.decode(chunk, { stream: true });
    const [line, ...rest] = said.split("\n");
    if (line && rest.length > 0) return line;
  }
  throw new Error("Xvfb ended before it had a display.");
}
