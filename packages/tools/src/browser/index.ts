export { hasChromium, withoutChromium } from "./chromium-path.ts";
export { type LaunchOptions, launchChromium } from "./launch-chromium.ts";
export { type ClipPart, clipFramesPerSecond, writeClip } from "./write-clip.ts";
