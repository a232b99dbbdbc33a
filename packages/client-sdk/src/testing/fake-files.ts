import { replaceGlobal } from "./replace-global.ts";

/** Files that `fetch` answers for, by their addresses; a test may keep one back, or break it off. */
export type FakeFiles = {
  /** Addresses that were asked for, oldest first. */
  readonly asked: string[];
  /** How they were asked for. */
  readonly requests: RequestInit[];
  /** Makes `fetch` the runtime's own again. */
  remove(): void;
};

/** What stands behind an address: its pieces, in order, or an answer of any kind. */
export type FakeFile = readonly Uint8Array[] | (() => Response | Promise<Response>);

/** Answers `fetch` from memory; what is not there is a 404. */
export function installFakeFiles(files: Record<string, FakeFile>): FakeFiles {
  const asked: string[] = [];
  const requests: RequestInit[] = [];
  const answer = async (address: string, init: RequestInit = {}) => {
    asked.push(address);
    requests.push(init);
    const file = files[address];
    if (!file) return new Response("not found", { status: 404 });
    if (typeof file === "function") return file();
    return new Response(
      new ReadableStream({
        start(controller) {
          for (const piece of file) controller.enqueue(piece);
          controller.close();
        },
      }),
    );
  };
  return { asked, requests, remove: replaceGlobal("fetch", answer) };
}
