import { describe, expect, test } from "bun:test";
import { noTracking } from "../landmarks/hand-tracking.ts";
import { createScriptedLocator, locatedHands, pictureFrame, settleMicrotasks } from "./index.ts";

const { signal } = new AbortController();

describe("the scripted locator", () => {
  test("serves in order of arrival, as many at once as it has workers", async () => {
    const locator = createScriptedLocator({ workers: 2 });
    const leases = await Promise.all([locator.acquire(signal), locator.acquire(signal)]);
    const third = locator.acquire(signal);
    expect([locator.free, locator.waiting, locator.openLeases]).toEqual([0, 1, 2]);
    const looked = leases[0].locate(pictureFrame(), noTracking, "live");
    locator.calls[0]?.resolve(locatedHands());
    await looked;
    await third;
    expect([locator.free, locator.waiting, locator.openLeases]).toEqual([0, 0, 2]);
  });

  test("withdraws a request when its signal is aborted, before or while it waits", async () => {
    const locator = createScriptedLocator({ workers: 0 });
    const controller = new AbortController();
    const waiting = locator.acquire(controller.signal);
    controller.abort(new Error("gone"));
    await expect(waiting).rejects.toThrow("gone");
    await expect(locator.acquire(controller.signal)).rejects.toThrow("gone");
    expect(locator.waiting).toBe(0);
  });

  test("notices a lease that is used or released twice", async () => {
    const locator = createScriptedLocator();
    const lease = await locator.acquire(signal);
    lease.release();
    lease.release();
    expect([locator.openLeases, locator.misusedLeases]).toEqual([0, 1]);
  });

  test("answers by its script, also with an error", async () => {
    const locator = createScriptedLocator({
      script: ({ sequence }) => {
        if (sequence === 1) throw new Error("unreadable");
        return locatedHands({ hands: 2 });
      },
    });
    const look = async (sequence: number) =>
      (await locator.acquire(signal)).locate(pictureFrame(sequence), noTracking, "live");
    expect((await look(0)).hands).toBe(2);
    await expect(look(1)).rejects.toThrow("unreadable");
    await settleMicrotasks();
    expect(locator.free).toBe(1);
  });
});
