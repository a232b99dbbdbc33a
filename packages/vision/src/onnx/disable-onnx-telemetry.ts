import { dlopen } from "bun:ffi";

const variable = "ORT_DISABLE_TELEMETRY";

/** Where the C library is, by platform. On Windows ONNX Runtime has no uploader of its own. */
const libraries: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ["libc.so.6", "libc.musl-x86_64.so.1", "libc.musl-aarch64.so.1"],
  darwin: ["libSystem.B.dylib"],
};

/**
 * Keeps ONNX Runtime from reporting to its makers. Since 1.29 it opens a database of events and a log in the user's
 * folders and uploads names and sizes of models; we promise that nothing is stored and nothing leaves the machine.
 * It looks at the environment of the C library, which Bun's `process.env` does not change, when the first session is
 * made: call this before.
 *
 * Source: microsoft/onnxruntime#27379.
 *
 * @throws Error when it cannot be done here, and what to do instead
 */
export function disableOnnxTelemetry(): void {
  if (process.platform === "win32" || process.env[variable] === "1") return;
  const isSet = (libraries[process.platform] ?? []).some(setInLibrary);
  if (!isSet) throw new Error(`Set ${variable}=1 in the environment, then start again.`);
  process.env[variable] = "1";
}

function setInLibrary(library: string): boolean {
  try {
    const { symbols } = dlopen(library, {
      setenv: { args: ["cstring", "cstring", "i32"], returns: "i32" },
    });
    return symbols.setenv(Buffer.from(`${variable}\0`), Buffer.from("1\0"), 1) === 0;
  } catch {
    return false;
  }
}
