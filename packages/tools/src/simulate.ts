import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { runCommand } from "./run-command.ts";
import { drawWaits } from "./simulate/draw-waits.ts";
import { runSimulation } from "./simulate/run-simulation.ts";
import { simulationDefaults, simulationOptions } from "./simulate/simulation-options.ts";
import { type Simulated, simulationHead, simulationRow } from "./simulate/simulation-table.ts";

const usage = `Usage: bun run simulate [--workers 1,10,100] [--load 0.3,0.9] [--design lease,two-choices,random,central] [--json] …

Servers and workers in virtual time, in the code that a cluster runs, with an engine in memory and the usual times of
pictures. Says how evenly learners are served, how long they wait, and what is said in vain. The same options give the same figures.
  --workers, --processes  how many, and vision processes of each (2)
  --load       what learners ask for, of what processes that never rest could do
  --servers    how many (one for four processes, at least two); --unequal N gives the first N times the learners
  --design     lease: what stands; two-choices, random: pictures are sent to a worker at once and wait there; central: the bound
  --hop        milliseconds to the engine, and from it (0.2)
  --searching  share of the frames that search for a hand (0.2); --slower N: pictures take N times as long
  --fault      worker-killed, worker-hung, server-killed, server-hung: what befalls one; of the hung the engine learns nothing
  --seconds, --seed  what is measured after a warm-up of half a second (4), and of what chance (1)
  --svg FILE   draws the waits over the load
  --json       one JSON object a line: options and figures`;

await runCommand(usage, async () => {
  const { values } = parseArgs({
    options: {
      ...Object.fromEntries(
        Object.entries(simulationDefaults).map(
          ([name, value]) => [name, { type: "string", default: value }] as const,
        ),
      ),
      svg: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean" },
    },
  });
  if (values.help) return "usage";
  const print = (line: string) => process.stdout.write(`${line}\n`);
  const simulations = simulationOptions(values as unknown as typeof simulationDefaults);
  if (!values.json) print(simulationHead);
  const done: Simulated[] = [];
  for (const options of simulations) {
    const simulated = { options, figures: runSimulation(options) };
    print(values.json ? JSON.stringify(simulated) : simulationRow(simulated));
    done.push(simulated);
  }
  if (typeof values.svg === "string") writeFileSync(values.svg, drawWaits(done));
  return "done";
});
