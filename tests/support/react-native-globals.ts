import { createContext, runInContext } from "node:vm";

/** Runs a program as Hermes would, and answers the globals as it left them. */
export function runAmongReactNative(
  program: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  const context = createContext({ ...reactNativeGlobals(), ...more });
  context.globalThis = context;
  context.global = context;
  runInContext(withoutNewer + program, context);
  return context;
}

/** Hermes does not have these. */
const withoutNewer = `
  delete Symbol.asyncDispose;
  delete Symbol.dispose;
  delete Promise.withResolvers;
  delete Array.prototype.toSorted;
`;

/** What React Native gives to a program besides the language: no DOM, no text encoders, no URL, no crypto. */
function reactNativeGlobals(): Record<string, unknown> {
  return {
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, setImmediate, queueMicrotask, console },
    performance: { now: () => performance.now() },
    WebSocket: ReactNativeWebSocket,
    AbortController: ReactNativeAbortController,
  };
}

/** Its WebSocket sends text, buffers and views, and never says how much it has buffered. */
class ReactNativeWebSocket {
  #socket: WebSocket;
  bufferedAmount: number | undefined;
  onopen: ((event: unknown) => void) | null = null;
  onmessage: ((event: unknown) => void) | null = null;
  onclose: ((event: unknown) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;

  constructor(url: string) {
    this.#socket = new WebSocket(url);
    this.#socket.onopen = () => this.onopen?.({});
    this.#socket.onmessage = ({ data }) => this.onmessage?.({ data });
    this.#socket.onclose = ({ code, reason }) => this.onclose?.({ code, reason });
    this.#socket.onerror = () => this.onerror?.({ message: "failed" });
  }

  set binaryType(type: BinaryType) {
    if (type !== "arraybuffer") throw new Error("expected arraybuffer: blobs need a native module");
    this.#socket.binaryType = type;
  }

  send(data: string | ArrayBuffer): void {
    const isBuffer = Object.prototype.toString.call(data) === "[object ArrayBuffer]";
    if (typeof data !== "string" && !isBuffer) throw new Error("Unsupported data type");
    this.#socket.send(data);
  }

  close(code?: number): void {
    this.#socket.close(code);
  }
}

/** Its signals do not know why they were aborted. */
class ReactNativeAbortController {
  signal = Object.assign(new EventTarget(), { aborted: false });

  abort(): void {
    this.signal.aborted = true;
    this.signal.dispatchEvent(new Event("abort"));
  }
}
