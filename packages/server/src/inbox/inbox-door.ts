import type { Clock } from "@signify/core";
import type { TSchema } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";
import { HandedIn, Key, Opening } from "./inbox-messages.ts";
import type { InboxStore } from "./inbox-store.ts";
import { createRateLimit, type RateLimit } from "./rate-limit.ts";
import { readBody } from "./read-body.ts";

/** Answers a request for the inbox of whoever is at an address. */
export type InboxDoor = (request: Request, address: string) => Promise<Response>;

/** Options of {@link createInboxDoor}. */
export type InboxDoorOptions = { store: InboxStore; days: number; clock: Clock };

/** Largest body, in bytes: a task of 200 letters, each mixed up with seven others, is half of it. */
const largestBody = 32_768;

const minute = 60_000;
/** How often one address may ask; a school often has one. */
const limits = { opening: 60, handingIn: 240, looking: 600 } as const;

const maxAddresses = 10_000;

/**
 * The inbox over HTTP. Keys come in the Authorization header and contents in the body, so that no address of a request says
 * anything. Errors never repeat what was sent.
 *
 * | request | key | does |
 * |---|---|---|
 * | `GET /v1/inbox` | none | says that there are inboxes, and for how many days results are kept |
 * | `PUT /v1/inbox` | teacher's | opens an inbox for `{ learnerKey }` |
 * | `DELETE /v1/inbox` | teacher's | deletes it and what is in it |
 * | `POST /v1/inbox/results` | learners' | puts a result in |
 * | `GET /v1/inbox/results` | teacher's | answers `{ results }` |
 */
export function createInboxDoor({ store, days, clock }: InboxDoorOptions): InboxDoor {
  const limitOf = (max: number) => createRateLimit({ max, window: minute, maxAddresses, clock });
  const opening = limitOf(limits.opening);
  const handingIn = limitOf(limits.handingIn);
  const looking = limitOf(limits.looking);

  const sayDays = () => json({ on: true, days });
  const routes: Record<string, (request: Request, key: string) => Response | Promise<Response>> = {
    "GET /v1/inbox": sayDays,
    async "PUT /v1/inbox"(request, key) {
      const body = await parse(request, Opening);
      if (body instanceof Response) return body;
      const outcome = store.open(key, body.learnerKey);
      if (outcome === "open") return empty(204);
      return outcome === "full" ? full() : refuse(409, "This learners' key belongs to another inbox.");
    },
    "DELETE /v1/inbox"(_, key) {
      store.remove(key);
      return empty(204);
    },
    async "POST /v1/inbox/results"(request, key) {
      const body = await parse(request, HandedIn);
      if (body instanceof Response) return body;
      const outcome = store.add(key, body);
      if (outcome === "kept") return empty(204);
      return outcome === "full" ? full() : nothing();
    },
    "GET /v1/inbox/results"(_, key) {
      const results = store.results(key);
      return results ? json({ results }) : nothing();
    },
  };
  const limitFor: Record<string, RateLimit> = {
    PUT: opening,
    DELETE: opening,
    POST: handingIn,
    GET: looking,
  };

  return async (request, address) => {
    const limit = limitFor[request.method];
    const route = routes[`${request.method} ${new URL(request.url).pathname}`];
    if (!limit || !route) return refuse(404, "There is nothing at this address.");
    if (!limit.take(address))
      return refuse(429, "Too many requests from this address: try again in a minute.");
    if (route === sayDays) return sayDays();
    const key = /^Bearer (.+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
    if (key === undefined || !Value.Check(Key, key)) return refuse(401, "Expected the key of an inbox.");
    return route(request, key);
  };
}

/** The body as the schema says, or the refusal of it. */
async function parse<Schema extends TSchema>(request: Request, schema: Schema) {
  const text = await readBody(request, largestBody);
  if (text === undefined) return refuse(413, `Expected ${largestBody} bytes at most.`);
  try {
    const value: unknown = JSON.parse(text);
    if (Value.Check(schema, value)) return value;
  } catch {}
  return refuse(400, "Expected JSON as the documents of the inbox say.");
}

const headers = { "cache-control": "no-store" };
const json = (value: object, status = 200) => Response.json(value, { status, headers });
const empty = (status: number) => new Response(null, { status, headers });
const refuse = (status: number, error: string) => json({ error }, status);
const nothing = () => refuse(404, "There is no such inbox, or it is over.");
const full = () => refuse(507, "There is no room left.");
