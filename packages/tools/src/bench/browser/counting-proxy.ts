import { connect, createServer } from "node:net";

/** A way to a server of this machine that counts the bytes which come from there. */
export type CountingProxy = AsyncDisposable & { readonly port: number; readonly bytes: number };

/** Opens it. */
export async function openCountingProxy(port: number): Promise<CountingProxy> {
  let bytes = 0;
  const server = createServer((browser) => {
    const onward = connect(port, "127.0.0.1");
    onward.on("data", (chunk) => {
      bytes += chunk.length;
    });
    browser.pipe(onward).pipe(browser);
    browser.on("error", () => onward.destroy());
    onward.on("error", () => browser.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("expected the proxy to have a port");
  return {
    port: address.port,
    get bytes() {
      return bytes;
    },
    [Symbol.asyncDispose]: async () => void server.close(),
  };
}
