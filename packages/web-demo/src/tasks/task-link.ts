import { decodeBase64Url, encodeBase64Url } from "./base64url.ts";
import { isInboxKey } from "./inbox-key.ts";
import { shortCode } from "./short-code.ts";
import { readItems, type Task, taskLimits } from "./task.ts";

/** Why a link holds no task. */
export type TaskLinkProblem = "broken" | "newer" | "bad-task";

/** A task, or why there is none. */
export type TaskLinkReading = { task: Task } | { problem: TaskLinkProblem };

const version = 1;

/** The part of a link that carries a task. It goes after the "#", which browsers send to no server. */
export function encodeTask(task: Task): string {
  const { title, items, order, passMark, group, inbox } = task;
  return encodeBase64Url(
    JSON.stringify({
      v: version,
      t: title,
      i: items.join(" "),
      o: order === "shuffled" ? 1 : 0,
      p: Math.round(passMark * 100),
      // Left out where there is none: such a link is the same as one of before.
      ...(group && { g: group }),
      ...(inbox && { k: inbox }),
    }),
  );
}

/** Reads what {@link encodeTask} wrote. Anybody may write a link, so nothing of it is trusted. */
export function decodeTask(encoded: string): TaskLinkReading {
  const text = decodeBase64Url(encoded);
  if (!text) return { problem: "broken" };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { problem: "broken" };
  }
  if (typeof value !== "object" || value === null || !("v" in value)) return { problem: "broken" };
  if (typeof value.v === "number" && value.v > version) return { problem: "newer" };
  const { v, t, i, o, p, g = "", k = "" } = value as Record<string, unknown>;
  if (v !== version || typeof t !== "string" || typeof i !== "string") return { problem: "bad-task" };
  const reading = readItems(i);
  if (!("items" in reading) || t.length > taskLimits.titleLength) return { problem: "bad-task" };
  if ((o !== 0 && o !== 1) || typeof p !== "number" || !(p >= 30 && p <= 99)) return { problem: "bad-task" };
  if (typeof g !== "string" || g.length > taskLimits.groupLength) return { problem: "bad-task" };
  if (typeof k !== "string" || (k !== "" && !isInboxKey(k))) return { problem: "bad-task" };
  return {
    task: {
      title: t,
      items: reading.items,
      order: o === 1 ? "shuffled" : "given",
      passMark: p / 100,
      ...(g && { group: g }),
      ...(k && { inbox: k }),
    },
  };
}

/** A short name for a task, such as "K7F-QX2": the same for the same task, so a class can see that all have the same one. */
export function taskCode(task: Task): string {
  const code = shortCode(encodeTask(task));
  return `${code.slice(0, 3)}-${code.slice(3)}`;
}
