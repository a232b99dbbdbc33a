import { expect, test } from "bun:test";
import { exampleHandIn } from "./example-hand-in.ts";
import { createInboxClient } from "./inbox-client.ts";

type Asked = { address: string; method: string; key: string | null; body: unknown };

const clientOf = (answer: () => Response) => {
  const asked: Asked[] = [];
  const client = createInboxClient({
    address: "https://learn.example/v1/inbox",
    async fetch(address, request) {
      const key = new Headers(request.headers).get("authorization");
      const body = typeof request.body === "string" ? JSON.parse(request.body) : null;
      asked.push({ address, method: request.method ?? "", key, body });
      return answer();
    },
  });
  return { client, asked };
};

test("keys and results are in no address", async () => {
  const { client, asked } = clientOf(() => new Response(null, { status: 204 }));
  expect(await client.open("teacher", "learners")).toBeUndefined();
  expect(await client.deliver("learners", exampleHandIn)).toBeUndefined();
  expect(await client.close("teacher")).toBeUndefined();
  const address = "https://learn.example/v1/inbox";
  expect(asked).toEqual([
    { address, method: "PUT", key: "Bearer teacher", body: { learnerKey: "learners" } },
    { address: `${address}/results`, method: "POST", key: "Bearer learners", body: exampleHandIn },
    { address, method: "DELETE", key: "Bearer teacher", body: null },
  ]);
});

test("what is taken is not trusted", async () => {
  const { client } = clientOf(() =>
    Response.json({ results: [exampleHandIn, { ...exampleHandIn, learner: 5 }, 7] }),
  );
  expect(await client.take("teacher")).toEqual({ handIns: [exampleHandIn] });
  for (const odd of [[], {}, { results: 5 }, "x"])
    expect(await clientOf(() => Response.json(odd)).client.take("teacher")).toEqual({ handIns: [] });
});

test.each([
  [404, "over"],
  [409, "full"],
  [429, "busy"],
  [507, "full"],
  [500, "unreachable"],
  [502, "unreachable"],
] as const)("status %d is %s", async (status, problem) => {
  const { client } = clientOf(() => new Response("", { status }));
  expect(await client.deliver("learners", exampleHandIn)).toBe(problem);
  expect(await client.take("teacher")).toEqual({ problem });
});

test("a server says whether it has an inbox; none, and one that cannot be reached, have none", async () => {
  expect(await clientOf(() => Response.json({ on: true, days: 30 })).client.days()).toBe(30);
  for (const answer of [
    () => Response.json({ on: false }),
    () => new Response("<html>"),
    () => {
      throw new TypeError("offline");
    },
  ])
    expect(await clientOf(answer).client.days()).toBeUndefined();
  const none = createInboxClient({ address: undefined, fetch: () => Promise.reject(new Error("asked")) });
  expect(await none.days()).toBeUndefined();
  expect(await none.deliver("learners", exampleHandIn)).toBe("unreachable");
});
