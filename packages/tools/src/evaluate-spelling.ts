import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { defaultRecognizerSettings } from "@signify/core";
import { createBatchingClassifier, loadLetterModel } from "@signify/vision/letters";
import { runCommand } from "./run-command.ts";
import { evaluatePerson, type SpelledWord } from "./spelling/evaluate-person.ts";
import { personClips } from "./spelling/person-clips.ts";
import { spellingTable } from "./spelling/spelling-table.ts";

const seed = 20_261_128;
const framesPerSecond = [15, 30];
const holds = [1100, 600, 450, 300, 200];
/** Other words, drawn otherwise, than those by which the writer's constants were chosen. */
const words = (
  "BALLOON BOTTLE BUTTER CARROT COOKIE DINNER FOLLOW GREEN HAMMER JAZZ JELLY JOURNEY JUICE LAZY LIZARD MIRROR " +
  "OBJECT PENCIL PUZZLE QUEEN RABBIT SCHOOL SIZE SUNNY SWEET TAXI VALLEY WALK WEEK YELLOW ZIPPER ZOO"
).split(" ");

const usage = `Usage: bun run evaluate-spelling --data DIR --models DIR [--json]

Strings recorded letters of one person after the other into words and prints how many letters free spelling writes right,
inserts and loses, by speed and camera, before (0.9 seconds at 0.7) and now.
  --data DIR    landmark files (sources.json and the safetensors files that it lists)
  --models DIR  letter models by the person whom each has never seen, NAME.onnx, as \`evaluate.py onnx\` writes them
                (models/training/README.md): who has none is not measured
  --json        one JSON array of the words
Recorded: the hands, their tremble, the motions of J and Z. Made: the ways between the letters, where the hand is, the
slides and bounces of doubles; all words have the hand in view for 0.6 seconds before, and lost at once after them.`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      data: { type: "string" },
      models: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  const { data, models } = values;
  if (!data || !models) throw new Error(`Expected --data DIR and --models DIR.\n\n${usage}`);
  const people = existsSync(models)
    ? readdirSync(models).flatMap((file) => (file.endsWith(".onnx") ? [file.slice(0, -".onnx".length)] : []))
    : [];
  if (people.length === 0) throw new Error("Expected --models to name a folder with models, NAME.onnx.");

  const speeds = framesPerSecond.flatMap((rate) => holds.map((hold) => ({ framesPerSecond: rate, hold })));
  const spelled: SpelledWord[] = [];
  for (const person of people.toSorted()) {
    const clips = await personClips(data, person);
    const model = await loadLetterModel(join(models, `${person}.onnx`));
    const classifier = createBatchingClassifier({ model: Promise.resolve(model), maxBatch: 32 });
    const own = await evaluatePerson({
      ...{ person, clips, words, speeds, classifier, settings: defaultRecognizerSettings, seed },
    });
    await model.release();
    process.stderr.write(`${person}: ${own.length} words\n`);
    spelled.push(...own);
  }
  process.stdout.write(`${values.json ? JSON.stringify(spelled) : spellingTable(spelled)}\n`);
  return "done";
});
