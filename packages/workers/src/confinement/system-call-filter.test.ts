import { describe, expect, test } from "bun:test";
import { systemCallFilter } from "./system-call-filter.ts";

const processors = { x64: 0xc000003e, arm64: 0xc00000b7 };
const allowed = 0x7fff0000;
const notPermitted = 0x50001;
const id = 4711;

/** Runs a filter as the kernel does: on one register, with jumps only forwards. */
function answer(processor: keyof typeof processors, call: number, argument = 0, on = processors[processor]) {
  const program = systemCallFilter(processor, id);
  const told = new Map([
    [0, call],
    [4, on],
    [16, argument],
  ]);
  let register = 0;
  for (let at = 0; ; at++) {
    const instruction = program[at];
    if (!instruction) throw new Error("Expected an answer before the end of the filter.");
    const [code, ifSo, ifNot, value] = instruction;
    if (code === 0x06) return value;
    if (code === 0x20) register = told.get(value) ?? Number.NaN;
    else {
      const isSo = { 21: register === value, 53: register >= value, 69: (register & value) !== 0 }[code];
      at += isSo ? ifSo : ifNot;
    }
  }
}

describe.each([
  ["x64", { read: 0, socket: 41, kill: 62, tgkill: 234, prlimit: 302, clone: 56, execve: 59, ptrace: 101 }],
  [
    "arm64",
    { read: 63, socket: 198, kill: 129, tgkill: 131, prlimit: 261, clone: 220, execve: 221, ptrace: 117 },
  ],
] as const)("on %s", (processor, calls) => {
  test("what reads pictures passes", () => {
    expect(answer(processor, calls.read)).toBe(allowed);
    expect(answer(processor, calls.execve)).toBe(allowed);
  });

  test("what reaches others does not", () => {
    for (const call of [calls.socket, calls.ptrace, 425, 434])
      expect(answer(processor, call)).toBe(notPermitted);
  });

  test("a process signals itself alone, and not its group", () => {
    for (const call of [calls.kill, calls.tgkill]) {
      expect(answer(processor, call, id)).toBe(allowed);
      expect(answer(processor, call, 0)).toBe(notPermitted);
      expect(answer(processor, call, id + 1)).toBe(notPermitted);
      expect(answer(processor, call, 2 ** 32 - 1)).toBe(notPermitted);
    }
  });

  test("it limits itself alone", () => {
    expect(answer(processor, calls.prlimit, 0)).toBe(allowed);
    expect(answer(processor, calls.prlimit, 1)).toBe(notPermitted);
  });

  test("a thread is made, a process is not; the newer call is said to be unknown", () => {
    expect(answer(processor, calls.clone, 0x3d0f00)).toBe(allowed);
    expect(answer(processor, calls.clone, 17)).toBe(notPermitted);
    expect(answer(processor, 435)).toBe(0x50026);
  });

  test("calls of another kind of program are not let past by their number", () => {
    expect(answer(processor, calls.read, 0, 0x40000003)).toBe(0x80000000);
    expect(answer(processor, 0x40000000 + calls.read)).toBe(notPermitted);
  });
});

test("a processor whose calls are not known has no filter", () => {
  expect(() => systemCallFilter("riscv64", id)).toThrow("x64 or arm64");
});
