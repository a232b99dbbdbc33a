import { describe, expect, test } from "bun:test";
import { type Deferred, deferred } from "@signify/core/testing";
import { createLineWriter } from "./line-writer.ts";

/** Sinks as Bun's, which take a line at once, or let it wait, or fail, and a clock's only timer. */
function createParts(maxWaiting = 10) {
  const parts = {
    written: [] as string[],
    opened: 0,
    fault: undefined as Error | undefined,
    room: undefined as Deferred<void> | undefined,
    /** From the next line on the reader does not read. */
    stopReading() {
      parts.room = deferred();
    },
    /** It reads again. */
    readAgain() {
      parts.room?.resolve();
      parts.room = undefined;
    },
    deadline: () => {},
  };
  const open = () => {
    parts.opened += 1;
    return {
      write(text: string) {
        if (parts.fault) throw parts.fault;
        parts.written.push(text);
        return parts.room ? parts.room.promise : text.length;
      },
      flush: () => parts.room?.promise ?? 0,
    };
  };
  const timers = {
    after(_: number, callback: () => void) {
      parts.deadline = callback;
      return () => {};
    },
  };
  const writer = createLineWriter({ open, timers, maxWaiting });
  return { parts, writer };
}

describe("where there is room", () => {
  test("a line is written before write returns", () => {
    const { parts, writer } = createParts();
    writer.write("one\n");
    expect(parts.written).toEqual(["one\n"]);
    expect(writer.dropped).toBe(0);
  });

  test("there is nothing to flush", async () => {
    const { writer } = createParts();
    writer.write("one\n");
    await writer.flush(1000);
  });
});

describe("a reader that does not read", () => {
  test("gets all lines in their order when it reads again, and flush waits for that", async () => {
    const { parts, writer } = createParts();
    parts.stopReading();
    for (const line of ["one\n", "two\n", "three\n"]) writer.write(line);
    expect(parts.written).toEqual(["one\n"]);
    parts.readAgain();
    await writer.flush(1000);
    expect(parts.written).toEqual(["one\n", "two\n", "three\n"]);
    expect(writer.dropped).toBe(0);
  });

  test("loses the oldest of those that wait, and never the last", async () => {
    const { parts, writer } = createParts(2);
    parts.stopReading();
    for (const line of ["one\n", "two\n", "three\n", "four\n", "five\n"]) writer.write(line);
    expect(writer.dropped).toBe(2);
    parts.readAgain();
    await writer.flush(1000);
    expect(parts.written).toEqual(["one\n", "four\n", "five\n"]);
  });

  test("is waited for no longer than the deadline", async () => {
    const { parts, writer } = createParts();
    parts.stopReading();
    writer.write("one\n");
    const flushed = writer.flush(1000);
    parts.deadline();
    await flushed;
  });

  test("and goes away: what was under way is lost, another sink takes the rest", async () => {
    const { parts, writer } = createParts();
    parts.stopReading();
    const { room } = parts;
    writer.write("one\n");
    writer.write("two\n");
    parts.room = undefined;
    room?.reject(new Error("EPIPE"));
    await writer.flush(1000);
    expect(parts.opened).toBe(2);
    expect(parts.written).toEqual(["one\n", "\ntwo\n"]);
    expect(writer.dropped).toBe(1);
  });
});

describe("a full disk", () => {
  test("costs the lines that come meanwhile, and no more", () => {
    const { parts, writer } = createParts();
    parts.fault = new Error("ENOSPC");
    for (const line of ["one\n", "two\n"]) writer.write(line);
    parts.fault = undefined;
    for (const line of ["three\n", "four\n"]) writer.write(line);
    expect(writer.dropped).toBe(2);
    expect(parts.opened).toBe(1);
    expect(parts.written.at(-1)).toBe("four\n");
  });

  test("may have cut a line, so the next begins on a line of its own", () => {
    const { parts, writer } = createParts();
    parts.fault = new Error("ENOSPC");
    writer.write("one\n");
    parts.fault = undefined;
    writer.write("two\n");
    expect(parts.written).toEqual(["\ntwo\n"]);
  });
});
