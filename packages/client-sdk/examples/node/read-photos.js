// Reads the letters in photographs: node read-photos.js ws://localhost:8765 PHOTO…
import { readFile } from "node:fs/promises";
import { connect, SignifyError } from "@signify/client-sdk";
import { WebSocket } from "./web-socket.js";

const [url, ...photos] = process.argv.slice(2);
try {
  const client = await connect({ url, mode: "still", WebSocket });
  for (const photo of photos) {
    const { letter, probability } = await client.recognize(await readFile(photo));
    console.log(photo, letter ?? "no hand", letter ? `${Math.round(probability * 100)} %` : "");
  }
  client.close();
} catch (error) {
  if (!SignifyError.isInstance(error)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 1;
}
