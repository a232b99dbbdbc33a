import { expect, test } from "bun:test";
import fc from "fast-check";
import { splitMessages } from "./message-splitter.ts";

const framed = (message: readonly number[]) => [message.length & 0xff, message.length >> 8, 0, 0, ...message];

/** Cuts bytes at these places. */
function* chunksOf(bytes: readonly number[], cuts: readonly number[]) {
  let start = 0;
  for (const cut of [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort((a, b) => a - b)) {
    yield Uint8Array.from(bytes.slice(start, cut));
    start = cut;
  }
}

test("messages come out whole and in order, wherever the stream is cut", () => {
  const messages = fc.array(fc.array(fc.nat(255), { maxLength: 300 }), { maxLength: 6 });
  fc.assert(
    fc.property(messages, fc.array(fc.nat()), (sent, cuts) => {
      const seen: number[][] = [];
      const take = splitMessages({
        maxLength: 300,
        onMessage: (message) => seen.push([...message]),
        onTooLong: () => expect.unreachable(),
      });
      // One more, so that an empty last one has been told of.
      for (const chunk of chunksOf([...sent, [7]].flatMap(framed), cuts)) take(chunk);
      expect(seen).toEqual([...sent, [7]]);
    }),
  );
});

test("one that is too long is told of once, and nothing behind it is read", () => {
  const seen: unknown[] = [];
  const take = splitMessages({
    maxLength: 4,
    onMessage: (message) => seen.push([...message]),
    onTooLong: () => seen.push("too long"),
  });
  take(Uint8Array.from([...framed([1]), ...framed([1, 2, 3, 4, 5]), ...framed([2])]));
  take(Uint8Array.from(framed([3])));
  expect(seen).toEqual([[1], "too long"]);
});
