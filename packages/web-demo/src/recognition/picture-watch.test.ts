import { expect, test } from "bun:test";
import { createPictureWatch } from "./picture-watch.ts";
import { nothingSeen } from "./seen.ts";

const none = { ...nothingSeen, hands: "no-hand", delay: 90 } as const;

test("a look tells advice, figures and slowness together", () => {
  const watch = createPictureWatch({ startedAt: 0, brightness: () => 240 });
  for (let time = 250; time <= 12_000; time += 250) {
    watch.count(time);
    const { figures, advice, slow } = watch.look(none, time);
    expect(figures?.delay).toBe(90);
    expect(advice).toBe(time < 750 ? undefined : "bright");
    expect(slow).toBe(time > 10_250);
  }
  expect(watch.look(none, 12_000).figures?.rate).toBeCloseTo(4);
});

test("a pause forgives what was slow before it", () => {
  const watch = createPictureWatch({ startedAt: 0, brightness: () => 120 });
  watch.look(none, 500);
  watch.pause();
  expect(watch.look(none, 20_000).slow).toBe(false);
});
