import { answerFromMemory } from "./handed-files.ts";

/** What goes into a worker: a call with a number, from 1 on, and files that its program may fetch from then on. */
export type CallMessage = { call: number; request: unknown; files?: ReadonlyMap<string, ArrayBuffer> };

/** What comes out of a worker: once that it runs, as call 0; the answer to a call, or why there is none. */
export type AnswerMessage = { call: number; result?: unknown; error?: string };

/** What a worker is to this side: its global scope, or a stand-in. */
export type WorkerScope = {
  onmessage: ((event: MessageEvent<CallMessage>) => void) | null;
  postMessage(message: AnswerMessage, transfer: Transferable[]): void;
  fetch?: typeof fetch;
};

/** Answers every call with what `handle` makes of it; calls are handled one after the other. */
export function serveCalls(
  scope: WorkerScope,
  handle: (request: unknown) => Promise<{ result: unknown; transfer?: Transferable[] }>,
): void {
  let queue = Promise.resolve();
  const answer = async ({ call, request, files }: CallMessage) => {
    if (files) answerFromMemory(scope, files);
    try {
      const { result, transfer = [] } = await handle(request);
      scope.postMessage({ call, result }, transfer);
    } catch (error) {
      scope.postMessage({ call, error: error instanceof Error ? error.message : String(error) }, []);
    }
  };
  scope.onmessage = (event) => {
    queue = queue.then(() => answer(event.data));
  };
  scope.postMessage({ call: 0 }, []);
}
