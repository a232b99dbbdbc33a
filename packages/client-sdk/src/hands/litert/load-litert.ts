import type { LiteRt } from "@litertjs/core";
import { foreignScript } from "../../workers/foreign-script.ts";

/** LiteRT's WebAssembly, with an environment that computes on the processor alone. */
export type LiteRtRuntime = {
  wasm: LiteRt["liteRtWasm"];
  environment: ReturnType<LiteRt["liteRtWasm"]["LiteRtEnvironment"]["create"]>;
  /** Threads that one network computes on. */
  threads: number;
};

/** Options of {@link loadLiteRt}. */
export type LiteRtOptions = {
  /** Address of the loader script, which has to fit the program. */
  loader: string;
  /** The WebAssembly, which may still be on its way. */
  program: Promise<Uint8Array<ArrayBuffer>>;
  /** More than 1 needs the threaded files and a page isolated by COOP and COEP. */
  threads: number;
};

/** What the loader script leaves in the worker's scope. */
type LoaderScope = {
  importScripts(address: string): void;
  ModuleFactory?: (options: {
    instantiateWasm: (imports: WebAssembly.Imports, done: Instantiated) => object;
    /** The script of the threads; without it the loader would take this worker's own. */
    mainScriptUrlOrBlob: string | Blob;
    /** Takes what LiteRT says of itself. */
    print: (line: string) => void;
    printErr: (line: string) => void;
  }) => Promise<LiteRt["liteRtWasm"]>;
};

type Instantiated = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/**
 * Loads LiteRT into this worker. Its package's own `loadLiteRt` is passed by, for it always asks for a graphics device and copies
 * inputs and outputs. Its threads are created before this first waits for anything.
 *
 * @throws Error when a file does not load
 */
export async function loadLiteRt({ loader, program, threads }: LiteRtOptions): Promise<LiteRtRuntime> {
  const scope = globalThis as unknown as LoaderScope;
  scope.importScripts(loader);
  const { ModuleFactory } = scope;
  if (!ModuleFactory) throw new Error("expected LiteRT's loader to define its module");
  const restore = withCores(networkCount * (threads - 1));
  try {
    const wasm = await new Promise<LiteRt["liteRtWasm"]>((resolve, reject) => {
      const instantiateWasm = (imports: WebAssembly.Imports, done: Instantiated) => {
        program
          .then((bytes) => WebAssembly.instantiate(bytes, imports))
          .then(({ instance, module }) => done(instance, module))
          .catch(reject);
        return {};
      };
      const mainScriptUrlOrBlob = foreignScript(loader) ?? loader;
      ModuleFactory({ instantiateWasm, mainScriptUrlOrBlob, print: ignore, printErr: ignore }).then(
        resolve,
        reject,
      );
    });
    return { wasm, environment: wasm.LiteRtEnvironment.create(null), threads };
  } finally {
    restore();
  }
}

const ignore = () => {};

/** The palm network and the hand network: each has threads of its own. */
const networkCount = 2;

/** The loader starts a thread for each core that it is told of, used or not, and each costs some megabytes. */
function withCores(count: number): () => void {
  Object.defineProperty(navigator, "hardwareConcurrency", { value: count, configurable: true });
  return () => void Reflect.deleteProperty(navigator, "hardwareConcurrency");
}
