import { connect } from "node:net";
import { withDeadline } from "./with-deadline.ts";

/** An answer as it came. */
export type RawAnswer = { status: number; head: string; body: string };

const upgrade = [
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Sec-WebSocket-Version: 13",
];

/**
 * Asks 127.0.0.1 by hand, for what no client library would send: any Host, or none and HTTP/1.0.
 * @param line Method and path; the method `UPGRADE` asks for a WebSocket.
 */
export function ask(
  port: number,
  line: string,
  { host, origin }: { host?: string; origin?: string },
): Promise<RawAnswer> {
  const [method = "", path = ""] = line.split(" ");
  const isUpgrade = method === "UPGRADE";
  const lines = [
    `${isUpgrade ? "GET" : method} ${path} HTTP/1.${host === undefined ? 0 : 1}`,
    ...(host === undefined ? [] : [`Host: ${host}`]),
    ...(origin === undefined ? [] : [`Origin: ${origin}`]),
    ...(isUpgrade ? upgrade : ["Connection: close"]),
  ];
  const socket = connect({ host: "127.0.0.1", port });
  socket.write(`${lines.join("\r\n")}\r\n\r\n`, "latin1");
  return withDeadline<RawAnswer>(`an answer to ${line}`, (resolve, reject) => {
    let text = "";
    const look = () => {
      const [head = "", body] = text.split("\r\n\r\n", 2);
      const status = Number(/^HTTP\/1\.\d (\d{3})/.exec(head)?.[1]);
      const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
      if (body !== undefined && body.length >= length) resolve({ status, head: head.toLowerCase(), body });
    };
    socket.on("data", (chunk) => {
      text += chunk.toString("latin1");
      look();
    });
    socket.on("close", () => reject(new Error("The server closed the connection.")));
    socket.on("error", reject);
    return () => socket.destroy();
  });
}
