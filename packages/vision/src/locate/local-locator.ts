import type { HandLocator } from "@signify/core";
import type { Vision } from "./open-vision.ts";

/** Looks for hands in this process, one picture at a time: for commands that have no server to keep responsive. */
export function createLocalLocator({ locate }: Pick<Vision, "locate">): HandLocator {
  let last: Promise<unknown> = Promise.resolve();
  return {
    acquire: async () => ({
      locate({ jpeg, mirrored }, tracking, mode) {
        const located = last.then(() => locate({ jpeg, mirrored, tracking, mode }));
        last = located.catch(() => {});
        return located;
      },
      release() {},
    }),
  };
}
