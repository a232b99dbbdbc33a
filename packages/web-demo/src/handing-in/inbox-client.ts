import { isRecord } from "../shell/is-record.ts";
import { checkHandIn, type HandIn } from "./hand-in.ts";

/** Why the server did not do what was asked: it cannot be reached, has no such inbox, no room, or no time. */
export type InboxProblem = "unreachable" | "over" | "full" | "busy";

/** The inbox of a school's server; see SECURITY.md. Keys go in a header and never in an address. */
export type InboxClient = {
  /** For how many days the server keeps results; `undefined` where it has no inbox or cannot be reached. */
  days(): Promise<number | undefined>;
  open(teacherKey: string, learnerKey: string): Promise<InboxProblem | undefined>;
  /** Hands in. */
  deliver(learnerKey: string, handIn: HandIn): Promise<InboxProblem | undefined>;
  /** What was handed in. */
  take(teacherKey: string): Promise<{ handIns: HandIn[] } | { problem: InboxProblem }>;
  /** Deletes the inbox and all that is in it. */
  close(teacherKey: string): Promise<InboxProblem | undefined>;
};

/** Options of {@link createInboxClient}. */
export type InboxClientOptions = {
  /** The address of `v1/inbox`; where there is none there is no server. */
  address: string | undefined;
  fetch(address: string, request: RequestInit): Promise<Response>;
};

const problems: Readonly<Record<number, InboxProblem>> = {
  404: "over",
  409: "full",
  429: "busy",
  507: "full",
};

/** Speaks with the inbox at an address. */
export function createInboxClient({ address, fetch }: InboxClientOptions): InboxClient {
  const ask = async (method: string, path: string, key?: string, body?: object) => {
    if (address === undefined) return { problem: "unreachable" as const };
    try {
      const response = await fetch(address + path, {
        method,
        cache: "no-store",
        credentials: "omit",
        headers: {
          ...(key !== undefined && { authorization: `Bearer ${key}` }),
          ...(body && { "content-type": "application/json" }),
        },
        body: body ? JSON.stringify(body) : null,
      });
      if (!response.ok) return { problem: problems[response.status] ?? "unreachable" };
      return { answer: response.status === 204 ? undefined : ((await response.json()) as unknown) };
    } catch {
      return { problem: "unreachable" as const };
    }
  };
  return {
    async days() {
      const { answer } = await ask("GET", "");
      return isRecord(answer) && answer.on === true && typeof answer.days === "number"
        ? answer.days
        : undefined;
    },
    open: async (teacherKey, learnerKey) => (await ask("PUT", "", teacherKey, { learnerKey })).problem,
    deliver: async (learnerKey, handIn) => (await ask("POST", "/results", learnerKey, handIn)).problem,
    async take(teacherKey) {
      const { answer, problem } = await ask("GET", "/results", teacherKey);
      if (problem) return { problem };
      const results = isRecord(answer) && Array.isArray(answer.results) ? answer.results : [];
      return { handIns: results.flatMap((result) => checkHandIn(result) ?? []) };
    },
    close: async (teacherKey) => (await ask("DELETE", "", teacherKey)).problem,
  };
}
