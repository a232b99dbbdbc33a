import { describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectToEngine } from "@nats-io/transport-node";
import { launchInVain, launchServer, readMetrics, sumOfMetric } from "@signify/server/launch";
import { launchWorker, startEngine } from "@signify/tools/cluster";
import { noisePicture } from "@signify/tools/strangers";
import { connectTyped } from "../support/client.ts";
import { hasNoEngine, needsEngine, startCluster, workersKnown } from "../support/cluster.ts";
import { metricsWhen } from "../support/metrics.ts";
import { letterPicture, typedFrame } from "../support/pictures.ts";

/** Who may take part in a cluster, and what of it is kept. */

const jpeg = letterPicture("B");

async function readsLetters(server: { url: string }): Promise<string> {
  using client = await connectTyped(server.url, { mode: "still" });
  client.send(typedFrame(jpeg, 1));
  return (await client.next("prediction")).letter;
}

test("no vision processes and no cluster: the start is refused with one sentence", async () => {
  const { code, complaints } = await launchInVain({ environment: { THREAD_POOL_MAX_WORKERS: "0" } });
  expect([code, complaints]).toEqual([
    1,
    "THREAD_POOL_MAX_WORKERS must be a whole number from 1 to 64 where NATS_URL names no cluster.\n",
  ]);
});

test("a credentials file that is not there is named, and not where it should be", async () => {
  const environment = { NATS_URL: "nats://127.0.0.1:1", NATS_CREDENTIALS_FILE: "/no/such/secret" };
  const { code, complaints } = await launchInVain({ environment });
  expect([code, complaints]).toEqual([
    1,
    "NATS_CREDENTIALS_FILE must be the path of a file that can be read.\n",
  ]);
});

test("without NATS_URL nothing of NATS is loaded", async () => {
  const program = `
    await import("@signify/server");
    const loaded = Object.keys(require.cache).filter((path) => path.includes("@nats-io"));
    console.log(loaded.length);
  `;
  const child = Bun.spawn([process.execPath, "-e", program], { cwd: import.meta.dir, stdout: "pipe" });
  expect(await new Response(child.stdout).text()).toBe("0\n");
});

describe.skipIf(hasNoEngine)(`in a cluster (${needsEngine})`, () => {
  test("a worker that reads pictures otherwise is refused by name on both sides, and gets none", async () => {
    await using cluster = await startCluster({ workerSettings: { MAX_NUM_HANDS: "2" } });
    const [server] = cluster.servers;
    if (!server) throw new Error("expected a server");
    await using other = await launchWorker({
      NATS_URL: cluster.engine.url,
      MAX_NUM_HANDS: "1",
      THREAD_POOL_MAX_WORKERS: "1",
    });
    const refusal = await server.logged("a vision worker is refused");
    expect(refusal).toMatchObject({
      because: "another MAX_NUM_HANDS",
      worker: expect.stringMatching(/^\w{8}$/),
    });
    expect(await other.logged("a server takes nothing from this worker")).toMatchObject({
      because: "another MAX_NUM_HANDS",
    });
    for (let time = 0; time < 5; time++) expect(await readsLetters(server)).toBe("B");
    expect(sumOfMetric(await readMetrics(other), "signify_worker_pictures_total")).toBe(0);
    const values = await readMetrics(server);
    expect(values.get('signify_cluster_workers{state="refused"}')).toBe(1);
    expect(values.get('signify_cluster_workers{state="known"}')).toBe(1);
  });

  test("two clusters with two prefixes share an engine and nothing else", async () => {
    await using one = await startCluster();
    const [server] = one.servers;
    if (!server) throw new Error("expected a server");
    const settings = { NATS_URL: one.engine.url, NATS_PREFIX: "other" };
    await using other = await launchServer({ environment: { ...settings, THREAD_POOL_MAX_WORKERS: "0" } });
    await other.logged("the cluster is found");
    expect((await fetch(new URL("/readyz", other.page))).status).toBe(503);
    await using worker = await launchWorker({ ...settings, THREAD_POOL_MAX_WORKERS: "1" });
    await workersKnown(other, 1);
    expect(await readsLetters(other)).toBe("B");
    expect(await readsLetters(server)).toBe("B");
    expect(sumOfMetric(await readMetrics(worker), "signify_worker_pictures_total")).toBe(1);
    expect((await readMetrics(server)).get('signify_cluster_workers{state="known"}')).toBe(1);
  });

  test("a user, a password and TLS are what the engine asks for, and without them nobody takes part", async () => {
    const folder = mkdtempSync(join(tmpdir(), "signify-nats-"));
    const [key, certificate] = [join(folder, "key.pem"), join(folder, "cert.pem")];
    const made = Bun.spawnSync([
      ...["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"],
      ...["-days", "1", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
      ...["-keyout", key, "-out", certificate],
    ]);
    expect(made.exitCode).toBe(0);
    await using engine = await startEngine(
      "--user",
      "ada",
      "--pass",
      "pw",
      "--tls",
      "--tlscert",
      certificate,
      "--tlskey",
      key,
    );
    const secrets = {
      NATS_URL: engine.url,
      NATS_USER: "ada",
      NATS_PASSWORD: "pw",
      NATS_TLS_CA_FILE: certificate,
    };
    await using server = await launchServer({ environment: { ...secrets, THREAD_POOL_MAX_WORKERS: "0" } });
    await using worker = await launchWorker({ ...secrets, THREAD_POOL_MAX_WORKERS: "1" });
    await workersKnown(server, 1);
    expect(await readsLetters(server)).toBe("B");

    await using stranger = await launchServer({ environment: { ...secrets, NATS_PASSWORD: "guess" } });
    await stranger.logged("the cluster is lost and looked for; this machine's vision processes go on alone");
    expect(await readsLetters(stranger)).toBe("B");
    expect(JSON.stringify([stranger.log, worker.log])).not.toMatch(/guess|"pw"/);
    rmSync(folder, { recursive: true });
  });

  test("what somebody says who is none of ours is counted, and costs nobody anything", async () => {
    await using cluster = await startCluster();
    const [server] = cluster.servers;
    const [worker] = cluster.workers;
    if (!server || !worker) throw new Error("expected a server and a worker");
    const stranger = await connectToEngine({ servers: cluster.engine.url.slice("nats://".length) });
    const subjects = new Set<string>();
    stranger.subscribe(">", { callback: (_, { subject }) => void subjects.add(subject) });
    await stranger.flush();
    expect(await readsLetters(server)).toBe("B");
    expect(subjects.size).toBeGreaterThan(4);
    for (const subject of subjects) {
      for (const data of ["", "{}", "\x02\x00{}", '\x0e\x00{"type":"ask"}', "x".repeat(1_000_000)])
        stranger.publish(subject, data);
    }
    await stranger.flush();
    await metricsWhen(
      worker,
      "nonsense",
      (values) => sumOfMetric(values, "signify_cluster_nonsense_total") > 0,
    );
    for (let time = 0; time < 5; time++) expect(await readsLetters(server)).toBe("B");
    expect([server.complaints, worker.complaints]).toEqual(["", ""]);
    await stranger.close();
  });

  test("a picture that no message of the engine can hold is refused by its size, and the next one is read", async () => {
    await using cluster = await startCluster({
      serverSettings: { MAX_MESSAGE_BYTES: String(4 * 1024 * 1024) },
    });
    const [server] = cluster.servers;
    if (!server) throw new Error("expected a server");
    using client = await connectTyped(server.url, { mode: "still" });
    const small = await noisePicture(64);
    client.send(typedFrame(new Uint8Array([...small, ...new Uint8Array(1_100_000)]), 1));
    expect(await client.next("error")).toMatchObject({
      code: "picture-too-large",
      message: expect.stringMatching(/^Expected a picture of at most \d+ bytes\.$/),
    });
    client.send(typedFrame(jpeg, 2));
    expect((await client.next("prediction")).letter).toBe("B");
  });

  test("nothing that a camera saw is kept by the engine, also where it could keep things", async () => {
    const store = mkdtempSync(join(tmpdir(), "signify-store-"));
    mkdirSync(join(store, "before"));
    writeFileSync(join(store, "before", "file"), "");
    await using engine = await startEngine("--jetstream", "--store_dir", store);
    await using server = await launchServer({
      environment: { NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "0" },
    });
    await using worker = await launchWorker({ NATS_URL: engine.url, THREAD_POOL_MAX_WORKERS: "1" });
    await workersKnown(server, 1);
    const files = () => readdirSync(store, { recursive: true }).sort();
    const before = files();
    for (let time = 0; time < 10; time++) expect(await readsLetters(server)).toBe("B");
    const kept = await (await fetch(`${engine.monitor}/jsz?streams=1`)).json();
    expect(kept).toMatchObject({ streams: 0, messages: 0, bytes: 0 });
    expect(files()).toEqual(before);
    expect(worker.complaints).toBe("");
    rmSync(store, { recursive: true });
  });
});
