import { dlopen, ptr } from "bun:ffi";

/** The C library, which has no functions of their own for some of what Linux can do. */
const { symbols: library } = dlopen("libc.so.6", {
  syscall: { args: ["i64", "i64", "i64", "i64", "i64"], returns: "i64" },
  prctl: { args: ["i32", "i64", "i64", "i64", "i64"], returns: "i32" },
  execv: { args: ["ptr", "ptr"], returns: "i32" },
});

/** Memory is handed over by its address. */
type Argument = number | ArrayBufferView;

const words = (given: readonly Argument[]) => {
  const [a = 0, b = 0, c = 0, d = 0] = given.map((one) => (typeof one === "number" ? one : ptr(one)));
  return [a, b, c, d] as const;
};

/**
 * A system call by its number.
 * @throws Error when the kernel refuses it
 */
export function systemCall(call: number, ...given: readonly Argument[]): number {
  const result = Number(library.syscall(call, ...words(given)));
  if (result < 0) throw new Error(`Expected a kernel that grants system call ${call}.`);
  return result;
}

/**
 * `prctl`: changes something of this process.
 * @throws Error when the kernel refuses it
 */
function controlProcess(option: number, ...given: readonly Argument[]): void {
  if (library.prctl(option, ...words(given)) !== 0)
    throw new Error(`Expected a kernel that knows option ${option} of prctl.`);
}

/** That no program gives this process more rights: what Linux asks of those who restrict themselves without being root. */
export const forbidNewPrivileges = () => controlProcess(38, 1);

/** Has the kernel run a filter, eight bytes an instruction, before each system call of this thread. */
export function filterSystemCalls(instructions: ArrayBufferView): void {
  const program = new DataView(new ArrayBuffer(16));
  program.setUint16(0, instructions.byteLength / 8, true);
  program.setBigUint64(8, BigInt(ptr(instructions)), true);
  controlProcess(22, 2, program);
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
