import { dlopen, ptr } from "bun:ffi";

/** The C library, which has no functions of their own for some of what Linux can do. */
const { symbols: library } = dlopen("libc.so.6", {
  syscall: { args: ["i64", "i64", "i64", "i64", "i64"], returns: "i64" },
  prctl: { args: ["i32", "i64", "i64", "i64", "i64"], returns: "i32" },
  execv: { args: ["ptr", "ptr"], returns: "i32" },
});

/** What is handed over by its address. */
type Memory = DataView | BigUint64Array;
type Argument = number | Memory;

/**
 * A system call by its number.
 * @throws Error when the kernel refuses it
 */
export function systemCall(call: number, ...given: readonly Argument[]): number {
  const [a = 0, b = 0, c = 0, d = 0] = given.map((one) => (typeof one === "number" ? one : ptr(one)));
  const result = Number(library.syscall(call, a, b, c, d));
  if (result < 0) throw new Error(`Expected a kernel that grants system call ${call}.`);
  return result;
}

const noNewPrivileges = 38;

/**
 * That no program gives this process more rights: what Linux asks of those who restrict themselves without being root.
 * @throws Error when the kernel refuses it
 */
export function forbidNewPrivileges(): void {
  if (library.prctl(noNewPrivileges, 1, 0, 0, 0) !== 0)
    throw new Error("Expected a kernel on which new privileges can be forbidden.");
}

const seccomp: Partial<Record<NodeJS.Architecture, number>> = { x64: 317, arm64: 277 };
const setFilter = 1;
/** Older kernels would slow down all that a filtered process computes, against faults of processors. */
const allowSpeculation = 1 << 2;

/**
 * Has the kernel run a filter, eight bytes an instruction, before each system call of this thread.
 * @throws Error when the kernel has no filters, or does not take this one
 */
export function filterSystemCalls(instructions: DataView): void {
  const program = new DataView(new ArrayBuffer(16));
  program.setUint16(0, instructions.byteLength / 8, true);
  program.setBigUint64(8, BigInt(ptr(instructions)), true);
  systemCall(seccomp[process.arch] ?? -1, setFilter, allowSpeculation, program);
}

/**
 * Becomes another program, as a shell's `exec` does: process number, environment and open descriptors stay, and so does
 * what was taken away from this thread, the only one that goes on.
 * @throws Error when there is no such program, or it may not be run
 */
export function become(command: readonly string[]): never {
  const texts = command.map((word) => Buffer.from(`${word}\0`));
  const [program = Buffer.from("\0")] = texts;
  library.execv(ptr(program), ptr(BigUint64Array.from([...texts.map((text) => BigInt(ptr(text))), 0n])));
  throw new Error("Expected a program that can be run.");
}
