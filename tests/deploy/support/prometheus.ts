import { freePort } from "@signify/tools/processes";
import { until } from "../../support/with-deadline.ts";
import { deployText } from "./deploy-file.ts";
import { startProgram } from "./program.ts";
import { createTemporaryFolder } from "./temporary-folder.ts";

/** An alert as Prometheus tells it. */
export type Alert = { labels: Record<string, string>; annotations: Record<string, string>; state: string };

/** Prometheus as `deploy/prometheus` has it, but in a hurry, on a free port of the loopback. */
export type Prometheus = AsyncDisposable & {
  readonly url: string;
  /** The values of an expression now, one for each of its series. @throws Error when it is not one of PromQL. */
  query(expression: string): Promise<number[]>;
  /** The alerts that fire now. */
  firing(): Promise<Alert[]>;
};

/** Milliseconds between two scrapes, and between two looks at the rules. */
const hurry = "250ms";

/** Starts Prometheus on these servers and workers (`host:port`), and waits until it answers. */
export async function startPrometheus(
  servers: readonly string[],
  workers: readonly string[] = [],
): Promise<Prometheus> {
  const folder = createTemporaryFolder();
  const port = freePort();
  const configuration = folder.write(
    "prometheus.yml",
    deployText("prometheus/prometheus.yml", {
      "scrape_interval: 15s": `scrape_interval: ${hurry}`,
      "evaluation_interval: 15s": `evaluation_interval: ${hurry}`,
    }),
  );
  folder.write(
    "alerts.yml",
    deployText("prometheus/alerts.yml", { "for: 1m": `for: ${hurry}`, "for: 2m": `for: ${hurry}` }),
  );
  folder.write("servers.yml", JSON.stringify([{ targets: servers }]));
  folder.write("workers.yml", JSON.stringify([{ targets: workers }]));
  const prometheus = startProgram(
    "prometheus",
    `--config.file=${configuration}`,
    `--storage.tsdb.path=${folder.path}/data`,
    `--web.listen-address=127.0.0.1:${port}`,
    "--log.level=error",
  );
  const url = `http://127.0.0.1:${port}`;
  await until("Prometheus to be ready", async () => {
    const isOver = await Promise.race([prometheus.exited.then(() => true), Promise.resolve(false)]);
    if (isOver) throw new Error(`Prometheus ended: ${prometheus.said}`);
    return await fetch(`${url}/-/ready`).then(
      ({ ok }) => ok,
      () => false,
    );
  });
  const ask = async <T>(path: string): Promise<T> => {
    const answer = (await (await fetch(`${url}/api/v1/${path}`)).json()) as { data: T; error?: string };
    if (answer.error) throw new Error(`Prometheus refused ${path}: ${answer.error}`);
    return answer.data;
  };
  return {
    url,
    async query(expression) {
      const { result } = await ask<{ result: { value: [number, string] }[] }>(
        `query?query=${encodeURIComponent(expression)}`,
      );
      return result.map(({ value }) => Number(value[1]));
    },
    async firing() {
      const { alerts } = await ask<{ alerts: Alert[] }>("alerts");
      return alerts.filter(({ state }) => state === "firing");
    },
    async [Symbol.asyncDispose]() {
      await prometheus[Symbol.asyncDispose]();
      folder[Symbol.dispose]();
    },
  };
}
