import { manifestName } from "../workers/asset-address.ts";
import { replaceGlobal } from "./replace-global.ts";

/** A page whose workers are real threads, which a test can count. */
export type WorkerPage = {
  /** Where the page is. */
  readonly address: string;
  /** Scripts that were started, oldest first. */
  readonly scripts: readonly string[];
  /** What was fetched, oldest first: every file of the page is there and empty, but no manifest is. */
  readonly fetched: readonly string[];
  /** Workers that were started and not terminated. */
  readonly running: number;
  /** Makes the runtime no page again. */
  remove(): void;
};

/** Makes this runtime such a page. */
export function installWorkerPage(): WorkerPage {
  const address = "https://app.example/learn/";
  const scripts: string[] = [];
  const running = new Set<Worker>();
  class CountedWorker extends Worker {
    constructor(script: string, options: WorkerOptions) {
      super(script, options);
      scripts.push(script);
      running.add(this);
    }
    override terminate() {
      running.delete(this);
      super.terminate();
    }
  }
  const fetched: string[] = [];
  const fetchEmpty = async (asked: string) => {
    fetched.push(asked);
    return new Response("", { status: asked.endsWith(manifestName) ? 404 : 200 });
  };
  const removals = [
    replaceGlobal("location", { href: address }),
    replaceGlobal("Worker", CountedWorker),
    replaceGlobal("fetch", fetchEmpty),
  ];
  return {
    ...{ address, scripts, fetched },
    get running() {
      return running.size;
    },
    remove() {
      for (const worker of running) worker.terminate();
      for (const remove of removals) remove();
    },
  };
}
