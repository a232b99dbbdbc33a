import { readFileSync } from "node:fs";
import {
  connect,
  credsAuthenticator,
  type Msg,
  type NatsConnection,
  type NodeConnectionOptions,
} from "@nats-io/transport-node";
import type { Timers } from "@signify/core";
import { SettingError } from "@signify/service/settings";
import type { ClusterSettings } from "../settings/cluster-settings.ts";
import type { Engine, EngineMessage } from "./engine.ts";

/** Options of {@link connectEngine}. */
export type EngineOptions = {
  settings: ClusterSettings;
  /** Under which the engine lists this connection. */
  name: string;
  timers: Timers;
  /** It is connected: for the first time, or again. */
  onFound: () => void;
  /** It is not connected any more, or was not at the first try; told once until it is found again. */
  onLost: () => void;
};

/** Milliseconds between two tries to reach it. */
const triesEvery = 500;
/** Milliseconds between two questions whether it is still there; two of them without an answer mean that it is not. */
const pingInterval = 2000;
const unansweredPings = 2;
const connectTimeout = 5000;
/** Until it has said how large a message may be: what NATS takes by default. */
const usualLength = 1024 * 1024;

type Subscription = {
  subject: string;
  receive: (message: EngineMessage) => void;
  group: string | undefined;
  once: boolean;
};

/**
 * NATS, found whenever it is there: subscriptions may be made at any time and hold. What is published while it is away
 * is dropped and not kept for later, because a picture is worth nothing then. The only file that knows NATS.
 * @throws SettingError when a file that the settings name cannot be read
 */
export function connectEngine({ settings, name, timers, onFound, onLost }: EngineOptions): Engine {
  const options = connectionOptions(settings, name);
  const subscriptions = new Map<Subscription, (() => void) | undefined>();
  let connection: NatsConnection | undefined;
  let state: "new" | "found" | "lost" = "new";
  let closing = false;

  const lose = () => {
    if (state !== "lost" && !closing) onLost();
    state = "lost";
  };
  const find = () => {
    if (state === "found" || closing) return;
    state = "found";
    onFound();
  };

  const begin = (subscription: Subscription) => {
    if (!connection) return;
    const { subject, group, receive, once } = subscription;
    const opened = connection.subscribe(subject, {
      ...(group ? { queue: group } : {}),
      ...(once ? { max: 1 } : {}),
      callback: (error, message) => {
        if (error) return;
        if (once) subscriptions.delete(subscription);
        receive(toEngineMessage(message));
      },
    });
    subscriptions.set(subscription, () => {
      if (!opened.isClosed()) opened.drain().catch(() => {});
    });
  };

  const watch = async (opened: NatsConnection) => {
    for await (const { type } of opened.status()) {
      if (type === "disconnect" || type === "staleConnection") lose();
      if (type === "reconnect") find();
    }
  };

  const open = async () => {
    try {
      const opened = await connect(options);
      if (closing) return await opened.close();
      connection = opened;
      for (const subscription of subscriptions.keys()) begin(subscription);
      find();
      void watch(opened);
      await opened.closed();
    } catch {
      // Not there, or it does not let us in: both are tried again, and said by `onLost`.
    }
    connection = undefined;
    if (closing) return;
    lose();
    timers.after(triesEvery, open);
  };
  void open();

  return {
    get isConnected() {
      return state === "found" && connection !== undefined;
    },
    get maxLength() {
      return Math.min(usualLength, connection?.info?.max_payload ?? usualLength);
    },
    publish(subject, data, reply) {
      if (state !== "found") return;
      connection?.publish(subject, data, reply ? { reply } : {});
    },
    subscribe(subject, receive, { group, once = false } = {}) {
      const subscription: Subscription = { subject, receive, group, once };
      subscriptions.set(subscription, undefined);
      begin(subscription);
      return () => {
        subscriptions.get(subscription)?.();
        subscriptions.delete(subscription);
      };
    },
    async close() {
      closing = true;
      // What was said last is still on its way.
      if (state === "found") await connection?.flush().catch(() => {});
      await connection?.close().catch(() => {});
    },
  };
}

/** What NATS says in the place of an answer: nobody listens there. */
const noResponders = 503;

function toEngineMessage({ data, reply, subject, headers }: Msg): EngineMessage {
  return { data, reply, subject, isNobody: headers?.code === noResponders };
}

function connectionOptions(settings: ClusterSettings, name: string): NodeConnectionOptions {
  const { NATS_TLS_CA_FILE: caFile, NATS_TLS_CERT_FILE: certFile, NATS_TLS_KEY_FILE: keyFile } = settings;
  const files = { caFile, certFile, keyFile };
  const named = Object.entries(files).filter(([, path]) => path !== "");
  for (const setting of fileSettings) if (settings[setting]) read(setting, settings[setting]);
  const isSecret = named.length > 0 || settings.NATS_URL.some((address) => address.startsWith("tls:"));
  return {
    servers: settings.NATS_URL.map((address) => URL.parse(address)?.host ?? address),
    name,
    timeout: connectTimeout,
    pingInterval,
    maxPingOut: unansweredPings,
    maxReconnectAttempts: -1,
    reconnectTimeWait: triesEvery,
    noEcho: true,
    ...(settings.NATS_USER ? { user: settings.NATS_USER, pass: settings.NATS_PASSWORD } : {}),
    ...(settings.NATS_TOKEN ? { token: settings.NATS_TOKEN } : {}),
    ...(settings.NATS_CREDENTIALS_FILE
      ? { authenticator: credsAuthenticator(read("NATS_CREDENTIALS_FILE", settings.NATS_CREDENTIALS_FILE)) }
      : {}),
    ...(isSecret ? { tls: Object.fromEntries(named) } : {}),
  };
}

const fileSettings = [
  "NATS_CREDENTIALS_FILE",
  "NATS_TLS_CA_FILE",
  "NATS_TLS_CERT_FILE",
  "NATS_TLS_KEY_FILE",
] as const;

function read(setting: (typeof fileSettings)[number], path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new SettingError(`${setting} must be the path of a file that can be read.`);
  }
}
