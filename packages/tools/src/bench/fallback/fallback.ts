// How long a learner is without letters when the server cannot be reached, in headless Chromium with a fake camera:
//   bun packages/tools/src/bench/fallback/fallback.ts [--runs 10] [--load 0] [--only CASE] [--where landmarks] [--json]
// `--load` is how many programs compute in a loop meanwhile. It needs Chromium, and the photographs in ../shared/data/hands.
import { createServer } from "node:net";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { launchServer } from "@signify/server/launch";
import { launchChromium } from "../../browser/index.ts";
import { photoClip } from "../../photos/index.ts";
import { startSite } from "../../site/start-site.ts";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    load: { type: "string", default: "0" },
    only: { type: "string" },
    where: { type: "string", default: "landmarks" },
    json: { type: "boolean", default: false },
  },
});
const runs = Number(values.runs);
const environment = { THREAD_POOL_MAX_WORKERS: "1" };
/** Milliseconds of letters before a server is lost that has proved itself: longer than the device waits to get ready. */
const settled = 4000;

/** Milliseconds from the loss, or from the start, to the state "on-device", and to the first letter read there. */
type Bridge = { bridged: number; letter: number };

await using site = await startSite(new URL("./fallback-page.ts", import.meta.url));
await using browser = await launchChromium({
  clip: await photoClip(["B-f1.jpg", "L-f1.jpg", "Y-f1.jpg"], 15),
});
const page = await browser.newPage();
await page.goto(site.url);

const call = <Argument>(name: string, argument?: Argument) =>
  page.evaluate(
    ([called, given]) =>
      (globalThis as unknown as Record<string, (given: unknown) => Promise<number>>)[called as string]?.(
        given,
      ) as Promise<number>,
    [name, argument],
  );
const begin = (url: string) => call("begin", { where: values.where, url });
const until = (what: string, since: number) => call("until", { what, since });
const bridgeSince = async (since: number): Promise<Bridge> => {
  const bridged = await until("on-device", since);
  return { bridged: bridged - since, letter: (await until("letter", bridged)) - since };
};

/** Runs by case. Each begins with a fresh client, but for the second loss of a server that was there for a while. */
const cases: Record<string, () => AsyncGenerator<Bridge>> = {
  async *"killed after a while"() {
    let server = await launchServer({ environment });
    await until("letter", await begin(server.url));
    for (;;) {
      await Bun.sleep(settled);
      server.signal("SIGKILL");
      yield await bridgeSince(Date.now());
      await server.exited;
      const restartedAt = Date.now();
      server = await launchServer({ environment: { ...environment, WEBSOCKET_PORT: String(server.port) } });
      await until("ready", restartedAt);
    }
  },
  async *"killed in the first second"() {
    for (;;) {
      const server = await launchServer({ environment });
      await until("ready", await begin(server.url));
      await Bun.sleep(500);
      server.signal("SIGKILL");
      yield await bridgeSince(Date.now());
    }
  },
  async *"falls silent"() {
    const server = await launchServer({ environment });
    await until("letter", await begin(server.url));
    for (;;) {
      await Bun.sleep(settled);
      server.signal("SIGSTOP");
      yield await bridgeSince(Date.now());
      const wokenAt = Date.now();
      server.signal("SIGCONT");
      await until("ready", wokenAt);
    }
  },
  async *"first connection: accepts, says nothing"() {
    const port = await listenInSilence();
    for (;;) yield await bridgeSince(await begin(`ws://127.0.0.1:${port}`));
  },
  async *"first connection: refused"() {
    for (;;) yield await bridgeSince(await begin("ws://127.0.0.1:9"));
  },
};

const busy = Array.from({ length: Number(values.load) }, () =>
  Bun.spawn([process.execPath, "-e", "for (;;);"], { stdio: ["ignore", "ignore", "ignore"] }),
);
const endBusy = () => {
  for (const program of busy) program.kill();
};
process.once("exit", endBusy);
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(1));
const results: Record<string, Bridge[]> = {};
try {
  for (const [name, run] of Object.entries(cases)) {
    if (values.only && !name.includes(values.only)) continue;
    const bridges: Bridge[] = [];
    for await (const bridge of run()) {
      bridges.push(bridge);
      process.stderr.write(`${name}: ${bridge.bridged} ms, a letter after ${bridge.letter}\n`);
      if (bridges.length === runs) break;
    }
    results[name] = bridges;
    await call("stop");
    if (!values.json) console.log(row(name, bridges));
  }
} finally {
  endBusy();
}
if (values.json) console.log(JSON.stringify({ load: Number(values.load), cores: cpus().length, results }));
process.exit(0);

function row(name: string, bridges: readonly Bridge[]): string {
  const spread = (key: keyof Bridge) => {
    const sorted = bridges.map((bridge) => bridge[key]).sort((one, other) => one - other);
    const seconds = [0, Math.floor(sorted.length / 2), sorted.length - 1].map((index) =>
      ((sorted[index] ?? Number.NaN) / 1000).toFixed(1),
    );
    return `${seconds[1]} (${seconds[0]}–${seconds[2]})`;
  };
  return `| ${name} | ${values.load} | ${spread("bridged")} | ${spread("letter")} |`;
}

/** A port that lets everyone in and says nothing. */
function listenInSilence(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer(() => {}).listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : 0);
    });
  });
}
