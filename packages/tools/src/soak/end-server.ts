import { type LaunchedServer, readMetrics, sumOfMetric } from "@signify/server/launch";

/** Milliseconds between two looks at a server that nobody uses any more, and how many there are at most. */
const interval = 200;
const looks = 100;

/** Ends a server that everyone has left. Answers what it still had, and what was wrong with its end. */
export async function endServer(server: LaunchedServer): Promise<string[]> {
  let left = await whatIsLeft(server);
  for (let look = 1; look < looks && Object.values(left).some((count) => count !== 0); look++) {
    await Bun.sleep(interval);
    left = await whatIsLeft(server);
  }
  server.signal("SIGTERM");
  const code = await server.exited;
  return [
    ...Object.entries(left).flatMap(([what, count]) =>
      count === 0 ? [] : [`${count} ${what} left at the end`],
    ),
    ...(code === 0 ? [] : [`the server ended with code ${code}`]),
    ...(server.complaints === "" ? [] : ["the server wrote to standard error"]),
  ];
}

async function whatIsLeft(server: LaunchedServer): Promise<Record<string, number>> {
  const values = await readMetrics(server);
  const frames = (name: string) => sumOfMetric(values, name);
  return {
    connections: sumOfMetric(values, "signify_connections"),
    frames: frames("signify_frames_accepted_total") - frames("signify_frames_total"),
  };
}
