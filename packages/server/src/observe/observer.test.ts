import { expect, test } from "bun:test";
import { createRecordedObserver } from "../testing/recorded-observer.ts";
import { observeAll } from "./observer.ts";

test("everyone is told of everything, in order; who does not listen is left out", () => {
  const one = createRecordedObserver();
  const other = createRecordedObserver();
  const all = observeAll([one, {}, other]);
  all.connectionOpened("typed");
  all.connectionClosed("original");
  all.connectionRefused("unauthorized");
  all.frameAccepted();
  all.frameSettled("answered", 1, {});
  all.fault("too-fast");
  all.targetReset();
  all.letterBatch(3);
  all.visionRestarted("slow-picture");
  expect(one.calls).toEqual([
    ["connectionOpened", "typed"],
    ["connectionClosed", "original"],
    ["connectionRefused", "unauthorized"],
    ["frameAccepted", undefined],
    ["frameSettled", "answered"],
    ["fault", "too-fast"],
    ["targetReset", undefined],
    ["letterBatch", 3],
    ["visionRestarted", "slow-picture"],
  ]);
  expect(other.calls).toEqual(one.calls);
});
