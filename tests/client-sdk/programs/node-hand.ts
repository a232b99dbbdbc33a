import { readFileSync } from "node:fs";
import { readLetterModel } from "@signify/core";
import type { InferenceSession, Tensor } from "onnxruntime-node";
import { type HandReading, readByHand } from "./read-by-hand.ts";

// A program for Node: reads the windows of a file by the hand in it. Arguments: onnxruntime-node, model, model.json, the file.

const [, , runtime = "", model = "", description = "", file = ""] = process.argv;
type Runtime = { InferenceSession: typeof InferenceSession; Tensor: typeof Tensor };
const onnx: Runtime = (await import(runtime)).default;
const { windows, hand } = JSON.parse(readFileSync(file, "utf8"));
const letterModel = readLetterModel(JSON.parse(readFileSync(description, "utf8")));
const session = await onnx.InferenceSession.create(model, { intraOpNumThreads: 1 });
const readings: HandReading[] = [];
for (const window of windows) {
  const landmarks = new onnx.Tensor("float32", Float32Array.from(window), [1, 32, 42, 3]);
  const outputs = await session.run({ landmarks }, ["probabilities", "letterness", "embedding"]);
  const [probabilities, letterness, embedding] = ["probabilities", "letterness", "embedding"].map((name) =>
    Float32Array.from(outputs[name]?.data as Float32Array),
  );
  if (!probabilities || !letterness || !embedding) throw new Error("expected three outputs");
  const reading = { probabilities, letterness: letterness[0] ?? 0, embedding };
  readings.push(readByHand(reading, letterModel, hand));
}
process.stdout.write(JSON.stringify(readings));
