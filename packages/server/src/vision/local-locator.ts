import type { HandLocator } from "@signify/core";
import { type LocatorParts, locateHandsInPicture } from "./locate-hands-in-picture.ts";

/** Looks for hands in this process, one picture at a time: for commands that have no server to keep responsive. */
export function createLocalLocator(parts: LocatorParts): HandLocator {
  let last: Promise<unknown> = Promise.resolve();
  return {
    acquire: async () => ({
      locate({ jpeg, mirrored }, tracking, mode) {
        const located = last.then(() => locateHandsInPicture(parts, { jpeg, mirrored, tracking, mode }));
        last = located.catch(() => {});
        return located;
      },
      release() {},
    }),
  };
}
