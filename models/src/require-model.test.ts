import { describe, expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import { handModelPaths, letterModelPaths, requireModel } from "./index.ts";

describe("requireModel", () => {
  test("returns the path of a file that is there", () => {
    const path = fileURLToPath(import.meta.url);
    expect(requireModel(path)).toBe(path);
  });

  test("names a missing model relative to the repository, and the command that makes it", () => {
    const { palmDetection } = handModelPaths();
    expect(() => requireModel(`${palmDetection}.not`)).toThrow(
      "models/hands/dist/palm-detection.onnx.not is missing: run `bun run build`",
    );
    expect(() => requireModel(`${letterModelPaths().model}.not`)).toThrow(
      /^models\/letters\/letters\.onnx\.not is missing/,
    );
  });
});
