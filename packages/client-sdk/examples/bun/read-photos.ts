// Reads the letters in photographs: bun read-photos.ts ws://localhost:8765 PHOTO…
import { connect } from "@signify/client-sdk";

const [url = "ws://localhost:8765", ...photos] = Bun.argv.slice(2);
await using client = await connect({ url, mode: "still" });

// Ten at once are as good as one after the other: each gets its own answer.
const answers = await Promise.all(photos.map((photo) => client.recognize(Bun.file(photo))));
for (const [index, { letter, probability }] of answers.entries()) {
  console.log(photos[index], letter ? `${letter} ${Math.round(probability * 100)} %` : "no hand");
}
