import { describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { noTracking, systemClock, systemTimers } from "@signify/core";
import { spawnVision } from "../processes/spawn-vision.ts";
import { type EndReason, startVisionProcess } from "../processes/vision-process.ts";
import { findRestraints, type Restraint } from "./confinement.ts";
import { visionEnvironment } from "./vision-environment.ts";

const takers = /^(setpriv|unshare|choom|prlimit)$|restrict-(files|calls)/;
const named = (command: readonly string[]) => command.filter((word) => takers.test(word)).length;

describe("findRestraints", () => {
  test("tries all at once, and asks no more where they are granted", async () => {
    const tried: number[] = [];
    const found = await findRestraints(async (command) => {
      tried.push(named(command));
      return true;
    });
    expect(tried).toEqual([found.length]);
  });

  test("keeps what can be had, each tried behind those before it", async () => {
    const tried: number[] = [];
    const found = await findRestraints(async (command) => {
      tried.push(named(command));
      return !command.includes("unshare");
    });
    const all = found.length + 1;
    // All; one; the second, which is refused; and the others behind the first.
    expect(tried).toEqual([all, 1, 2, ...Array.from({ length: all - 2 }, (_, index) => index + 2)]);
    expect(found.map(({ name }) => name)).not.toContain("no network");
  });

  test("is empty where nothing can be had", async () => {
    expect(await findRestraints(async () => false)).toEqual([]);
  });
});

const granted = await findRestraints();
const before = granted.flatMap(({ command }) => command);
const has = (name: string) => granted.some((restraint: Restraint) => restraint.name === name);
const files = "no files read but its own and the system's libraries";
const calls = "no sockets, no other processes";

/** Runs a program behind exactly what the server puts in front of its vision processes, and answers what it printed. */
async function runConfined(program: string, restraints = granted): Promise<string> {
  const command = [
    ...restraints.flatMap((one) => one.command),
    process.execPath,
    "--no-env-file",
    "-e",
    program,
  ];
  return (
    await new Response(Bun.spawn(command, { env: visionEnvironment, stderr: "ignore" }).stdout).text()
  ).trim();
}

/** Prints how a piece of code ended: its value, or the code of its error. */
const outcomeOf = (code: string) =>
  `const fs = require("node:fs"); try { console.log(String(${code})) } catch (error) { console.log(error.code) }`;

describe("behind the restraints of this machine", () => {
  const network = has("no network") || has(calls);
  test.skipIf(!network)("nobody can be reached (needs user namespaces or seccomp)", async () => {
    using listener = Bun.serve({ hostname: "127.0.0.1", port: 0, fetch: () => new Response("reached") });
    const program = `console.log(await fetch("${listener.url}").then((answer) => answer.text(), () => "nobody"))`;
    expect(await runConfined(program, [])).toBe("reached");
    expect(await runConfined(program)).toBe("nobody");
    for (const name of ["no network", calls].filter(has))
      expect(
        await runConfined(
          program,
          granted.filter((one) => one.name === name),
        ),
      ).toBe("nobody");
  });

  test.skipIf(!has(files))(
    "no file of the user, of others or of the system can be read (needs Landlock)",
    async () => {
      const folder = mkdtempSync(join(tmpdir(), "signify-confined-"));
      try {
        const secret = join(folder, "secret");
        writeFileSync(secret, "a key");
        const inHome = mkdtempSync(join(homedir(), ".signify-confined-"));
        const atHome = join(inHome, "secret");
        writeFileSync(atHome, "a key");
        try {
          for (const path of [
            secret,
            atHome,
            "/etc/passwd",
            "/etc/shadow",
            new URL("../program/worker.ts", import.meta.url).pathname,
          ]) {
            const read = outcomeOf(`fs.readFileSync(${JSON.stringify(path)}).length > 0`);
            expect(await runConfined(read)).toBe("EACCES");
          }
          expect(await runConfined(outcomeOf(`fs.readFileSync(${JSON.stringify(secret)}).length`), [])).toBe(
            "5",
          );
        } finally {
          rmSync(inHome, { recursive: true });
        }
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
  );

  test.skipIf(!has(files))(
    "what the server was told cannot be read from its process (needs Landlock)",
    async () => {
      const read = outcomeOf(`fs.readFileSync("/proc/${process.pid}/environ").length > 0`);
      expect(await runConfined(read, [])).toBe("true");
      expect(await runConfined(read)).toBe("EACCES");
    },
  );

  test.skipIf(!has(files))("no file can be made, changed or removed anywhere (needs Landlock)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "signify-confined-"));
    const path = join(folder, "there");
    writeFileSync(path, "before");
    const write = (code: string) => runConfined(outcomeOf(code));
    const there = JSON.stringify(path);
    const own = JSON.stringify(join(import.meta.dir, "stolen"));
    expect(await write(`fs.writeFileSync(${JSON.stringify(join(folder, "stolen"))}, "a face")`)).toBe(
      "EACCES",
    );
    expect(await write(`fs.writeFileSync(${own}, "a face")`)).toBe("EACCES");
    expect(await write(`fs.appendFileSync(${there}, "a face")`)).toBe("EACCES");
    expect(await write(`fs.truncateSync(${there})`)).toBe("EACCES");
    expect(await write(`fs.unlinkSync(${there})`)).toBe("EACCES");
    expect(await Bun.file(path).text()).toBe("before");
    rmSync(folder, { recursive: true });
  });

  const sized = "no file written, no core dump, 256 files open";
  test.skipIf(!has(sized))("no file grows where that is all that can be had (needs prlimit)", async () => {
    const folder = mkdtempSync(join(tmpdir(), "signify-confined-"));
    const path = join(folder, "stolen");
    const program = `require("node:fs").writeFileSync(${JSON.stringify(path)}, "a face")`;
    await runConfined(
      program,
      granted.filter(({ name }) => name === sized),
    );
    expect(existsSync(path) ? await Bun.file(path).text() : "").toBe("");
    rmSync(folder, { recursive: true });
  });

  test.skipIf(!has(calls))("no program is started and no process is signaled (needs seccomp)", async () => {
    expect(await runConfined(outcomeOf(`Bun.spawnSync(["/bin/true"]).exitCode`))).toBe("EPERM");
    expect(await runConfined(outcomeOf(`process.kill(${process.pid}, 0)`))).toBe("EPERM");
    expect(await runConfined(outcomeOf("process.kill(0, 0)"))).toBe("EPERM");
    expect(await runConfined(outcomeOf("process.kill(process.pid, 0)"))).toBe("true");
  });

  test.skipIf(!has("no new privileges"))(
    "no program gives more rights, and there are none (needs setpriv)",
    async () => {
      const status = await runConfined(
        `console.log(require("node:fs").readFileSync("/proc/self/status", "utf8"))`,
      );
      expect(status).toContain("NoNewPrivs:\t1");
      if (process.getuid?.() !== 0 || has("no capabilities"))
        expect(status).toContain("CapEff:\t0000000000000000");
    },
  );
});

const channelCode = new URL("../channel/", import.meta.url).pathname;

/** A vision process that does what it should not as soon as it has a picture, behind all that this machine grants. */
function startHostile(act: string, maxMemory = Number.POSITIVE_INFINITY) {
  const program = `
    import { channelDescriptor, openChannel } from "${channelCode}open-channel.ts";
    import { createScratch, decodeToVision, encodeFromVision } from "${channelCode}vision-codec.ts";
    const tell = (message) => channel.send(encodeFromVision(createScratch(), message));
    const channel = openChannel({
      ...{ descriptor: channelDescriptor, maxLength: 1000, onTooLong() {}, onClose() {} },
      onMessage(bytes) { const { id } = decodeToVision(bytes); ${act} },
    });
    tell({ type: "ready" });`;
  const ready = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<EndReason>();
  const vision = startVisionProcess({
    spawn: spawnVision(() => [...before, process.execPath, "--no-env-file", "-e", program]),
    ...{ timers: systemTimers, clock: systemClock, timeout: 60_000, maxMemory },
    onReady: ready.resolve,
    onExit: ended.resolve,
  });
  return { vision, ready: ready.promise, ended: ended.promise };
}

const picture = { jpeg: new Uint8Array([1]), mirrored: false, tracking: noTracking, mode: "live" } as const;
const answers = `tell({ type: "failed", id, code: "bad-picture", message: "" });`;
const spins = `const source = URL.createObjectURL(new Blob(["for (;;) {}"]));
  for (let index = 0; index < 2; index++) new Worker(source);`;

describe.skipIf(!existsSync("/proc/self/stat"))("a vision process that was taken over (needs /proc)", () => {
  test("and fills the memory is ended, and its picture fails", async () => {
    const hold = `globalThis.held = []; setInterval(() => held.push(new Uint8Array(2 ** 24).fill(1)), 5);`;
    const { vision, ready, ended } = startHostile(hold, 256 * 2 ** 20);
    await ready;
    await expect(vision.locate(picture)).rejects.toMatchObject({ code: "vision-failed" });
    expect(await ended).toBe("too-much-memory");
  });

  test("and burns processors after its picture is answered is ended", async () => {
    const { vision, ready, ended } = startHostile(`${answers} ${spins}`);
    await ready;
    await expect(vision.locate(picture)).rejects.toMatchObject({ code: "bad-picture" });
    expect(await ended).toBe("too-much-processor-time");
  });

  test.each([
    ["says what is no message", "Uint8Array.from([2, 0, 0, 0, 7, 7])"],
    ["says more than there is to say", "Uint8Array.from([0, 0, 0, 1, 7])"],
  ])("and %s is ended, and its picture fails", async (_, nonsense) => {
    const { vision, ready, ended } = startHostile(`channel.send(${nonsense});`);
    await ready;
    await expect(vision.locate(picture)).rejects.toMatchObject({ code: "vision-failed" });
    expect(await ended).toBe("ended");
  });
});
