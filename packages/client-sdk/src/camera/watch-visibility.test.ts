import { describe, expect, test } from "bun:test";
import { createFakeCamera } from "../testing/fake-camera.ts";
import { watchVisibility } from "./watch-visibility.ts";

function onPage(watch: (camera: ReturnType<typeof createFakeCamera>) => void) {
  const camera = createFakeCamera();
  const remove = camera.install();
  try {
    watch(camera);
  } finally {
    remove();
  }
}

describe("watchVisibility", () => {
  test("tells of each change until it is stopped, and of nothing while the page is simply shown", () => {
    onPage((camera) => {
      const told: boolean[] = [];
      const stop = watchVisibility((hidden) => told.push(hidden));
      expect(told).toEqual([]);
      camera.hide(true);
      camera.hide(false);
      stop();
      camera.hide(true);
      expect(told).toEqual([true, false]);
    });
  });

  test("a page that is hidden already is told at once", () => {
    onPage((camera) => {
      camera.hide(true);
      const told: boolean[] = [];
      watchVisibility((hidden) => told.push(hidden));
      expect(told).toEqual([true]);
    });
  });

  test("without a page there is nothing to tell", () => {
    watchVisibility(() => {
      throw new Error("expected never to be called");
    })();
  });
});
