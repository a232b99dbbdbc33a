import type { LocatedHands } from "@signify/core";
import type { PictureRequest } from "@signify/vision";
import type { FreeProcess } from "../processes/free-process.ts";

/** A made-up process that is free for one picture: the test says what becomes of it. */
export type ScriptedProcess = FreeProcess & {
  /** The picture that it was given. */
  readonly picture: PictureRequest | undefined;
  released: number;
  alive: boolean;
  broke: boolean;
  answer(located: LocatedHands): void;
  fail(error: Error): void;
};

/** Makes a {@link ScriptedProcess}. */
export function createScriptedProcess(): ScriptedProcess {
  let picture: PictureRequest | undefined;
  const located = Promise.withResolvers<LocatedHands>();
  return {
    place: "local",
    alive: true,
    broke: false,
    released: 0,
    get picture() {
      return picture;
    },
    locate(request) {
      if (picture) throw new Error("this process has a picture");
      picture = request;
      return located.promise;
    },
    release() {
      this.released += 1;
    },
    answer: located.resolve,
    fail: located.reject,
  };
}
