import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { testModel } from "@signify/core/testing";
import { letterDescription } from "../testing/letter-description.ts";
import { workerAddress } from "../testing/worker-address.ts";
import { installWorkerPage, type WorkerPage } from "../testing/worker-page.ts";
import { createLetterReader } from "./letter-reader.ts";
import type { LettersRequest } from "./letters-request.ts";

let page: WorkerPage;
beforeEach(() => {
  page = installWorkerPage();
});
afterEach(() => page.remove());

const open = (lettersWorker: string) =>
  createLetterReader({ assets: "/signify/", assetFiles: { lettersWorker } });

describe("createLetterReader", () => {
  test("loads the wasm and the model from the assets before it reads", async () => {
    const reader = await open(
      workerAddress(async (request) => {
        const worker = globalThis as { loaded?: LettersRequest };
        worker.loaded ??= request as LettersRequest;
        return {
          result: worker.loaded === request ? (globalThis as { known?: unknown }).known : worker.loaded,
        };
      }, letterDescription()),
    );
    expect(reader.identity).toEqual(testModel);
    expect(reader.rules.myHand.gain).toBe(20);
    expect((await reader.classify(new Float32Array(3))) as unknown).toEqual({
      type: "load",
      model: "https://app.example/signify/letters.onnx",
      description: "https://app.example/signify/letters.json",
    });
  });

  test("leaves the frames that windows share where they are, and answers the reading of just that window", async () => {
    const reader = await open(
      workerAddress(async (request) => {
        const known = request as LettersRequest;
        if (known.type === "load") return { result: (globalThis as { known?: unknown }).known };
        const [embedding, probabilities] = [known.window, known.window.map((number) => number / 2)];
        return { result: { probabilities, letterness: 0.5, embedding } };
      }, letterDescription()),
    );
    const frames = Float32Array.of(2, 4, 6);
    const windows = [frames.subarray(0, 2), frames.subarray(2)];
    const readings = windows.map((window) => reader.classify(window));
    expect(frames).toEqual(Float32Array.of(2, 4, 6));
    expect(await Promise.all(readings)).toEqual([
      { probabilities: Float32Array.of(1, 2), letterness: 0.5, embedding: Float32Array.of(2, 4) },
      { probabilities: Float32Array.of(3), letterness: 0.5, embedding: Float32Array.of(6) },
    ]);
  });

  test("a model of before, without a hand and verdicts, is told as letters-failed too", async () => {
    const opening = open(workerAddress(async () => ({ result: { name: "letters", version: "1.0.0" } })));
    expect(await opening.catch((error: unknown) => error)).toMatchObject({
      code: "letters-failed",
      message: expect.stringContaining("take the model that belongs to this version"),
    });
    expect(page.running).toBe(0);
  });

  test("a model that does not load is told as letters-failed, and leaves no worker behind", async () => {
    const opening = open(workerAddress(() => Promise.reject(new Error("no model there"))));
    expect(await opening.catch((error: unknown) => error)).toMatchObject({
      code: "letters-failed",
      message: "Letters cannot be read on this device: no model there",
    });
    expect(page.running).toBe(0);
  });

  test("closing ends the worker and the reading that is open", async () => {
    const reader = await open(
      workerAddress(
        (request) =>
          (request as LettersRequest).type === "load"
            ? Promise.resolve({ result: (globalThis as { known?: unknown }).known })
            : new Promise(() => {}),
        letterDescription(),
      ),
    );
    const reading = reader.classify(new Float32Array(3)).catch((error: unknown) => error);
    reader.close();
    expect((await reading) as unknown).toMatchObject({ code: "closed" });
    expect(page.running).toBe(0);
  });
});
