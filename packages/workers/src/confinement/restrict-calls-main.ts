import { become, filterSystemCalls, forbidNewPrivileges } from "./linux.ts";
import { systemCallFilter } from "./system-call-filter.ts";

/**
 * A program that does without the system calls that reading pictures never needs, by seccomp, and becomes another.
 *
 * Arguments: the command to become. Ends with an error where the kernel or the processor has no such filter.
 */
const filter = systemCallFilter(process.arch, process.pid);
const instructions = new DataView(new ArrayBuffer(8 * filter.length));
for (const [index, [code, ifSo, ifNot, value]] of filter.entries()) {
  instructions.setUint16(8 * index, code, true);
  instructions.setUint8(8 * index + 2, ifSo);
  instructions.setUint8(8 * index + 3, ifNot);
  instructions.setUint32(8 * index + 4, value, true);
}
forbidNewPrivileges();
filterSystemCalls(instructions);
become(process.argv.slice(2));
