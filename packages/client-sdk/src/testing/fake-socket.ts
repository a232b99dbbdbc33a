import type { WebSocketClass, WebSocketLike } from "../connection/web-socket.ts";

/** The server's end of a socket in memory. */
export type FakeSocket = {
  /** Lets the client in. */
  open(): void;
  /** Sends text to the client. */
  deliver(text: string): void;
  /** Ends the connection with a close code. */
  end(code: number): void;
};

/** What the server's end does. */
export type FakeSocketHandlers = {
  onConnect(socket: FakeSocket, address: string): void;
  onMessage(socket: FakeSocket, data: string | ArrayBuffer): void;
  onClose(socket: FakeSocket): void;
};

/** Makes a WebSocket class whose other end is in the same program. What is sent arrives in the next microtask, in order. */
export function createFakeSocketClass(handlers: FakeSocketHandlers): WebSocketClass {
  return class implements WebSocketLike {
    binaryType = "blob";
    bufferedAmount = 0;
    onopen: ((event: never) => void) | null = null;
    onmessage: ((event: never) => void) | null = null;
    onclose: ((event: never) => void) | null = null;
    onerror: ((event: never) => void) | null = null;
    #ended = false;
    #end: FakeSocket = {
      open: () => this.#later(() => this.onopen?.({} as never)),
      deliver: (text) => this.#later(() => this.onmessage?.({ data: text } as never)),
      end: (code) => this.#later(() => this.#close(code)),
    };

    constructor(url: string) {
      queueMicrotask(() => {
        if (!this.#ended) handlers.onConnect(this.#end, url);
      });
    }

    send(data: string | ArrayBuffer): void {
      this.#later(() => handlers.onMessage(this.#end, data));
    }

    close(code = 1005): void {
      this.#later(() => this.#close(code));
    }

    #later(act: () => void): void {
      queueMicrotask(() => {
        if (!this.#ended) act();
      });
    }

    #close(code: number): void {
      this.#ended = true;
      handlers.onClose(this.#end);
      this.onclose?.({ code } as never);
    }
  };
}
