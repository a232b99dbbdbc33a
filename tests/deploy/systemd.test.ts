import { expect, test } from "bun:test";
import { deployText } from "./support/deploy-file.ts";
import { hasProgram, runProgram } from "./support/program.ts";
import { createTemporaryFolder } from "./support/temporary-folder.ts";

/** `deploy/systemd`: as systemd itself reads it. */

const needed = "systemd-analyze";
/** Of 10: what systemd calls "OK". Without any of our lines it is above 9. */
const mostExposure = 2;

/** The unit in a folder of its own, with a program that is on this machine. */
function writeUnit(folder: { write(name: string, text: string): string }): string {
  const program = { "/usr/local/bin/bun": process.execPath, "/opt/signify": import.meta.dir };
  return folder.write("signify.service", deployText("systemd/signify.service", program));
}

test.skipIf(!hasProgram(needed))(`the unit is one that systemd understands (needs ${needed})`, async () => {
  using folder = createTemporaryFolder();
  const { code, said } = await runProgram(needed, "verify", "--man=no", writeUnit(folder));
  expect({ code, said }).toEqual({ code: 0, said: "" });
});

test.skipIf(!hasProgram(needed))(`the service is shut in (needs ${needed})`, async () => {
  using folder = createTemporaryFolder();
  const threshold = `--threshold=${mostExposure * 10}`;
  const { code, said } = await runProgram(needed, "security", "--offline=yes", threshold, writeUnit(folder));
  expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("Overall exposure level") });
});
