export { processesOf } from "./browser-processes.ts";
export { hasChromium, withoutChromium } from "./chromium-path.ts";
export { type ChromiumOptions, launchChromium } from "./launch-chromium.ts";
export { type ClipPart, clipFramesPerSecond, writeClip } from "./write-clip.ts";
