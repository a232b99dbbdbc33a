import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSettings, Settings } from "@signify/server/settings";
import { readWorkerSettings, WorkerSettings } from "@signify/workers/program";
import packageJson from "../../package.json" with { type: "json" };
import { deployPath, deployText } from "./support/deploy-file.ts";

/** What the files of `deploy/` say of servers and workers is so. */

const ofTheRuntime = ["NODE_ENV", "ORT_DISABLE_TELEMETRY"];
const root = deployPath("..");
type Service = { environment?: Record<string, string>; volumes?: string[] };
type Composition = { services: Record<string, Service> };
const compose = Bun.YAML.parse(deployText("compose.yaml")) as Composition;
const cluster = Bun.YAML.parse(deployText("compose.cluster.yaml")) as Composition;
const containerfile = deployText("container/Containerfile");

/** Environment lines of a unit or a Containerfile. */
const assignments = (text: string, line: RegExp): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(line)].flatMap(([, all = ""]) => all.split(" ").map((one) => one.split("="))),
  );

const environmentOf = ({ services }: Composition, name: string) => services[name]?.environment ?? {};
const ofProgram = (environment: Record<string, string>) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !ofTheRuntime.includes(name)));

test.each([
  ["its unit", assignments(deployText("systemd/signify.service"), /^Environment=(.*)$/gm)],
  ["the Containerfile", assignments(containerfile, /^ENV (.*)$/gm)],
  ["compose.yaml", environmentOf(compose, "signify-1")],
  [
    "compose.cluster.yaml",
    { ...environmentOf(compose, "signify-2"), ...environmentOf(cluster, "signify-2") },
  ],
])("%s sets only what the server knows, to values that it takes", (_, environment) => {
  const settings = ofProgram(environment);
  expect(Object.keys(Settings.properties)).toEqual(expect.arrayContaining(Object.keys(settings)));
  expect(() => readSettings(settings)).not.toThrow();
});

test.each([
  [
    "its unit",
    {
      ...assignments(deployText("systemd/signify-vision-worker.service"), /^Environment=(.*)$/gm),
      // Which machine that is only its file of settings can say.
      NATS_URL: "nats://192.0.2.10:4222",
    },
  ],
  ["compose.cluster.yaml", environmentOf(cluster, "vision-worker-2")],
])("%s sets only what a vision worker knows, to values that it takes", (_, environment) => {
  const settings = ofProgram(environment);
  expect(Object.keys(WorkerSettings.properties)).toEqual(expect.arrayContaining(Object.keys(settings)));
  expect(() => readWorkerSettings(settings)).not.toThrow();
});

test("servers and workers of compose.cluster.yaml log in as the users of nats.conf, at its address", () => {
  const users = [...deployText("nats/nats.conf").matchAll(/user: (\w+)\n\s+password: \$(\w+)/g)];
  expect(users.map(([, user]) => user)).toEqual(["server", "worker"]);
  for (const [index, service] of ["signify-1", "vision-worker-1"].entries()) {
    const [, user, variable] = users[index] ?? [];
    const environment = environmentOf(cluster, service);
    expect(environment).toMatchObject({ NATS_URL: "nats://nats:4222", NATS_USER: user });
    expect(environment.NATS_PASSWORD).toBe(environmentOf(cluster, "nats")[variable ?? ""]);
  }
});

test("the image has the Bun that the repository asks for", () => {
  const version = packageJson.packageManager.replace("@", ":");
  for (const [, image] of containerfile.matchAll(/^FROM (\S+)/gm))
    expect(image).toEndWith(`/${version}-slim`);
});

test("what the image copies is there once it is built", () => {
  const copied = [...containerfile.matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, from = ""]) =>
    from.split(" "),
  );
  expect(copied.length).toBeGreaterThan(5);
  for (const path of copied)
    expect({ path, exists: existsSync(join(root, path.replace("/signify/", ""))) }).toEqual({
      path,
      exists: true,
    });
});

test("the files that compose.yaml mounts are there", () => {
  const services = [compose, cluster].flatMap((composition) => Object.values(composition.services));
  const mounted = services.flatMap(({ volumes = [] }) =>
    volumes.flatMap((volume) => (volume.startsWith("./") ? [volume.split(":")[0] ?? ""] : [])),
  );
  expect(mounted.length).toBeGreaterThan(5);
  for (const path of mounted)
    expect({ path, exists: existsSync(deployPath(path)) }).toEqual({ path, exists: true });
});
