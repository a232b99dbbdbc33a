import { childrenOf } from "../processes/processes.ts";
import type { Random } from "../random/seeded-random.ts";

/** Kills one of a server's vision processes every 20 to 60 seconds, until the signal. `count` says how many so far. */
export function killNowAndThen(pid: number, random: Random, signal: AbortSignal): { readonly count: number } {
  const killed = { count: 0 };
  let timer: ReturnType<typeof setTimeout>;
  const wait = () => {
    timer = setTimeout(kill, random.between(20_000, 60_000));
  };
  const kill = () => {
    const children = childrenOf(pid);
    if (children.length > 0) {
      process.kill(random.oneOf(children), "SIGKILL");
      killed.count += 1;
    }
    wait();
  };
  wait();
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
  return killed;
}
