import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OtherBrowser } from "./other-browser.ts";

/** The program that the variable FIREFOX names, or the one of Debian's package. */
const firefoxPath = process.env.FIREFOX ?? "/usr/bin/firefox-esr";

/** Whether there is a Firefox: `apt-get install firefox-esr` makes it so. */
export const hasFirefox = existsSync(firefoxPath);

/** Added to the name of a group of tests. */
export const withoutFirefox = hasFirefox ? "" : ` (skipped: no Firefox at ${firefoxPath})`;

/** It speaks to nobody of its own accord, and takes commands by WebDriver BiDi alone. */
const preferences: Record<string, string | number | boolean> = {
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.safebrowsing.downloads.remote.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.page": 0,
  "datareporting.policy.dataSubmissionEnabled": false,
  "extensions.getAddons.cache.enabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "remote.active-protocols": 1,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
};

type Answer = {
  id?: number;
  type: string;
  result?: Record<string, unknown>;
  error?: string;
  message?: string;
};

/** Starts Firefox without a screen and speaks WebDriver BiDi with it, for which it needs no other program. @throws Error when it does not start. */
export async function launchFirefox(): Promise<OtherBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "signify-firefox-"));
  const lines = Object.entries(preferences).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const child = Bun.spawn(
    [firefoxPath, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port=0"],
    { stdio: ["ignore", "ignore", "pipe"], env: { ...process.env, HOME: profile } },
  );
  const end = async () => {
    child.kill("SIGKILL");
    await child.exited;
    rmSync(profile, { recursive: true, force: true });
  };
  try {
    const socket = await openSocket(`${await socketAddress(child.stderr)}/session`);
    const ask = commandsOf(socket);
    const session = await ask("session.new", { capabilities: {} });
    const { browserName, browserVersion } = session.capabilities as Record<string, string>;
    const { contexts } = await ask("browsingContext.getTree", {});
    const [{ context = "" } = {}] = contexts as { context: string }[];
    return {
      version: `${browserName} ${browserVersion}`,
      async open(url) {
        await ask("browsingContext.navigate", { context, url, wait: "complete" });
      },
      async run(body) {
        const answer = await ask("script.callFunction", {
          functionDeclaration: `async () => JSON.stringify((await (async () => { ${body} })()) ?? null)`,
          awaitPromise: true,
          target: { context },
        });
        if (answer.type !== "success") throw new Error(JSON.stringify(answer.exceptionDetails));
        return JSON.parse((answer.result as { value: string }).value);
      },
      async chooseFile(selector, path) {
        const { nodes } = await ask("browsingContext.locateNodes", {
          context,
          locator: { type: "css", value: selector },
          maxNodeCount: 1,
        });
        const [{ sharedId = "" } = {}] = nodes as { sharedId: string }[];
        await ask("input.setFiles", { context, element: { sharedId }, files: [path] });
      },
      [Symbol.asyncDispose]: end,
    };
  } catch (error) {
    await end();
    throw error;
  }
}

async function socketAddress(stderr: ReadableStream<Uint8Array>): Promise<string> {
  let said = "";
  const decoder = new TextDecoder();
  for await (const chunk of stderr) {
    said += decoder.decode(chunk, { stream: true });
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(said)?.[1];
    if (address) return address;
  }
  throw new Error(`Firefox ended: ${said}`);
}

async function openSocket(address: string): Promise<WebSocket> {
  const socket = new WebSocket(address);
  const opened = Promise.withResolvers<void>();
  socket.onopen = () => opened.resolve();
  socket.onerror = () => opened.reject(new Error("Firefox takes no commands."));
  await opened.promise;
  return socket;
}

function commandsOf(socket: WebSocket) {
  const waiting = new Map<number, PromiseWithResolvers<Record<string, unknown>>>();
  let last = 0;
  socket.onmessage = ({ data }) => {
    const answer: Answer = JSON.parse(String(data));
    if (answer.id === undefined) return;
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.type === "success") asked?.resolve(answer.result ?? {});
    else asked?.reject(new Error(`${answer.error}: ${answer.message}`));
  };
  socket.onclose = () => {
    for (const asked of waiting.values()) asked.reject(new Error("Firefox is gone."));
  };
  return (method: string, parameters: object) => {
    const id = ++last;
    const asked = Promise.withResolvers<Record<string, unknown>>();
    waiting.set(id, asked);
    socket.send(JSON.stringify({ id, method, params: parameters }));
    return asked.promise;
  };
}
