import { afterAll, beforeAll, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { launchWorker, startEngine } from "@signify/tools/cluster";
import { switchOnCamera } from "../support/camera.ts";
import { connectTyped } from "../support/client.ts";
import { hasNoEngine, needsEngine, workersKnown } from "../support/cluster.ts";
import { letterPicture, typedFrame } from "../support/pictures.ts";
import { readContainerfile } from "./support/containerfile.ts";
import { deployText } from "./support/deploy-file.ts";
import { makeImageFolder } from "./support/image-folder.ts";
import { runProgram } from "./support/program.ts";

/** What the container image holds is enough for servers and vision workers, and not more. Made without any container, so anywhere. */

const { command, healthCheck } = readContainerfile();
const { command: workerCommand, healthcheck } = (
  Bun.YAML.parse(deployText("compose.cluster.yaml")) as {
    services: { "vision-worker-1": { command: string[]; healthcheck: { test: string[] } } };
  }
).services["vision-worker-1"];
const workerHealthCheck = healthcheck.test;
let folder: Awaited<ReturnType<typeof makeImageFolder>>;
let server: LaunchedServer;
beforeAll(async () => {
  folder = await makeImageFolder();
  const [, program = ""] = command;
  server = await launchServer({ program: join(folder.image, program), workingDirectory: folder.image });
}, 120_000);
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  folder?.[Symbol.dispose]();
});

test("a letter is read, and the page is there", async () => {
  expect((await fetch(server.page)).status).toBe(200);
  using client = await connectTyped(server.url, { target: "W" });
  using camera = switchOnCamera((count) => client.send(typedFrame(letterPicture("W"), count)), 60);
  expect((await client.next("prediction")).letter).toBe("W");
  camera.off();
});

test.skipIf(hasNoEngine)(`a vision worker runs from it, and is healthy (${needsEngine})`, async () => {
  await using engine = await startEngine();
  const [, program = ""] = workerCommand;
  const place = { program: join(folder.image, program), workingDirectory: folder.image };
  await using worker = await launchWorker({ NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "1" }, place);
  await using borrower = await launchServer({
    environment: { NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "0" },
  });
  await workersKnown(borrower, 1);
  using client = await connectTyped(borrower.url, { mode: "still" });
  client.send(typedFrame(letterPicture("W"), 1));
  expect((await client.next("prediction")).letter).toBe("W");

  const [, ...check] = workerHealthCheck;
  const words = check.slice(1).map((word) => word.replace(":8766/", `:${worker.port}/`));
  expect(words).not.toEqual(check.slice(1));
  expect((await runProgram(process.execPath, ...words)).code).toBe(0);
  worker.signal("SIGTERM");
  await worker.exited;
  expect((await runProgram(process.execPath, ...words)).code).toBe(1);
});

test.each(["tests", "docs", ".git", "node_modules/typescript", "node_modules/@mediapipe"])(
  "%s is not in it",
  (path) => {
    expect(existsSync(join(folder.image, path))).toBe(false);
  },
);

test("no test is in it", () => {
  const tests = [...new Bun.Glob("{packages,models}/**/*.test.ts").scanSync(folder.image)];
  expect(tests).toEqual([]);
});

test("its health check tells a server that is ready from one that is gone", async () => {
  const [program, ...words] = healthCheck;
  expect(program).toBe("bun");
  expect(words.join(" ")).toContain(":8765/");
  const check = [process.execPath, ...words.map((word) => word.replace(":8765/", `:${server.port}/`))];
  expect((await runProgram(...check)).code).toBe(0);
  server.signal("SIGTERM");
  expect(await server.exited).toBe(0);
  expect((await runProgram(...check)).code).toBe(1);
});
