// Practices one letter with hand points, as a program with its own hand tracking does:
// node practice.js ws://localhost:8765 L hand.json
import { readFile } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { connect, SignifyError } from "@signify/client-sdk";
import { WebSocket } from "./web-socket.js";

const [url, target, file] = process.argv.slice(2);
/** 126 numbers: 21 points of the left hand and 21 of the right, x, y and z each, in picture heights. */
const hand = JSON.parse(await readFile(file, "utf8"));

try {
  const client = await connect({ url, target, WebSocket });
  console.log(`connected, model ${client.session.model.name} ${client.session.model.version}`);
  const shown = new Promise((resolve) => {
    client.on("prediction", ({ letter, targetProbability, verdict }) => {
      console.log(`best ${letter}, ${target} ${Math.round(targetProbability * 100)} %`);
      if (verdict === "shown") resolve(`${target} is shown`);
    });
  });
  // A camera gives about thirty pictures a second; here it is the same hand again and again, for ten seconds at most.
  const end = new AbortController();
  const camera = (async () => {
    for (let frame = 0; frame < 300 && !end.signal.aborted; frame++) {
      client.sendLandmarks(hand);
      await pause(33);
    }
    return `${target} is not shown`;
  })();
  console.log(await Promise.race([shown, camera]));
  end.abort();
  client.close();
} catch (error) {
  if (!SignifyError.isInstance(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
