import { freePort } from "@signify/tools/processes";
import { until } from "../support/with-deadline.ts";

/** What is wrong with a link, by the name and attributes of one of Toxiproxy's toxics. */
export type Toxic = { type: string; attributes: Record<string, number> };

/** A way to a server on this machine that can be made bad and good again. */
export type ToxicLink = {
  /** Where the link begins, as a WebSocket address. */
  readonly url: string;
  /** Makes it bad, in both directions. */
  poison(toxic: Toxic): Promise<void>;
  /** Makes it good again. */
  heal(): Promise<void>;
};

/** A running Toxiproxy. */
export type Toxiproxy = AsyncDisposable & {
  /** Opens a link to a port of 127.0.0.1. */
  link(name: string, port: number): Promise<ToxicLink>;
};

const program = process.env.TOXIPROXY || Bun.which("toxiproxy-server");

/** Whether Toxiproxy's server is here: where the variable TOXIPROXY says, or on the path. */
export const hasToxiproxy = Boolean(program);

/** Added to the name of what needs it, so that a run without it says what it left out. */
export const withoutToxiproxy = hasToxiproxy ? "" : " (skipped: no toxiproxy-server, see CONTRIBUTING.md)";

/** Starts Toxiproxy on a free port. */
export async function startToxiproxy(): Promise<Toxiproxy> {
  if (!program) throw new Error("Expected toxiproxy-server on the path, or its path in TOXIPROXY.");
  const port = freePort();
  const child = Bun.spawn([program, "-host", "127.0.0.1", "-port", String(port), "-seed", "1"], {
    stdio: ["ignore", "ignore", "ignore"],
  });
  const ask = async (method: string, path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`Toxiproxy answered ${answer.status}: ${await answer.text()}`);
    return answer.status === 204 ? {} : ((await answer.json()) as Record<string, unknown>);
  };
  await until("Toxiproxy", () => fetch(`http://127.0.0.1:${port}/version`).catch(() => false as const));

  return {
    async link(name, upstream) {
      const { listen } = await ask("POST", "/proxies", {
        name,
        listen: "127.0.0.1:0",
        upstream: `127.0.0.1:${upstream}`,
        enabled: true,
      });
      const streams = ["upstream", "downstream"];
      return {
        url: `ws://${listen}`,
        async poison({ type, attributes }) {
          for (const stream of streams)
            await ask("POST", `/proxies/${name}/toxics`, { name: stream, stream, type, attributes });
        },
        async heal() {
          for (const stream of streams) await ask("DELETE", `/proxies/${name}/toxics/${stream}`);
        },
      };
    },
    async [Symbol.asyncDispose]() {
      child.kill();
      await child.exited;
    },
  };
}
