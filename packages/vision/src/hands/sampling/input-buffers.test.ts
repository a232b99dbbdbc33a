import { describe, expect, test } from "bun:test";
import { InputBuffers } from "./input-buffers.ts";

describe("InputBuffers", () => {
  test("lends a buffer again once its use is over", async () => {
    const buffers = new InputBuffers(4);
    const first = await buffers.lend((buffer) => Promise.resolve(buffer));
    const second = await buffers.lend((buffer) => Promise.resolve(buffer));
    expect(second).toBe(first);
    expect(first.length).toBe(4);
  });

  test("never lends a buffer that is in use", async () => {
    const buffers = new InputBuffers(4);
    await buffers.lend((outer) =>
      buffers.lend((inner) => {
        expect(inner).not.toBe(outer);
        return Promise.resolve();
      }),
    );
  });

  test("takes a buffer back when its use fails", async () => {
    const buffers = new InputBuffers(4);
    let failed: Float32Array | undefined;
    const use = buffers.lend((buffer) => {
      failed = buffer;
      return Promise.reject(new Error("no"));
    });
    await expect(use).rejects.toThrow("no");
    expect(await buffers.lend((buffer) => Promise.resolve(buffer))).toBe(failed as unknown as Float32Array);
  });
});
