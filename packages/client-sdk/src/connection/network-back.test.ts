import { describe, expect, test } from "bun:test";
import { replaceGlobal } from "../testing/replace-global.ts";
import { onNetworkBack } from "./network-back.ts";

const goOnline = () => globalThis.dispatchEvent(new Event("online"));

describe("onNetworkBack", () => {
  test("calls back each time that the network is back, until it is stopped", () => {
    let heard = 0;
    const stop = onNetworkBack(() => {
      heard += 1;
    });
    goOnline();
    goOnline();
    stop();
    goOnline();
    expect(heard).toBe(2);
  });

  test.each(["addEventListener", "removeEventListener"])("a runtime without %s never calls back", (name) => {
    const restore = replaceGlobal(name, undefined);
    try {
      const stop = onNetworkBack(() => {
        throw new Error("expected never to be called");
      });
      goOnline();
      stop();
    } finally {
      restore();
    }
  });
});
