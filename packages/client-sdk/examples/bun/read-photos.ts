// Reads the letters in photos: bun examples/bun/read-photos.ts ws://localhost:8765 photo.jpg …
import { connect, type SignifyClient } from "@signify/client-sdk";

/** What the server says about one photo. */
async function readPhoto(client: SignifyClient, photo: Blob): Promise<string> {
  const events = client.events();
  const sequence = client.sendFrame(await photo.arrayBuffer());
  for await (const event of events) {
    if (!("sequence" in event) || event.sequence !== sequence) continue;
    if (event.type === "prediction") return `${event.letter} (${Math.round(event.probability * 100)} %)`;
    if (event.type === "status" && event.state === "no-hand") return "no hand";
    if (event.type === "error") return event.error.message;
  }
  return "the connection was closed";
}

const [url = "ws://localhost:8765", ...photos] = process.argv.slice(2);
await using client = await connect({ url, mode: "still" });
for (const photo of photos) console.log(photo.split("/").at(-1), await readPhoto(client, Bun.file(photo)));
