import { describe, expect, test } from "bun:test";
import { hasNoEngine, startCluster } from "../support/cluster.ts";
import { until } from "../support/with-deadline.ts";
import { hasProgram } from "./support/program.ts";
import { startPrometheus } from "./support/prometheus.ts";

const missing = [
  ...(hasNoEngine ? ["nats-server"] : []),
  ...["prometheus"].filter((one) => !hasProgram(one)),
];

describe.skipIf(missing.length > 0)("Prometheus on a cluster (needs nats-server and prometheus)", () => {
  test("scrapes servers and workers; a worker that is gone makes an alert, and so does NATS", async () => {
    await using cluster = await startCluster({ workers: 2 });
    const targets = (parts: { port: number }[]) => parts.map(({ port }) => `127.0.0.1:${port}`);
    const [servers, workers] = [targets(cluster.servers), targets(cluster.workers)];
    await using prometheus = await startPrometheus(servers, workers);
    const scraped = (expression: string, values: readonly number[]) =>
      until(`${expression} to be ${values}`, async () =>
        Bun.deepEquals(await prometheus.query(expression), values),
      );
    const firing = (name: string) =>
      until(`the alert ${name}`, async () =>
        (await prometheus.firing()).find(({ labels }) => labels.alertname === name),
      );
    await scraped('signify_cluster_workers{job="signify", state="known"}', [2]);
    await scraped('signify_ready{job="signify-workers"}', [1, 1]);
    await scraped('signify_ready{job="signify"}', [1]);
    // A server without vision processes of its own has what it needs. Alerts of the moments before all were ready go by.
    await until("no alert", async () => (await prometheus.firing()).length === 0);

    cluster.workers[0]?.signal("SIGKILL");
    expect((await firing("SignifyWorkerOut")).labels).toMatchObject({
      severity: "warn",
      instance: workers[0],
      job: "signify-workers",
    });
    await cluster.engine.kill();
    expect((await firing("SignifyClusterLost")).labels).toMatchObject({
      instance: servers[0],
      job: "signify",
    });
    expect((await firing("SignifyNoVision")).labels).toMatchObject({
      severity: "page",
      instance: servers[0],
    });
  });
});
