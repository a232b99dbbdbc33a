// Node 22 and later have a WebSocket of their own, Node 20 has not.
export const WebSocket = globalThis.WebSocket ?? (await import("ws")).WebSocket;
