import { closeSync, openSync, statSync } from "node:fs";
import { become, forbidNewPrivileges, systemCall } from "./linux.ts";
import type { View } from "./vision-view.ts";

/**
 * A program that sees only a part of the files, by Landlock, and becomes another: what the view names can be listed,
 * read, run or written to, and nothing else. As far as the kernel's version goes, no TCP socket is bound or connected either, and
 * no process outside is signaled or looked into.
 *
 * Arguments: the view as JSON, then the command to become. Ends with an error where the kernel has no Landlock.
 *
 * Source: https://docs.kernel.org/userspace-api/landlock.html
 */
const [viewText = "", ...command] = process.argv.slice(2);
const view: View = JSON.parse(viewText);

/** The same numbers on every processor. */
const calls = { createRuleset: 444, addRule: 445, restrictSelf: 446 };
const askForVersion = 1;
const pathBeneath = 1;
const files = { execute: 1 << 0, write: 1 << 1, read: 1 << 2, list: 1 << 3 };
/** How many kinds of access to files are known, by version from 1. */
const kinds = [13, 14, 15, 15, 16];
const tcp = { bind: 1 << 0, connect: 1 << 1 };
const scope = { abstractSockets: 1 << 0, signals: 1 << 1 };

const version = systemCall(calls.createRuleset, 0, 0, askForVersion);
const taken = BigUint64Array.from(
  [
    2 ** (kinds[version - 1] ?? 16) - 1,
    ...(version >= 4 ? [tcp.bind | tcp.connect] : []),
    ...(version >= 6 ? [scope.abstractSockets | scope.signals] : []),
  ],
  BigInt,
);
const rules = systemCall(calls.createRuleset, taken, taken.byteLength, 0);

/** Gives back what was taken, for this file, or for all that is in this folder. */
function allow(path: string, access: number): void {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (isFolder === undefined) return;
  const descriptor = openSync(path, "r");
  const rule = new DataView(new ArrayBuffer(12));
  rule.setBigUint64(0, BigInt(isFolder ? access | files.list : access), true);
  rule.setInt32(8, descriptor, true);
  systemCall(calls.addRule, rules, pathBeneath, rule, 0);
  closeSync(descriptor);
}

for (const path of view.list) allow(path, 0);
for (const path of view.read) allow(path, files.read);
for (const path of view.run) allow(path, files.read | files.execute);
for (const path of view.write) allow(path, files.read | files.write);

forbidNewPrivileges();
systemCall(calls.restrictSelf, rules, 0);
become(command);
