import { expect, test } from "bun:test";
import { deployText } from "./support/deploy-file.ts";
import { hasProgram, runProgram } from "./support/program.ts";
import { createTemporaryFolder } from "./support/temporary-folder.ts";

/** `deploy/systemd`: as systemd itself reads it. */

const needed = "systemd-analyze";
/** Of 10: what systemd calls "OK". Without any of our lines it is above 9. */
const mostExposure = 2;

/** A unit in a folder of its own, with a program that is on this machine. */
function writeUnit(folder: { write(name: string, text: string): string }, name: string): string {
  const program = { "/usr/local/bin/bun": process.execPath, "/opt/signify": import.meta.dir };
  return folder.write(name, deployText(`systemd/${name}`, program));
}

const units = ["signify.service", "signify-vision-worker.service"];

test.skipIf(!hasProgram(needed)).each(units)(
  `%s is one that systemd understands (needs ${needed})`,
  async (unit) => {
    using folder = createTemporaryFolder();
    const { code, said } = await runProgram(needed, "verify", "--man=no", writeUnit(folder, unit));
    expect({ code, said }).toEqual({ code: 0, said: "" });
  },
);

test.skipIf(!hasProgram(needed)).each(units)(`%s is shut in (needs ${needed})`, async (unit) => {
  using folder = createTemporaryFolder();
  const threshold = `--threshold=${mostExposure * 10}`;
  const { code, said } = await runProgram(
    needed,
    "security",
    "--offline=yes",
    threshold,
    writeUnit(folder, unit),
  );
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("Overall exposure level") });
});

test("both services are shut in alike", () => {
  const shut = units.map((unit) => {
    const [, lines = ""] = deployText(`systemd/${unit}`).split("# A user that exists only while it runs");
    return lines.split("\n").filter((line) => !line.startsWith("#"));
  });
  expect(shut[0]?.length).toBeGreaterThan(20);
  expect(shut[1]).toEqual(shut[0] ?? []);
});
