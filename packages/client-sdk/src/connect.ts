import { abortReason } from "./abort-reason.ts";
import type { SignifyClient } from "./client.ts";
import type { ConnectOptions } from "./connect-options.ts";
import { createRemoteClient } from "./remote-client.ts";

/**
 * Connects to a Signify server and starts a session. After that the client stays connected by itself until it is
 * closed.
 *
 * ```ts
 * const client = await connect({ url: "wss://signify.example", target: "A" });
 * client.on("prediction", ({ letter, targetProbability }) => show(letter, targetProbability));
 * client.sendFrame(jpeg);
 * ```
 *
 * @throws SignifyError "bad-address", "unreachable", "wrong-server", "unauthorized", "origin-refused",
 * "too-many-connections" or "unsupported"; or the signal's reason when it is aborted first.
 */
export async function connect(options: ConnectOptions): Promise<SignifyClient> {
  if (options.signal?.aborted) throw abortReason(options.signal);
  return createRemoteClient(options).started;
}
