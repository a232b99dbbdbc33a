import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { type AppParts, createApp, type TransportConnection } from "./app.ts";
import type { Visitor } from "./connections/admission.ts";
import type { Socket } from "./connections/outbox.ts";

/** What the design takes for granted of Elysia and Bun, held against the real ones with a made-up server behind them. */

type Opened = TransportConnection & {
  protocol: string;
  socket: Socket;
  visitor: Visitor;
  received: unknown[];
  closes: number;
  drains: number;
  pings: number;
};

const opened: Opened[] = [];
let answer: (message: unknown, connection: Opened) => void = () => {};
let isRefusing = false;
let arrive: AppParts["arrive"] = () => undefined;
let wake = () => {};

const parts: AppParts = {
  version: "1",
  websocket: { maxPayloadLength: 1000, idleTimeout: 60, backpressureLimit: 1 << 20 },
  trustProxy: true,
  allowedHosts: [],
  isReady: () => true,
  cluster: () => undefined,
  isDraining: () => false,
  page: new Map(),
  inbox: undefined,
  metrics: { contentType: "text/plain", text: async () => "" },
  arrive: (visitor) => arrive(visitor),
  connect(protocol, socket, visitor) {
    if (isRefusing) {
      socket.send("go away");
      socket.close(4403, "go away");
      return undefined;
    }
    const connection: Opened = {
      protocol,
      socket,
      visitor,
      received: [],
      closes: 0,
      drains: 0,
      pings: 0,
      receive(message) {
        connection.received.push(message);
        answer(message, connection);
        wake();
      },
      pinged() {
        connection.pings += 1;
        wake();
      },
      drained: () => void connection.drains++,
      close() {
        connection.closes += 1;
        wake();
      },
    };
    opened.push(connection);
    return connection;
  },
};

const app = createApp(parts);
let url = "";
beforeAll(() => {
  app.listen({ hostname: "127.0.0.1", port: 0 });
  url = `ws://127.0.0.1:${app.server?.port}`;
});
afterAll(() => app.stop(true));
beforeEach(() => {
  opened.length = 0;
  isRefusing = false;
  arrive = () => undefined;
  answer = () => {};
});

/** Waits for something to be so, asking again each time when a made-up connection hears of anything. */
async function when(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

async function open(path = "/v1/recognize", headers: Record<string, string> = {}) {
  const client = new WebSocket(url + path, { headers } as never);
  client.binaryType = "arraybuffer";
  const messages: unknown[] = [];
  client.onmessage = ({ data }) => void messages.push(data);
  const closed = new Promise<CloseEvent>((resolve) => {
    client.onclose = resolve;
  });
  await new Promise((resolve) => {
    client.onopen = resolve;
  });
  return { client, messages, closed };
}

describe("what arrives", () => {
  test("is the text as it was sent, which nobody has parsed", async () => {
    const { client } = await open();
    const texts = [
      '{"a":1}',
      ' {"a":1}',
      "\n[5]\n",
      "5",
      "true",
      "null",
      "hello",
      '{"a":',
      '"2026-01-01"',
      "",
    ];
    for (const text of texts) client.send(text);
    await when(() => opened[0]?.received.length === texts.length);
    expect(opened[0]?.received).toEqual(texts);
  });

  test("is bytes of its own where it was binary, also after later messages have come", async () => {
    const { client } = await open();
    for (let value = 0; value < 20; value++) client.send(new Uint8Array(100).fill(value));
    await when(() => opened[0]?.received.length === 20);
    for (const [value, bytes] of (opened[0]?.received ?? []).entries()) {
      expect(bytes).toBeInstanceOf(Uint8Array);
      expect(new Uint8Array(bytes as Uint8Array)).toEqual(new Uint8Array(100).fill(value));
    }
  });

  test("comes in the order in which it was sent, text and bytes mixed", async () => {
    const { client } = await open();
    for (let index = 0; index < 200; index++)
      client.send(index % 2 === 0 ? new Uint8Array([index]) : String(index));
    await when(() => opened[0]?.received.length === 200);
    const order = opened[0]?.received.map((one) => (one instanceof Uint8Array ? one[0] : Number(one)));
    expect(order).toEqual(Array.from({ length: 200 }, (_, index) => index));
  });

  test("is told of pings and pongs too", async () => {
    const { client } = await open();
    const { ping, pong } = client as unknown as Record<"ping" | "pong", () => void>;
    for (let time = 0; time < 3; time++) ping.call(client);
    pong.call(client);
    await when(() => opened[0]?.pings === 4);
    expect(opened[0]?.received).toEqual([]);
  });

  test("at either address goes to a connection of its own", async () => {
    const one = await open("/");
    const other = await open("/v1/recognize");
    one.client.send("one");
    other.client.send("other");
    await when(() => opened.every(({ received }) => received.length === 1) && opened.length === 2);
    expect(opened.map(({ protocol, received }) => [protocol, received])).toEqual([
      ["original", ["one"]],
      ["typed", ["other"]],
    ]);
  });
});

describe("what is sent", () => {
  test("goes out as the text that it is, and nothing else with it", async () => {
    const { client, messages, closed } = await open();
    answer = (_, { socket }) => {
      socket.send('{"target_arg_prob":0.0}');
      socket.close(1000, "");
    };
    client.send("go");
    await closed;
    expect(messages).toEqual(['{"target_arg_prob":0.0}']);
  });

  test("says when the client reads too slowly, and the connection is told when it has caught up", async () => {
    const results: number[] = [];
    const { client } = await open();
    answer = (_, { socket }) => {
      for (let time = 0; time < 1000 && results.at(-1) !== -1; time++)
        results.push(socket.send("x".repeat(100_000)));
    };
    client.send("go");
    await when(() => opened[0]?.received.length === 1);
    expect(results.at(-1)).toBe(-1);
    expect(results[0]).toBeGreaterThan(0);
    answer = () => {};
    while (opened[0]?.drains === 0) {
      client.send("are you there?");
      await when(() => true);
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
});

describe("the end", () => {
  test("is told once, whoever closes", async () => {
    const one = await open();
    const other = await open();
    one.client.close();
    opened[1]?.socket.close(4400, "made up");
    expect((await other.closed).code).toBe(4400);
    await when(() => opened.every(({ closes }) => closes > 0));
    expect(opened.map(({ closes }) => closes)).toEqual([1, 1]);
  });

  test("of one that sent too much is 1009", async () => {
    const { client, closed } = await open();
    client.send("x".repeat(1001));
    expect((await closed).code).toBe(1009);
    await when(() => opened[0]?.closes === 1);
    expect(opened[0]?.received).toEqual([]);
  });

  test("of one that is refused comes after what it is told, and nothing that it sends arrives", async () => {
    isRefusing = true;
    const client = new WebSocket(url);
    const events: unknown[] = [];
    client.onmessage = ({ data }) => void events.push(data);
    client.onopen = () => client.send("let me in");
    await new Promise<void>((resolve) => {
      client.onclose = ({ code }) => {
        events.push(code);
        resolve();
      };
    });
    expect(events).toEqual(["go away", 4403]);
    expect(opened).toEqual([]);
  });
});

test("a fault in a handler ends no other connection and tells the client nothing of it", async () => {
  const faulty = await open();
  const other = await open();
  answer = (message) => {
    if (message === "fail") throw new Error("MARKER");
  };
  faulty.client.send("fail");
  other.client.send("go on");
  await when(() => opened[1]?.received.length === 1);
  expect(JSON.stringify(faulty.messages)).not.toContain("MARKER");
});

describe("a newcomer who has to wait", () => {
  test("is let in when the wait is over, and what it says then arrives", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<Visitor>();
    let arrivals = 0;
    arrive = (visitor) => {
      arrivals += 1;
      arrived.resolve(visitor);
      return promise;
    };
    const client = new WebSocket(url);
    client.onopen = () => client.send("let me in");
    expect((await arrived.promise).address).toBe("127.0.0.1");
    arrive = () => undefined;
    const other = await open();
    other.client.send("I need not wait");
    await when(() => opened[0]?.received.length === 1);
    resolve();
    await when(() => opened[1]?.received.length === 1);
    expect(opened.map(({ received }) => received)).toEqual([["I need not wait"], ["let me in"]]);
    expect(arrivals).toBe(1);
  });

  test("and goes meanwhile leaves nothing open, and others are served", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    arrive = () => {
      arrived.resolve();
      return promise;
    };
    const client = new WebSocket(url) as WebSocket & { terminate(): void };
    client.onerror = () => {};
    await arrived.promise;
    client.terminate();
    arrive = () => undefined;
    resolve();
    const { client: other } = await open();
    other.send("here");
    await when(() => opened.some(({ received }) => received.length > 0));
    // The one that went may have been opened before anyone could know, and is closed then.
    await when(() => opened.every(({ received, closes }) => received.length > 0 || closes === 1));
  });

  test("when the server stops takes nothing down", async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    const arrived = Promise.withResolvers<void>();
    const stopping = createApp({
      ...parts,
      arrive() {
        arrived.resolve();
        return promise;
      },
    });
    stopping.listen({ hostname: "127.0.0.1", port: 0 });
    const client = new WebSocket(`ws://127.0.0.1:${stopping.server?.port}`);
    client.onerror = () => {};
    const closed = new Promise((end) => {
      client.onclose = end;
    });
    await arrived.promise;
    await stopping.stop(true);
    resolve();
    await closed;
    expect(opened).toEqual([]);
  });
});

describe("the visitor", () => {
  test("is known by address, origin, host and token", async () => {
    await open("/?access_token=secret", { origin: "http://localhost:1" });
    expect(opened[0]?.visitor).toEqual({
      address: "127.0.0.1",
      origin: "http://localhost:1",
      host: url.slice("ws://".length),
      token: "secret",
    });
  });

  test("behind a proxy is known by the last address that the proxy saw, which the client cannot make up", async () => {
    await open("/", { "x-forwarded-for": "1.2.3.4, 10.0.0.7 " });
    expect(opened[0]?.visitor.address).toBe("10.0.0.7");
  });

  test("may send its token in the header, which counts first", async () => {
    await open("/?access_token=other", { authorization: "bearer secret" });
    expect(opened[0]?.visitor.token).toBe("secret");
  });
});

test("stopping closes everyone with 1001", async () => {
  const another = createApp(parts);
  another.listen({ hostname: "127.0.0.1", port: 0 });
  const client = new WebSocket(`ws://127.0.0.1:${another.server?.port}`);
  await new Promise((resolve) => {
    client.onopen = resolve;
  });
  const closed = new Promise<CloseEvent>((resolve) => {
    client.onclose = resolve;
  });
  await another.stop(true);
  expect((await closed).code).toBe(1001);
  await when(() => opened[0]?.closes === 1);
});
