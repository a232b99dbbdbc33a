import { describe, expect, test } from "bun:test";
import { deployPath } from "./support/deploy-file.ts";
import { runProgram } from "./support/program.ts";

/** `deploy/compose*.yaml`: as a program that composes containers reads them. */

const variables = ["CERTIFICATES=/certificates", "GRAFANA_PASSWORD=secret"];
const passwords = ["NATS_SERVER_PASSWORD=pa", "NATS_WORKER_PASSWORD=pb"];
const compositions: [name: string, files: string[], variables: string[]][] = [
  ["compose.yaml", ["compose.yaml"], variables],
  ["compose.cluster.yaml", ["compose.yaml", "compose.cluster.yaml"], [...variables, ...passwords]],
];
/** Those that can say what they have read, without starting anything. */
const composers = [["docker", "compose"], ["podman-compose"]];

for (const composer of composers) {
  const name = composer.join(" ");
  const read = (files: readonly string[], ...set: string[]) => {
    const named = files.flatMap((file) => ["-f", deployPath(file)]);
    return runProgram("env", ...set, ...composer, ...named, "config");
  };
  // Older ones do not know the command, and docker without its plugin answers with its own help.
  const help = await runProgram("env", ...composer, "config", "--help");
  const canRead = help.code === 0 && help.said.includes("compose config");

  describe.skipIf(!canRead).each(compositions)(`%s (needs ${name} with "config")`, (_, files, variables) => {
    test("is understood", async () => {
      const { code, said } = await read(files, ...variables);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^ {2}signify-2:/m) });
      // What the second file says of a server is added to what the first one says.
      expect(said).toMatch(/TRUST_PROXY/);
      expect(said.includes("NATS_URL: nats://nats:4222")).toBe(files.length > 1);
    });

    test.each(variables)("is refused without %s", async (variable) => {
      const { code, said } = await read(files, ...variables.filter((one) => one !== variable));
      expect(code).not.toBe(0);
      expect(said).toContain(variable.split("=")[0] ?? "");
    });
  });
}
