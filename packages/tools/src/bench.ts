import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { measureCluster } from "./bench/cluster/cluster-figures.ts";
import { measureFrameSteps } from "./bench/frame-steps.ts";
import { comparePython } from "./bench/python-peer.ts";
import { measureServer } from "./bench/server-figures.ts";
import { measureStrangers } from "./bench/strangers/measure-strangers.ts";

const usage = `Usage: bun run bench [--json] [--frames N] [--rounds N] [--python PATH] [--only steps|server|python|strangers|cluster] [--reconnect] [--kind NAME]

Measures each step of a frame in this process, then a running server, then what is left of it for a learner beside strangers.
Milliseconds differ from machine to machine and from hour to hour: compare ratios of one run.
  --python PATH  an interpreter with mediapipe, for the comparison of ../shared/reference/python-peer/frame.py
  --reconnect    strangers who are thrown out come back at once
  --kind NAME    strangers of this kind only, as the table calls them
  --only cluster two vision processes of the server against the same two behind NATS (needs nats-server)`;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    frames: { type: "string", default: "200" },
    rounds: { type: "string", default: "3" },
    python: { type: "string" },
    only: { type: "string" },
    reconnect: { type: "boolean", default: false },
    kind: { type: "string" },
    help: { type: "boolean" },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const wanted = (part: string) => values.only === undefined || values.only === part;
const rounds = Number(values.rounds);
const note = (what: string) => process.stderr.write(`${what} …\n`);
const script = new URL("../../../../shared/reference/python-peer/frame.py", import.meta.url).pathname;

const result: Record<string, unknown> = {};
if (wanted("steps")) {
  note("steps of a frame");
  result.frame = await measureFrameSteps(Number(values.frames));
}
if (wanted("python") && values.python && existsSync(script)) {
  note("the Python stack");
  result.python = await comparePython(values.python, script, rounds);
}
// Only where it is asked for: it takes NATS, and minutes.
if (values.only === "cluster") result.cluster = await measureCluster(rounds, note);
if (wanted("server")) result.server = await measureServer(rounds, note);
if (wanted("strangers")) result.strangers = await measureStrangers({ ...values, note });

if (values.json) console.log(JSON.stringify(result));
else printTable(result);
process.exit(0);

/** Prints nested figures as indented rows; an object of nothing but numbers is one row. */
function printTable(figures: object, indent = ""): void {
  for (const [name, value] of Object.entries(figures)) {
    if (typeof value !== "object") console.log(`${indent}${name.padEnd(36)} ${value}`);
    else if (Object.values(value).every((figure) => typeof figure === "number")) {
      const row = Object.entries(value).map(([key, figure]) => `${key} ${figure}`);
      console.log(`${indent}${name.padEnd(36)} ${row.join("  ")}`);
    } else {
      console.log(`${indent}${name}`);
      printTable(value, `${indent}  `);
    }
  }
}
