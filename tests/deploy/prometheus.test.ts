import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer } from "@signify/server/launch";
import { switchOnCamera } from "../support/camera.ts";
import { connect } from "../support/client.ts";
import { metricsAtRest } from "../support/metrics.ts";
import { letterPicture, originalFrame } from "../support/pictures.ts";
import { isReply } from "../support/replies.ts";
import { until } from "../support/with-deadline.ts";
import { dashboardExpressions } from "./support/dashboard.ts";
import { deployPath } from "./support/deploy-file.ts";
import { hasProgram, runProgram } from "./support/program.ts";
import { type Prometheus, startPrometheus } from "./support/prometheus.ts";

/** `deploy/prometheus`: held to what Prometheus understands, and on a real server. */

describe.skipIf(!hasProgram("promtool"))("the files for Prometheus (need promtool)", () => {
  test.each([
    ["check", "config", "prometheus/prometheus.yml"],
    ["check", "rules", "prometheus/alerts.yml"],
    ["test", "rules", "prometheus/alerts.test.yml"],
  ])("promtool %s %s %s", async (verb, what, name) => {
    const { code, said } = await runProgram("promtool", verb, what, deployPath(name));
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining("SUCCESS") });
  });
});

describe.skipIf(!hasProgram("prometheus"))("Prometheus on a running server (needs prometheus)", () => {
  let server: LaunchedServer;
  let prometheus: Prometheus;
  beforeAll(async () => {
    server = await launchServer({ environment: { MAX_CONNECTIONS: "1" } });
    prometheus = await startPrometheus([`127.0.0.1:${server.port}`]);
  });
  afterAll(async () => {
    await prometheus?.[Symbol.asyncDispose]();
    await server?.[Symbol.asyncDispose]();
  });

  const alert = (name: string, meanwhile: () => Promise<void> = async () => {}) =>
    until(`the alert ${name}`, async () => {
      await meanwhile();
      return (await prometheus.firing()).find(({ labels }) => labels.alertname === name);
    });
  const scraped = (expression: string, isSo: (value: number) => boolean) =>
    until(`${expression} as wanted`, async () => (await prometheus.query(expression)).some(isSo));

  test("scrapes it: vision processes, the wait for an answer, processor time", async () => {
    await scraped("up", (value) => value === 1);
    await scraped("signify_vision_processes_ready", (value) => value >= 1);
    using client = await connect(server.url);
    const frame = originalFrame(letterPicture("B"));
    using camera = switchOnCamera(() => client.send(frame), 20);
    await client.next("a letter", isReply);
    await scraped("signify_answer_milliseconds_count", (value) => value >= 1);
    await scraped("signify_vision_processes_busy", (value) => value >= 1);
    await scraped("process_cpu_seconds_total", (value) => value > 0);
    camera.off();
  });

  test("understands every expression of the dashboard", async () => {
    for (const { expression } of dashboardExpressions()) {
      // As Grafana fills them in.
      const filled = expression.replaceAll("$instance", ".*").replaceAll("$__rate_interval", "1m");
      expect(await prometheus.query(filled)).toBeArray();
    }
  });

  test("learners who are turned away make an alert", async () => {
    await metricsAtRest(server);
    using inside = await connect(server.url);
    const { labels, annotations } = await alert("SignifyFull", async () => {
      await (await connect(server.url)).closed;
    });
    inside.close();
    expect(labels).toMatchObject({ severity: "warn", instance: `127.0.0.1:${server.port}` });
    expect(annotations.summary).toContain("turns learners away");
  });

  test("a server that is gone makes an alert", async () => {
    // On a busy machine a scrape may have been too late just now.
    await until("no such alert", async () =>
      (await prometheus.firing()).every(({ labels }) => labels.alertname !== "SignifyDown"),
    );
    server.signal("SIGKILL");
    await server.exited;
    expect((await alert("SignifyDown")).labels.severity).toBe("page");
  });
});
