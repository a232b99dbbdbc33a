// Practices one letter with hand points from a file, as a program with its own hand tracking would:
// node practice.js ws://localhost:8765 B points.json
// The file has one list of 126 numbers for each frame. Node 20 has no WebSocket of its own, so `ws` is given.
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { connect, SignifyError } from "@signify/client-sdk";
import { WebSocket } from "ws";

const [url = "ws://localhost:8765", target = "B", file = ""] = process.argv.slice(2);
const frames: number[][] = JSON.parse(readFileSync(file, "utf8"));

try {
  const client = await connect({ url, target: target as "B", WebSocket });
  const { model } = client.session;
  console.log(`connected, model ${model.name} ${model.version}`);
  client.on("prediction", ({ letter, targetProbability }) => {
    console.log(`best ${letter}, ${target} ${Math.round(targetProbability * 100)} %`);
  });
  for (const frame of frames) {
    client.sendLandmarks(frame);
    await pause(33);
  }
  await pause(200);
  client.close();
} catch (error) {
  if (!SignifyError.isInstance(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
