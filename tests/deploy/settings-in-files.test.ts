import { expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSettings, Settings } from "@signify/server/settings";
import packageJson from "../../package.json" with { type: "json" };
import { deployPath, deployText } from "./support/deploy-file.ts";

/** What the files of `deploy/` say of the server is so. */

const ofTheRuntime = ["NODE_ENV", "ORT_DISABLE_TELEMETRY"];
const root = deployPath("..");
type Service = { environment?: Record<string, string>; volumes?: string[] };
const compose = Bun.YAML.parse(deployText("compose.yaml")) as { services: Record<string, Service> };
const containerfile = deployText("container/Containerfile");

/** Environment lines of a unit or a Containerfile. */
const assignments = (text: string, line: RegExp): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(line)].flatMap(([, all = ""]) => all.split(" ").map((one) => one.split("="))),
  );

test.each([
  ["the unit", assignments(deployText("systemd/signify.service"), /^Environment=(.*)$/gm)],
  ["the Containerfile", assignments(containerfile, /^ENV (.*)$/gm)],
  ["compose.yaml", compose.services["signify-1"]?.environment ?? {}],
])("%s sets only what the server knows, to values that it takes", (_, environment) => {
  const settings = Object.entries(environment).filter(([name]) => !ofTheRuntime.includes(name));
  for (const [name] of settings) expect(Object.keys(Settings.properties)).toContain(name);
  expect(() => readSettings(Object.fromEntries(settings))).not.toThrow();
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
  const mounted = Object.values(compose.services).flatMap(({ volumes = [] }) =>
    volumes.flatMap((volume) => (volume.startsWith("./") ? [volume.split(":")[0] ?? ""] : [])),
  );
  expect(mounted.length).toBeGreaterThan(5);
  for (const path of mounted)
    expect({ path, exists: existsSync(deployPath(path)) }).toEqual({ path, exists: true });
});
