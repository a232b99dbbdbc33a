import { describe, expect, test } from "bun:test";
import { connect as connectToEngine, type NatsConnection } from "@nats-io/transport-node";
import { launchServer } from "@signify/server/launch";
import { launchWorker } from "@signify/tools/cluster";
import { switchOnCamera } from "../support/camera.ts";
import { connectTyped } from "../support/client.ts";
import { hasNoEngine, needsEngine, workersKnown } from "../support/cluster.ts";
import { letterPicture, typedFrame } from "../support/pictures.ts";
import { until } from "../support/with-deadline.ts";
import { deployPath } from "./support/deploy-file.ts";
import { type ConfiguredEngine, passwords, startConfiguredEngine } from "./support/engine.ts";
import { runProgram } from "./support/program.ts";
import { createTemporaryFolder } from "./support/temporary-folder.ts";

/** `deploy/nats`: as the real NATS takes it, and what its users may do. */

const jpeg = letterPicture("B");
const settingsOf = (engine: ConfiguredEngine, user: keyof typeof passwords) => ({
  NATS_URL: engine.url,
  NATS_USER: user,
  NATS_PASSWORD: passwords[user],
  THREAD_POOL_MAX_WORKERS: user === "server" ? "0" : "1",
});

async function readsLetters(server: { url: string }): Promise<string> {
  using client = await connectTyped(server.url, { target: "B" });
  using camera = switchOnCamera((sequence) => client.send(typedFrame(jpeg, sequence)), 30);
  const { letter } = await client.next("prediction");
  camera.off();
  return letter;
}

describe.skipIf(hasNoEngine)(`nats.conf (${needsEngine})`, () => {
  test("is not taken without the passwords of its users", async () => {
    const check = (...set: string[]) =>
      runProgram("env", ...set, "nats-server", "-t", "-c", deployPath("nats/nats.conf"));
    const both = ["NATS_SERVER_PASSWORD=pa", "NATS_WORKER_PASSWORD=pb"];
    expect(await check(...both)).toMatchObject({ code: 0, said: expect.stringContaining("is valid") });
    for (const one of both) expect((await check(one)).code).not.toBe(0);
  });

  test("lets servers and workers do all that they need: letters, refusals, farewells", async () => {
    await using engine = await startConfiguredEngine();
    await using server = await launchServer({ environment: settingsOf(engine, "server") });
    await using other = await launchWorker({ ...settingsOf(engine, "worker"), MAX_NUM_HANDS: "1" });
    await other.logged("a server takes nothing from this worker");
    await using worker = await launchWorker(settingsOf(engine, "worker"));
    await workersKnown(server, 1);
    expect(await readsLetters(server)).toBe("B");
    worker.signal("SIGTERM");
    expect(await worker.exited).toBe(0);
    await workersKnown(server, 0);
    expect(engine.log).not.toMatch(/violation/i);
  });

  test("lets nobody in without a password, and no user do what is another's", async () => {
    await using engine = await startConfiguredEngine({
      "users: [":
        'users: [ { user: neighbor, password: "p-of-a-neighbor", permissions: { publish: "other.>", subscribe: "other.>" } }',
    });
    const servers = engine.url.slice("nats://".length);
    const enter = (user?: string, pass?: string) =>
      connectToEngine({ servers, reconnect: false, ...(user ? { user, pass: pass ?? "" } : {}) });
    for (const [user, pass] of [[], ["server", "guess"], ["server", ""], ["stranger", passwords.server]])
      await expect(enter(user, pass)).rejects.toThrow(/authorization/i);

    const mayHear = async (engine: NatsConnection, subject: string, queue?: string) => {
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const callback = (error: Error | null) => resolve(error === null);
      const subscription = engine.subscribe(subject, queue ? { callback, queue } : { callback });
      await engine.flush();
      // A refusal comes before the answer to the question behind it.
      resolve(true);
      subscription.unsubscribe();
      return await promise;
    };
    const all = ["signify.f.free processes", "signify.f.waiting connections", "signify.f.to.i.*"];
    const forbidden = {
      neighbor: [...all, "signify.workers", "signify.workers.i", "signify.>", ">", "signify.*.to.*.*"],
      server: ["signify.f.free processes", "signify.f.free", "signify.f.waiting", "signify.>", ">"],
      worker: ["signify.f.waiting connections", "signify.f.waiting", "signify.f.free", "signify.>", ">"],
    };
    const secrets = { ...passwords, neighbor: "p-of-a-neighbor" };
    for (const [user, subjects] of Object.entries(forbidden)) {
      const stranger = await enter(user, secrets[user as keyof typeof secrets]);
      for (const one of subjects) {
        const [subject = "", queue] = one.split(" ");
        expect([user, one, await mayHear(stranger, subject, queue)]).toEqual([user, one, false]);
      }
      await stranger.close();
    }
    const unsayable = {
      neighbor: ["signify.f.free", "signify.f.waiting", "signify.f.to.i.1", "signify.workers"],
      server: ["signify.f.waiting", "signify.workers"],
      worker: ["signify.f.free", "signify.workers.i"],
    };
    for (const [user, subjects] of Object.entries(unsayable)) {
      const stranger = await enter(user, secrets[user as keyof typeof secrets]);
      for (const subject of subjects) stranger.publish(subject, "");
      await stranger.flush();
      const refused = () =>
        subjects.every((subject) =>
          engine.log.includes(`Publish Violation - User "${user}", Subject "${subject}"`),
        );
      await until(`refusals of what ${user} says`, refused);
      await stranger.close();
    }
  });

  test("keeps nothing, and takes messages of 1 MiB", async () => {
    await using engine = await startConfiguredEngine();
    const told = async (path: string) => await (await fetch(`${engine.monitor}/${path}`)).json();
    expect(await told("jsz")).toMatchObject({ disabled: true });
    expect(await told("varz")).toMatchObject({ max_payload: 1_048_576, ping_max: 2, host: "127.0.0.1" });
  });

  test("a worker that hangs while it is idle is sent away, and comes back", async () => {
    await using engine = await startConfiguredEngine({ 'ping_interval: "3s"': 'ping_interval: "250ms"' });
    await using worker = await launchWorker(settingsOf(engine, "worker"));
    const isThere = async () => {
      const { connections } = await (await fetch(`${engine.monitor}/connz`)).json();
      return connections.some(({ name }: { name?: string }) => name?.startsWith("signify vision worker"));
    };
    await until("the worker", isThere);
    process.kill(worker.pid, "SIGSTOP");
    // Stopped as it is, it cannot have gone by itself.
    await until("the worker to be sent away", async () => !(await isThere()));
    process.kill(worker.pid, "SIGCONT");
    await until("the worker again", isThere);
  });

  test("its lines for TLS are taken, and servers and workers meet over it", async () => {
    using folder = createTemporaryFolder();
    const [key, certificate] = [folder.write("key.pem", ""), folder.write("cert.pem", "")];
    const { code } = await runProgram(
      ...["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
      ...["-keyout", key, "-out", certificate],
    );
    expect(code).toBe(0);
    await using engine = await startConfiguredEngine({
      "#tls {": "tls {",
      "#  ": "  ",
      "#}": "}",
      "/etc/signify/nats/key.pem": key,
      "/etc/signify/nats/cert.pem": certificate,
      "/etc/signify/nats/authority.pem": certificate,
    });
    const trust = { NATS_TLS_CA_FILE: certificate };
    const shown = { ...trust, NATS_TLS_CERT_FILE: certificate, NATS_TLS_KEY_FILE: key };
    await using server = await launchServer({
      environment: { ...settingsOf(engine, "server"), ...shown },
    });
    await using worker = await launchWorker({ ...settingsOf(engine, "worker"), ...shown });
    await workersKnown(server, 1);
    expect(await readsLetters(server)).toBe("B");
    expect(worker.complaints).toBe("");
    // Without a certificate of its own nobody comes in.
    await using stranger = await launchServer({
      environment: { ...settingsOf(engine, "server"), ...trust, THREAD_POOL_MAX_WORKERS: "1" },
    });
    await stranger.logged("the cluster is lost and looked for; this machine's vision processes go on alone");
  });
});
