/** What a worker says of itself over HTTP. */
export type WorkerState = {
  isReady(): boolean;
  isConnected(): boolean;
  metrics: { contentType: string; text(): Promise<string> };
};

const headers = { "x-content-type-options": "nosniff", "cache-control": "no-store" };

/**
 * Answers `/healthz`, `/readyz` and `/metrics`, for who runs it.
 * @throws Error with one sentence when it cannot listen
 */
export function serveState({ host, port }: { host: string; port: number }, state: WorkerState) {
  const json = (body: object, status = 200) => Response.json(body, { status, headers });
  const answers: Record<string, () => Response | Promise<Response>> = {
    "/healthz": () => json({ status: "alive" }),
    "/readyz": () => {
      const cluster = state.isConnected() ? "connected" : "lost";
      return state.isReady()
        ? json({ status: "ready", cluster })
        : json({ status: "not-ready", cluster }, 503);
    },
    "/metrics": async () =>
      new Response(await state.metrics.text(), {
        headers: { ...headers, "content-type": state.metrics.contentType },
      }),
  };
  try {
    return Bun.serve({
      hostname: host,
      port,
      reusePort: false,
      development: false,
      fetch: ({ url }) =>
        answers[new URL(url).pathname]?.() ?? json({ error: "There is nothing at this address." }, 404),
      error: () => json({ error: "The worker failed." }, 500),
    });
  } catch (cause) {
    throw new Error(
      "The worker cannot listen: set WORKER_PORT to a free port and WORKER_HOST to an address of this machine.",
      {
        cause,
      },
    );
  }
}
