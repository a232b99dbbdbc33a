import { expect } from "bun:test";
import type { ServerMessage } from "@signify/core";
import { connect } from "../support/client.ts";
import { typedFrame } from "../support/pictures.ts";
import { expectTypedMessages } from "../support/replies.ts";
import { marker } from "./marker.ts";

/** Clients at once, so that every vision process has something to look at. */
const lanes = 3;

/** Shows a server pictures, the next one when it has said what became of the last. Answers how many it could look at. */
export async function showPictures(url: string, pictures: readonly Uint8Array[]): Promise<number> {
  const shown = Array.from({ length: lanes }, (_, lane) =>
    showInTurn(
      url,
      pictures.filter((_, index) => index % lanes === lane),
    ),
  );
  return (await Promise.all(shown)).reduce((sum, count) => sum + count, 0);
}

async function showInTurn(url: string, pictures: readonly Uint8Array[]): Promise<number> {
  using client = await connect(new URL("/v1/recognize", url).href);
  client.sendJson({ type: "session.start", events: ["landmarks"] });
  let seen = 0;
  for (const [sequence, picture] of pictures.entries()) {
    client.send(typedFrame(picture, sequence));
    const { type } = await client.next<ServerMessage>(
      "the end of a picture",
      (message) =>
        (message.type === "landmarks" || message.type === "error") && message.sequence === sequence,
    );
    if (type === "landmarks") seen += 1;
  }
  expectTypedMessages(client.messages as ServerMessage[]);
  expect(JSON.stringify(client.messages)).not.toContain(marker);
  return seen;
}
