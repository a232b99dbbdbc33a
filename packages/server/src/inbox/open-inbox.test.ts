import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createManualClock } from "@signify/core/testing";
import { readSettings } from "../config/read-settings.ts";
import { openInbox } from "./open-inbox.ts";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "signify-inbox-"));
});
afterAll(() => rm(folder, { recursive: true }));

const open = (environment: Record<string, string>) => {
  const date = createManualClock();
  return { date, inbox: openInbox(readSettings(environment), { clock: date, date, timers: date }) };
};

test("an inbox is off unless it is switched on, and then touches no file", async () => {
  expect(open({ CLASS_INBOX_FILE: join(folder, "off.sqlite") }).inbox).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

test("its file is named, and lies where no vision process can read", () => {
  expect(() => open({ CLASS_INBOX: "true" })).toThrow(
    "CLASS_INBOX_FILE must be a whole path where CLASS_INBOX is on.",
  );
  const sentence = "CLASS_INBOX_FILE must be a whole path outside of Signify's own folder.";
  for (const file of [join(import.meta.dir, "inbox.sqlite"), "inbox.sqlite", "./x/inbox.sqlite"]) {
    expect(() => open({ CLASS_INBOX: "true", CLASS_INBOX_FILE: file })).toThrow(sentence);
  }
  const missing = join(folder, "missing", "inbox.sqlite");
  expect(() => open({ CLASS_INBOX: "true", CLASS_INBOX_FILE: missing })).toThrow(
    /^The inbox cannot be opened/,
  );
});

test("what is too old is deleted within the hour, whether anybody asks or not", async () => {
  const file = join(folder, "inbox.sqlite");
  const { date, inbox } = open({ CLASS_INBOX: "true", CLASS_INBOX_FILE: file, CLASS_INBOX_DAYS: "2" });
  const headers = { authorization: `Bearer ${"T".repeat(22)}` };
  const body = JSON.stringify({ learnerKey: "L".repeat(22) });
  await inbox?.door(new Request("http://localhost/v1/inbox", { method: "PUT", headers, body }), "");
  const { Database } = await import("bun:sqlite");
  const count = () => {
    using database = new Database(file, { readonly: true });
    return database.query<{ count: number }, []>("SELECT count(*) AS count FROM inbox").get()?.count;
  };
  expect(count()).toBe(1);
  date.advance(48 * 3_600_000);
  expect(count()).toBe(0);
  inbox?.close();
  expect(date.pending).toBe(0);
});
