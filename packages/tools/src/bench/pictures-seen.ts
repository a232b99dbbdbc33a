import { type LaunchedServer, readMetrics } from "@signify/server/launch";

/** Pictures that were looked at, wherever, by the server's own count. */
export async function picturesSeen(server: LaunchedServer): Promise<number> {
  return (await readMetrics(server)).get('signify_step_milliseconds_count{step="decode"}') ?? 0;
}
