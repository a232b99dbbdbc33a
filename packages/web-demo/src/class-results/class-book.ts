import type { HandIn } from "../handing-in/hand-in.ts";
import { handInCode } from "../handing-in/hand-in-code.ts";
import { readHandIn } from "../handing-in/hand-in-forms.ts";
import { isRecord } from "../shell/is-record.ts";
import { nicknameLength } from "../shell/settings.ts";
import { isInboxKey } from "../tasks/inbox-key.ts";
import { decodeTask } from "../tasks/task-link.ts";

/** A task as its teacher's browser keeps it. */
export type KeptTask = {
  /** The part of the link that carries the task. */
  encoded: string;
  /** ISO 8601. */
  madeAt: string;
  /** With which results are taken out of the task's inbox, if it has one. */
  teacherKey?: string;
};

/** All that a teacher's browser keeps. */
export type ClassBook = {
  /** The newest first. */
  tasks: readonly KeptTask[];
  /** What was handed in, in the order in which it came. */
  handIns: readonly HandIn[];
  /** What the teacher calls learners, by `learnerKey`. */
  names: Readonly<Record<string, string>>;
  /** Ids of results that were deleted, so that no inbox brings them back. */
  removed: readonly string[];
};

/** Deleted results that are remembered; far more than an inbox holds. */
const mostRemoved = 2000;

const version = 1;

/** A teacher's browser that keeps nothing yet. */
export const emptyBook: ClassBook = { tasks: [], handIns: [], names: {}, removed: [] };

/** The book with a task, which replaces the same task of before. */
export function addTask(book: ClassBook, task: KeptTask): ClassBook {
  const before = book.tasks.find(({ encoded }) => encoded === task.encoded);
  const others = book.tasks.filter(({ encoded }) => encoded !== task.encoded);
  return { ...book, tasks: [{ ...before, ...task }, ...others] };
}

/** The book without a task; what was handed in for it stays. */
export function removeTask(book: ClassBook, encoded: string): ClassBook {
  return { ...book, tasks: book.tasks.filter((task) => task.encoded !== encoded) };
}

/** The book with what was handed in; what was there before stays as it is. */
export function addHandIns(book: ClassBook, added: readonly HandIn[]): ClassBook {
  const byId = new Map([...added, ...book.handIns].map((handIn) => [handIn.id, handIn]));
  const order = new Set([...book.handIns, ...added].map(({ id }) => id));
  return {
    ...book,
    handIns: [...order].flatMap((id) => byId.get(id) ?? []),
    removed: book.removed.filter((id) => !order.has(id)),
  };
}

/** The book with what an inbox holds, but for what was deleted here. */
export function addFromInbox(book: ClassBook, taken: readonly HandIn[]): ClassBook {
  return addHandIns(
    book,
    taken.filter(({ id }) => !book.removed.includes(id)),
  );
}

/** The book without some hand-ins. */
export function removeHandIns(book: ClassBook, removed: readonly HandIn[]): ClassBook {
  const ids = new Set(removed.map(({ id }) => id));
  return {
    ...book,
    handIns: book.handIns.filter(({ id }) => !ids.has(id)),
    removed: [...new Set([...book.removed, ...ids])].slice(-mostRemoved),
  };
}

/** The book in which some learners are called so; without a name as they call themselves. */
export function nameLearners(book: ClassBook, keys: readonly string[], name: string): ClassBook {
  const others = Object.entries(book.names).filter(([key]) => !keys.includes(key));
  const named = name.trim() === "" ? [] : keys.map((key) => [key, name.trim()] as const);
  return { ...book, names: Object.fromEntries([...others, ...named]) };
}

/** What is kept of a book. */
export function keptClassBook({ tasks, handIns, names, removed }: ClassBook): object {
  return { version, tasks, names, removed, handIns: handIns.map(handInCode) };
}

/** A book from a value that was kept; what is odd in it is left out. */
export function classBookOf(value: unknown): ClassBook {
  if (!isRecord(value) || value.version !== version) return emptyBook;
  const list = (part: unknown) => (Array.isArray(part) ? part : []);
  const handIns = list(value.handIns).flatMap((code) =>
    typeof code === "string" ? (readHandIn(code) ?? []) : [],
  );
  const names = Object.entries(isRecord(value.names) ? value.names : {}).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1].length <= nicknameLength,
  );
  return {
    tasks: list(value.tasks).flatMap((task) => keptTaskOf(task) ?? []),
    handIns: addHandIns(emptyBook, handIns).handIns,
    names: Object.fromEntries(names),
    removed: list(value.removed).filter((id) => typeof id === "string"),
  };
}

function keptTaskOf(value: unknown): KeptTask | undefined {
  if (!isRecord(value)) return undefined;
  const { encoded, madeAt, teacherKey } = value;
  if (typeof encoded !== "string" || !("task" in decodeTask(encoded))) return undefined;
  if (typeof madeAt !== "string" || Number.isNaN(Date.parse(madeAt))) return undefined;
  const hasKey = typeof teacherKey === "string" && isInboxKey(teacherKey);
  return { encoded, madeAt, ...(hasKey && { teacherKey }) };
}
