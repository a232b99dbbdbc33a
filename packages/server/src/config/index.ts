export { recognizerSettings } from "./parts-of-settings.ts";
export { readSettings } from "./read-settings.ts";
export { Settings } from "./settings.ts";
