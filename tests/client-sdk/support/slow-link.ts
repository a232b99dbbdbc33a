import { createServer, type Socket, connect as tcpConnect } from "node:net";

/** A slow way to a server on this machine. */
export type SlowLink = { readonly url: string; stop(): void };

/** Forwards connections to a port; what goes to the server takes its time: `bytesPerSecond` and not more. */
export async function startSlowLink(port: number, bytesPerSecond: number): Promise<SlowLink> {
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = tcpConnect(port, "127.0.0.1");
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket
        .on("error", () => {})
        .on("close", () => {
          client.destroy();
          server.destroy();
        });
    }
    server.pipe(client);
    client.on("data", (chunk: Buffer) => {
      client.pause();
      setTimeout(
        () => {
          server.write(chunk);
          client.resume();
        },
        (chunk.byteLength / bytesPerSecond) * 1000,
      );
    });
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const address = proxy.address();
  const slowPort = typeof address === "object" ? address?.port : 0;
  return {
    url: `ws://127.0.0.1:${slowPort}`,
    stop() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
