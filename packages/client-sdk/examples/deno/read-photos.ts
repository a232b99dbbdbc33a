// Reads the letters in photographs: deno run --allow-net --allow-read read-photos.ts ws://localhost:8765 PHOTO…
import { connect } from "@signify/client-sdk";

const [url = "ws://localhost:8765", ...photos] = Deno.args;
const client = await connect({ url, mode: "still" });
for (const photo of photos) {
  const { letter, probability } = await client.recognize(await Deno.readFile(photo));
  console.log(photo, letter ? `${letter} ${Math.round(probability * 100)} %` : "no hand");
}
client.close();
