import { expect, test } from "bun:test";

const here = import.meta.dir;

/** Runs a program made of this, sends it `signals` once it is ready, and answers its log and its end. */
async function run(body: string, signals: NodeJS.Signals[] = []) {
  const program = `
    import { createLog } from "${here}/../log/log.ts";
    import { runProgram } from "${here}/run-program.ts";
    setInterval(() => {}, 1000);
    runProgram(() => { const log = createLog("info"); ${body} });
  `;
  const child = Bun.spawn([process.execPath, "-e", program], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const decoder = new TextDecoder();
  for await (const chunk of child.stdout) {
    output += decoder.decode(chunk, { stream: true });
    if (output.includes('"ready"')) for (const signal of signals.splice(0)) child.kill(signal);
  }
  const complaints = await new Response(child.stderr).text();
  const lines = output.split("\n").filter(Boolean);
  return { log: lines.map((line) => JSON.parse(line)), complaints, code: await child.exited };
}

const stop = "stop: async () => ({ work: 7 })";

test.each<NodeJS.Signals>(["SIGINT", "SIGTERM", "SIGHUP"])("%s ends it in order, once", async (signal) => {
  const body = `return { log, listening: { port: 1 }, ready: Promise.resolve({ who: "all" }), ${stop} };`;
  const { log, code } = await run(body, [signal, signal]);
  expect(log.map(({ msg }) => msg)).toEqual(["listening", "ready", "stopping", "stopped"]);
  expect([log[0].port, log[1].who, log[2].signal, log[3].work, code]).toEqual([1, "all", signal, 7, 0]);
});

test.each([
  ["cannot start", `throw new Error("One sentence.");`],
  [
    "cannot get ready",
    `return { log, listening: {}, ready: Promise.reject(new Error("One sentence.")), ${stop} };`,
  ],
])("one that %s ends with one sentence", async (_, body) => {
  const { complaints, code } = await run(body);
  expect([complaints, code]).toEqual(["One sentence.\n", 1]);
});
