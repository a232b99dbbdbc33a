import { expect, test } from "bun:test";
import { readServerLog } from "./server-log.ts";

/** A log that is written by hand. */
function openLog() {
  const stream = new TransformStream<Uint8Array, Uint8Array>();
  const writer = stream.writable.getWriter();
  const write = (text: string) => writer.write(new TextEncoder().encode(text));
  return { log: readServerLog(stream.readable), write, end: () => writer.close() };
}

test("lines are read as they come, also when a chunk ends in the middle of one", async () => {
  const { log, write, end } = openLog();
  const listening = log.first("listening");
  await write('{"msg":"listening","po');
  await write('rt":80}\n{"msg":"ready"}\n');
  expect(await listening).toEqual({ msg: "listening", port: 80 });
  await end();
  await log.ended;
  expect(log.lines.map(({ msg }) => msg)).toEqual(["listening", "ready"]);
});

test("a line that was read before it was asked for is found, the first of several", async () => {
  const { log, write, end } = openLog();
  await write('{"msg":"restart","count":1}\n{"msg":"restart","count":2}\n');
  await end();
  await log.ended;
  expect(await log.first("restart")).toEqual({ msg: "restart", count: 1 });
});

test("a log that ends without the line says so, to whoever asked before and after", async () => {
  const { log, end } = openLog();
  const before = log.first("ready");
  await end();
  expect([await before, await log.first("ready")]).toEqual([undefined, undefined]);
});

test("what is no JSON is a line too", async () => {
  const { log, write, end } = openLog();
  await write('not JSON\n5\n{"msg":"ready"}\n');
  await end();
  await log.ended;
  expect(log.lines).toEqual([{ msg: "not JSON" }, { msg: "5" }, { msg: "ready" }]);
});
