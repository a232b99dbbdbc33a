import type { AnswerMessage, CallMessage } from "../workers/serve-calls.ts";

/** Answers one call of a worker. */
export type FakeWorkerHandler = (request: unknown) => unknown;

/**
 * Makes a Worker class whose programs are in this thread: what a worker is asked, the handler of its name answers. Workers of other
 * names are left to the runtime.
 */
export function createFakeWorkerClass(handlers: Readonly<Record<string, FakeWorkerHandler>>): object {
  const Real = (globalThis as { Worker?: typeof Worker }).Worker;

  return class FakeWorker {
    onmessage: ((event: { data: AnswerMessage }) => void) | null = null;
    onerror: ((event: unknown) => void) | null = null;
    #handle: FakeWorkerHandler = () => undefined;
    #queue = Promise.resolve();
    #ended = false;

    constructor(script: string | URL, options: WorkerOptions = {}) {
      const handle = handlers[options.name ?? ""];
      if (!handle) {
        // biome-ignore lint/correctness/noConstructorReturn: an app's own worker is a real one
        if (Real) return new Real(script, options) as unknown as FakeWorker;
        throw new Error("expected a worker of the SDK: this runtime has no others");
      }
      this.#handle = handle;
      queueMicrotask(() => this.#tell({ call: 0 }));
    }

    postMessage({ call, request }: CallMessage): void {
      this.#queue = this.#queue.then(async () => {
        if (this.#ended) return;
        try {
          this.#tell({ call, result: await this.#handle(request) });
        } catch (error) {
          this.#tell({ call, error: error instanceof Error ? error.message : String(error) });
        }
      });
    }

    terminate(): void {
      this.#ended = true;
    }

    #tell(data: AnswerMessage): void {
      if (!this.#ended) this.onmessage?.({ data });
    }
  };
}
