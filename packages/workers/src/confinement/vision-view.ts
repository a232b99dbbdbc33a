import { fileURLToPath } from "node:url";

/** The files that a process sees, folders with all that is in them. What does not exist is left out. */
export type View = Record<"list" | "read" | "run" | "write", readonly string[]>;

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const inPackage = (path: string) => here(`../../${path}`);
const installed = (path: string) => here(`../../../../${path}`);

/**
 * What a vision process needs of the files: this installation without the server's own code, the runtime, and of the
 * system its libraries and what it says of itself. No home, no settings, no temporary files, no devices, no shell.
 */
export const visionView: View = {
  // The runtime looks through all folders above a program for its packages, and Landlock opens none without those below.
  list: ["/"],
  read: [
    ...["package.json", "bunfig.toml", "tsconfig.json", "tsconfig.base.json", "node_modules"].map(installed),
    ...["models", "packages/core", "packages/vision"].map(installed),
    ...["package.json", "tsconfig.json", "node_modules"].map(inPackage),
    ...[".", "../processes", "../channel"].map(here),
    ...["/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib"],
    ...["/etc/ld.so.cache", "/etc/ld.so.preload", "/etc/localtime", "/dev/urandom", "/proc", "/sys"],
  ],
  // The runtime, and what starts it, which most systems have under one of these names.
  run: [
    process.execPath,
    ...["/lib64/ld-linux-x86-64.so.2", "/lib/ld-linux-aarch64.so.1"],
    ...["/lib/ld-musl-x86_64.so.1", "/lib/ld-musl-aarch64.so.1"],
  ],
  write: ["/dev/null"],
};
