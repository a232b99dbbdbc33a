/** Fakes for tests. The product never imports this entry point. */
export {
  createMemoryBroker,
  type MemoryBroker,
  type MemoryBrokerOptions,
  type MemoryEngine,
} from "./memory-broker.ts";
export { createListener, type Heard } from "./recorded-cluster.ts";
export { createScriptedSpawn, type ScriptedChild } from "./scripted-children.ts";
export { createScriptedProcess, type ScriptedProcess } from "./scripted-process.ts";
