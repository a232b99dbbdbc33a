import { isAbsolute, relative } from "node:path";
import { fileURLToPath } from "node:url";
import type { Clock, Timers } from "@signify/core";
import type { Settings } from "../config/settings.ts";
import { createInboxDoor, type InboxDoor } from "./inbox-door.ts";
import { openInboxStore } from "./inbox-store.ts";

/** The inbox of a running server. */
export type Inbox = { door: InboxDoor; close(): void };

/** What an inbox takes its time from: `clock` for what is short, `date`, milliseconds since 1970, for days. */
export type InboxTiming = { clock: Clock; date: Clock; timers: Timers };

/** What vision processes may read; see packages/workers/src/confinement. */
const installation = fileURLToPath(new URL("../../../../", import.meta.url));

const hour = 3_600_000;
const day = 24 * hour;
const megabyte = 1024 * 1024;

/**
 * Opens the inbox where `CLASS_INBOX` is on; where it is off nothing is opened and no file is touched.
 * @throws Error with one sentence when its file cannot be used.
 */
export function openInbox(
  { CLASS_INBOX, CLASS_INBOX_FILE, CLASS_INBOX_DAYS: days }: Settings,
  { clock, date, timers }: InboxTiming,
): Inbox | undefined {
  if (!CLASS_INBOX) return undefined;
  const store = openStore();
  let cancel = () => {};
  const sweep = () => {
    store.sweep();
    cancel = timers.after(hour, sweep);
  };
  sweep();
  return {
    door: createInboxDoor({ store, days, clock }),
    close() {
      cancel();
      store.close();
    },
  };

  function openStore() {
    const inside = relative(installation, CLASS_INBOX_FILE);
    if (!isAbsolute(CLASS_INBOX_FILE) || !(inside.startsWith("..") || isAbsolute(inside))) {
      throw new Error("CLASS_INBOX_FILE must be a whole path outside of Signify's own folder.");
    }
    const size = { maxInboxes: 2000, maxResultsPerInbox: 200, maxBytes: 64 * megabyte };
    try {
      return openInboxStore({ file: CLASS_INBOX_FILE, keepFor: days * day, ...size, clock: date });
    } catch (cause) {
      throw new Error(
        "The inbox cannot be opened: CLASS_INBOX_FILE must be a file of this version or an older one that this user can write.",
        { cause },
      );
    }
  }
}
