import { locatedHands } from "@signify/core/testing";
import type { FromVision, ToVision, VisionRequest } from "../channel/messages.ts";
import type { ProcessUsage } from "../processes/process-usage.ts";
import type { Spawn } from "../processes/vision-process.ts";

/** A made-up child process: the test says what it answers and when it ends. */
export type ScriptedChild = {
  sent: ToVision[];
  killed: boolean;
  exited: boolean;
  /** What it uses, from when it is ready; nobody says so, if not given by then. */
  usage: ProcessUsage | undefined;
  say(message: FromVision): void;
  ready(): void;
  /** Says that its networks cannot be loaded, and ends. */
  fail(): void;
  /** The picture that it was given last and has not answered, if any. */
  readonly picture: VisionRequest | undefined;
  /** Answers the picture in hand with a hand in it. */
  answer(): void;
  exit(): void;
};

/** Spawns {@link ScriptedChild}ren and keeps them, oldest first. */
export function createScriptedSpawn(): { spawn: Spawn; children: ScriptedChild[] } {
  const children: ScriptedChild[] = [];
  const spawn: Spawn = (events) => {
    let answered = 0;
    const child: ScriptedChild = {
      sent: [],
      killed: false,
      exited: false,
      usage: undefined,
      say: events.message,
      ready: () => events.message({ type: "ready" }),
      fail() {
        events.message({ type: "not-loaded" });
        child.exit();
      },
      get picture() {
        const pictures = child.sent.filter((message) => message.type === "locate");
        return child.exited ? undefined : pictures.slice(answered).at(-1);
      },
      answer() {
        const { picture } = child;
        if (!picture) throw new Error("this child has no picture to answer");
        answered = child.sent.filter((message) => message.type === "locate").length;
        events.message({ type: "located", id: picture.id, located: locatedHands() });
      },
      exit() {
        if (child.exited) return;
        child.exited = true;
        events.exit();
      },
    };
    children.push(child);
    return {
      send: (message) => void child.sent.push(message),
      kill() {
        child.killed = true;
      },
      usage: () => child.usage,
    };
  };
  return { spawn, children };
}
