import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { launchServer } from "./launch-server.ts";

/** Runs a program in the place of the server. */
async function launched(program: string, run: (path: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "signify-launch-"));
  const path = join(folder, "main.ts");
  await Bun.write(path, program);
  await run(path).finally(() => rmSync(folder, { recursive: true }));
}

const listens = `console.log(JSON.stringify({ msg: "listening", port: 4321 }));`;
const waits = "await new Promise((resolve) => setTimeout(resolve, 3_600_000));";

test("the port and what is logged come from the log, complaints from standard error", () =>
  launched(
    `${listens} console.error("careful"); console.log('{"msg":"ready"}'); ${waits}`,
    async (program) => {
      await using server = await launchServer({ program });
      expect(server).toMatchObject({
        port: 4321,
        url: "ws://127.0.0.1:4321/",
        page: "http://127.0.0.1:4321/",
      });
      expect(server.milliseconds.ready).toBeGreaterThanOrEqual(server.milliseconds.listening);
      server.signal("SIGTERM");
      await server.exited;
      expect(server.log.map(({ msg }) => msg)).toEqual(["listening", "ready"]);
      expect(server.complaints).toBe("careful\n");
    },
  ));

test("a program that ends instead of listening is an error with what it said", () =>
  launched(`console.error("Port 1 is taken."); process.exit(1);`, async (program) => {
    await expect(launchServer({ program })).rejects.toThrow(/ended with 1 .*Port 1 is taken/);
  }));

test("a program that never gets ready is an error, and ended", () =>
  launched(`${listens} ${waits}`, async (program) => {
    await expect(launchServer({ program, patience: 500 })).rejects.toThrow(/did not log "(listening|ready)"/);
  }));

test("without waiting for the models the port is enough", () =>
  launched(`${listens} ${waits}`, async (program) => {
    await using server = await launchServer({ program, ready: false });
    expect(server.milliseconds.ready).toBeNaN();
  }));
