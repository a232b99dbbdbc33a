import { expect, test } from "bun:test";
import { noTracking, SignifyError } from "@signify/core";
import { deferred, locatedHands, pictureFrame, settleMicrotasks } from "@signify/core/testing";
import { createLocalLocator } from "./local-locator.ts";

const signal = new AbortController().signal;

test("pictures are looked at one after the other, however many ask at once", async () => {
  const first = deferred<ReturnType<typeof locatedHands>>();
  let looks = 0;
  const locator = createLocalLocator({
    locate: async () => {
      looks += 1;
      return looks === 1 ? first.promise : locatedHands();
    },
  });
  const located = [await locator.acquire(signal), await locator.acquire(signal)].map((lease) =>
    lease.locate(pictureFrame(), noTracking, "live"),
  );
  await settleMicrotasks();
  expect(looks).toBe(1);
  first.resolve(locatedHands());
  await Promise.all(located);
  expect(looks).toBe(2);
});

test("a picture that cannot be read fails alone", async () => {
  let first = true;
  const locator = createLocalLocator({
    async locate() {
      if (!first) return locatedHands({ hands: 0 });
      first = false;
      throw new SignifyError("bad-picture", "Expected a JPEG picture.");
    },
  });
  const one = (await locator.acquire(signal)).locate(pictureFrame(), noTracking, "live");
  const other = (await locator.acquire(signal)).locate(pictureFrame(), noTracking, "live");
  await expect(one).rejects.toMatchObject({ code: "bad-picture" });
  expect((await other).hands).toBe(0);
});
