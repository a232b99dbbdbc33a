/** Fakes for tests. The product never imports this entry point. */
export { createScriptedSpawn, type ScriptedChild } from "./scripted-children.ts";
