import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { runCommand } from "./run-command.ts";
import { runSoak } from "./soak/run-soak.ts";
import { sampleHead, sampleRow } from "./soak/sample.ts";

const usage = `Usage: bun run soak --minutes N [--seed N] [--json]

Starts a server and lets learners come, reset, drop and return while vision processes are killed, on both protocols. Says
every minute how things stand, and at the end what grew. The exit code is 1 when something grew or a letter was wrong.
  --json  one JSON object a line: every minute's, and at last first, middle, last and problems`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      minutes: { type: "string", default: "30" },
      seed: { type: "string", default: "1" },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  const [minutes, seed] = [Number(values.minutes), Number(values.seed)];
  if (!(minutes > 0) || !Number.isSafeInteger(seed))
    throw new Error(`Expected --minutes above 0, and --seed as a whole number.\n\n${usage}`);
  if (!existsSync("/proc/self/fd")) throw new Error("Expected a system that tells of processes in /proc.");

  const print = (line: string) => process.stdout.write(`${line}\n`);
  if (!values.json) print(sampleHead);
  const verdict = await runSoak({
    minutes,
    seed,
    onSample: (sample) => print(values.json ? JSON.stringify(sample) : sampleRow(sample)),
  });
  if (values.json) print(JSON.stringify(verdict));
  else {
    for (const part of ["first", "middle", "last"] as const)
      print(
        `${part.padEnd(8)}${Object.entries(verdict[part])
          .map(([name, figure]) => `${name} ${figure}`)
          .join("  ")}`,
      );
  }
  if (verdict.problems.length > 0) throw new Error(verdict.problems.join("\n"));
  return "done";
});
