/** A WebSocket that hears text only. */
export type TextSocket = {
  send(message: string | Uint8Array<ArrayBuffer>): void;
  /** Settles when it was closed, by whomever. */
  readonly ended: Promise<void>;
  leave(how: "politely" | "without a word"): void;
};

/** Opens a WebSocket. @throws Error when it is refused. */
export async function openTextSocket(
  url: string,
  path: string,
  hear: (text: string) => void,
): Promise<TextSocket> {
  // The DOM's type does not know how Bun hangs up.
  const socket = new WebSocket(new URL(path, url)) as WebSocket & { terminate(): void };
  socket.onmessage = ({ data }) => hear(String(data));
  const ended = new Promise<void>((resolve) => {
    socket.onclose = () => resolve();
  });
  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    ended.then(() => reject(new Error("the server refused a connection")));
  });
  return {
    send: (message) => socket.send(message),
    ended,
    leave: (how) => (how === "politely" ? socket.close() : socket.terminate()),
  };
}
