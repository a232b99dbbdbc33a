import { describe, expect, test } from "bun:test";
import { deployPath } from "./support/deploy-file.ts";
import { runProgram } from "./support/program.ts";

/** `deploy/compose.yaml`: as a program that composes containers reads it. */

const variables = ["CERTIFICATES=/certificates", "GRAFANA_PASSWORD=secret"];
/** Those that can say what they have read, without starting anything. */
const composers = [["docker", "compose"], ["podman-compose"]];

for (const composer of composers) {
  const name = composer.join(" ");
  const read = (...set: string[]) =>
    runProgram("env", ...set, ...composer, "-f", deployPath("compose.yaml"), "config");
  // Older ones do not know the command, and docker without its plugin answers with its own help.
  const help = await runProgram("env", ...composer, "config", "--help");
  const canRead = help.code === 0 && help.said.includes("compose config");

  describe.skipIf(!canRead)(`compose.yaml (needs ${name} with "config")`, () => {
    test("is understood", async () => {
      const { code, said } = await read(...variables);
      expect({ code, said }).toEqual({ code: 0, said: expect.stringMatching(/^ {2}signify-2:/m) });
    });

    test.each(variables)("is refused without %s", async (variable) => {
      const { code, said } = await read(...variables.filter((one) => one !== variable));
      expect(code).not.toBe(0);
      expect(said).toContain(variable.split("=")[0] ?? "");
    });
  });
}
