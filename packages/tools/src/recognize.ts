import { parseArgs } from "node:util";
import type { Letter } from "@signify/core";
import { letterInName } from "./recognize/letter-in-name.ts";
import { createLocalReader } from "./recognize/local-reader.ts";
import { namedLettersLine } from "./recognize/named-letters.ts";
import { findSubjects, type Subject } from "./recognize/picture-paths.ts";
import { readingAsJson, readingAsRow, readingHead, type TimedReading } from "./recognize/print-reading.ts";
import type { Reader, Reading } from "./recognize/reader.ts";
import { createServerReader } from "./recognize/server-reader.ts";
import { runCommand } from "./run-command.ts";

const usage = `Usage: bun run recognize PATH… [--json] [--server URL]

Reads JPEG pictures, or folders of numbered frames as one sequence, and prints the letter. Where a name begins with a letter,
as that of A-t1.jpg does, it is asked for, and the end says how many were read right and how many passed.
  --json        one JSON object a line: path, hands, letter, probability, milliseconds
  --server URL  send them to a running server, such as ws://localhost:8765 (its token in AUTH_TOKEN)`;

await runCommand(usage, async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      server: { type: "string" },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  if (positionals.length === 0) throw new Error(`Expected at least one path.\n\n${usage}`);

  const subjects = await findSubjects(positionals);
  const reader = values.server
    ? await createServerReader(values.server, process.env.AUTH_TOKEN)
    : await createLocalReader(process.env);
  const width = Math.max(4, ...subjects.map(({ path }) => path.length));
  const print = (line: string) => process.stdout.write(`${line}\n`);
  if (!values.json) print(readingHead(width));
  const readings: TimedReading[] = [];
  for (const [index, subject] of subjects.entries()) {
    if (process.stderr.isTTY) process.stderr.write(`\r${index + 1} of ${subjects.length} `);
    const start = performance.now();
    const wanted = letterInName(subject.path);
    const reading = await read(reader, subject, wanted);
    const milliseconds = performance.now() - start;
    const timed = { ...reading, path: subject.path, milliseconds, ...(wanted && { wanted }) };
    readings.push(timed);
    print(values.json ? readingAsJson(timed) : readingAsRow(timed, width));
  }
  if (process.stderr.isTTY) process.stderr.write("\r");
  await reader.close();
  const named = namedLettersLine(readings);
  // Standard output holds nothing but JSON where that was asked for.
  if (named) (values.json ? process.stderr : process.stdout).write(`${named}\n`);
  const failed = readings.filter(({ error }) => error).length;
  if (failed > 0) throw new Error(`${failed} of ${subjects.length} could not be read.`);
  return "done";
});

async function read(reader: Reader, subject: Subject, asked: Letter | undefined): Promise<Reading> {
  if (subject.kind === "picture") return reader.readPicture(await Bun.file(subject.path).bytes(), asked);
  return reader.readSequence(pictures(subject.frames), asked);
}

async function* pictures(paths: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const path of paths) yield Bun.file(path).bytes();
}
