import { Database, SQLiteError } from "bun:sqlite";
import { createHash } from "node:crypto";
import { closeSync, openSync } from "node:fs";
import type { Clock } from "@signify/core";
import type { HandedIn } from "./inbox-messages.ts";

/** Inboxes and what is in them. Keys are known by their hashes alone. */
export type InboxStore = {
  /** Opens an inbox, or lets one that is open stay longer. "taken": the learners' key is that of another one. */
  open(teacherKey: string, learnerKey: string): "open" | "taken" | "full";
  /** Puts a result into the inbox of its learners' key; one that is there already is "kept" as well. */
  add(learnerKey: string, result: HandedIn): "kept" | "unknown" | "full";
  /** What is in an inbox, in the order in which it came; `undefined` where there is none. */
  results(teacherKey: string): HandedIn[] | undefined;
  /** Deletes an inbox and all that is in it. */
  remove(teacherKey: string): void;
  /** Deletes what is too old. */
  sweep(): void;
  close(): void;
};

/** Options of {@link openInboxStore}. */
export type InboxStoreOptions = {
  /** The SQLite file; ":memory:" for none. */
  file: string;
  /** Milliseconds for which a result is kept, and an inbox that nobody uses. */
  keepFor: number;
  maxInboxes: number;
  maxResultsPerInbox: number;
  /** Largest file, in bytes. */
  maxBytes: number;
  /** Milliseconds since 1970. */
  clock: Clock;
};

const pageBytes = 4096;

/**
 * Opens the file, which its user alone can read, and makes it if need be. What is deleted is overwritten with zeros.
 * @throws Error when the file cannot be opened or was written by a newer version.
 */
export function openInboxStore(options: InboxStoreOptions): InboxStore {
  const { keepFor, maxInboxes, maxResultsPerInbox, clock } = options;
  const database = openDatabase(options);
  const until = () => clock() + keepFor;

  const removeOldResults = database.query("DELETE FROM result WHERE until <= ?");
  const removeOldInboxes = database.query("DELETE FROM inbox WHERE until <= ?");
  const removeInbox = database.query("DELETE FROM inbox WHERE teacher = ?");
  const findOther = database.query("SELECT 1 FROM inbox WHERE learners = ? AND teacher <> ?");
  const countInboxes = database.query<{ count: number }, [Uint8Array]>(
    "SELECT count(*) AS count FROM inbox WHERE teacher <> ?",
  );
  const putInbox = database.query(
    "INSERT INTO inbox (teacher, learners, until) VALUES (?, ?, ?) " +
      "ON CONFLICT (teacher) DO UPDATE SET learners = excluded.learners, until = excluded.until",
  );
  const findByLearners = database.query<{ teacher: Uint8Array }, [Uint8Array, number]>(
    "SELECT teacher FROM inbox WHERE learners = ? AND until > ?",
  );
  const countResults = database.query<{ count: number }, [Uint8Array, string]>(
    "SELECT count(*) AS count FROM result WHERE inbox = ? AND id <> ?",
  );
  const putResult = database.query(
    "INSERT OR IGNORE INTO result (inbox, id, body, until) VALUES (?, ?, ?, ?)",
  );
  const stay = database.query("UPDATE inbox SET until = ? WHERE teacher = ? AND until > ?");
  const findResults = database.query<{ body: string }, [Uint8Array, number]>(
    "SELECT body FROM result WHERE inbox = ? AND until > ? ORDER BY until, id",
  );

  const sweep = database.transaction(() => {
    removeOldResults.run(clock());
    removeOldInboxes.run(clock());
  });
  const open = database.transaction((teacher: Uint8Array, learners: Uint8Array) => {
    if (findOther.get(learners, teacher)) return "taken";
    if ((countInboxes.get(teacher)?.count ?? 0) >= maxInboxes) return "full";
    putInbox.run(teacher, learners, until());
    return "open";
  });
  const add = database.transaction((learners: Uint8Array, result: HandedIn) => {
    const teacher = findByLearners.get(learners, clock())?.teacher;
    if (!teacher) return "unknown";
    if ((countResults.get(teacher, result.id)?.count ?? 0) >= maxResultsPerInbox) return "full";
    putResult.run(teacher, result.id, JSON.stringify(result), until());
    stay.run(until(), teacher, clock());
    return "kept";
  });

  return {
    open(teacherKey, learnerKey) {
      sweep();
      return unlessFull(() => open(hash(teacherKey), hash(learnerKey)));
    },
    add: (learnerKey, result) => unlessFull(() => add(hash(learnerKey), result)),
    results(teacherKey) {
      const teacher = hash(teacherKey);
      if (stay.run(until(), teacher, clock()).changes === 0) return undefined;
      return findResults.all(teacher, clock()).map(({ body }) => JSON.parse(body) as HandedIn);
    },
    remove: (teacherKey) => void removeInbox.run(hash(teacherKey)),
    sweep,
    close: () => database.close(),
  };
}

const schemaVersion = 1;

function openDatabase({ file, maxBytes }: InboxStoreOptions): Database {
  // SQLite would make it as the umask says.
  if (file !== ":memory:") closeSync(openSync(file, "a", 0o600));
  const database = new Database(file, { strict: true });
  database.run("PRAGMA secure_delete = ON");
  database.run("PRAGMA foreign_keys = ON");
  database.run(`PRAGMA page_size = ${pageBytes}`);
  database.run(`PRAGMA max_page_count = ${Math.ceil(maxBytes / pageBytes)}`);
  const written =
    database.query<{ user_version: number }, []>("PRAGMA user_version").get()?.user_version ?? 0;
  if (written > schemaVersion) {
    database.close();
    throw new Error("The file was written by a newer version.");
  }
  database.run(`
    CREATE TABLE IF NOT EXISTS inbox (
      teacher BLOB PRIMARY KEY, learners BLOB NOT NULL UNIQUE, until INTEGER NOT NULL
    ) WITHOUT ROWID, STRICT;
    CREATE TABLE IF NOT EXISTS result (
      inbox BLOB NOT NULL REFERENCES inbox (teacher) ON DELETE CASCADE,
      id TEXT NOT NULL, body TEXT NOT NULL, until INTEGER NOT NULL,
      PRIMARY KEY (inbox, id)
    ) WITHOUT ROWID, STRICT;
    PRAGMA user_version = ${schemaVersion};
  `);
  return database;
}

/** Keys are random, so that a plain hash of them cannot be guessed backwards. */
function hash(key: string): Uint8Array {
  return createHash("sha256").update(key).digest();
}

function unlessFull<Outcome>(write: () => Outcome): Outcome | "full" {
  try {
    return write();
  } catch (error) {
    if (error instanceof SQLiteError && error.code === "SQLITE_FULL") return "full";
    throw error;
  }
}
