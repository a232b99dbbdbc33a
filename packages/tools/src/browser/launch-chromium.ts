import { type Browser, chromium } from "playwright-core";
import { chromiumPath } from "./chromium-path.ts";

/** Options of {@link launchChromium}. */
export type ChromiumOptions = {
  /** A .mjpeg file that the fake camera shows, over and over; see `writeClip`. */
  clip?: string;
  /** Whether the camera is allowed when a page asks. Default true. */
  allowCamera?: boolean;
  /** Draws WebGL in software: the same picture on every machine, and none needs a graphics card. Default false. */
  softwareWebgl?: boolean;
};

/**
 * Starts Chromium without a screen and with a fake camera; it speaks to nobody of its own accord.
 * @throws Error when there is no Chromium.
 */
export function launchChromium(options: ChromiumOptions = {}): Promise<Browser> {
  const { clip, allowCamera = true, softwareWebgl = false } = options;
  return chromium.launch({
    executablePath: chromiumPath,
    headless: true,
    args: [
      ...["--no-sandbox", "--disable-quic", "--no-first-run", "--disable-background-networking"],
      ...["--disable-component-update", "--disable-sync", "--enable-unsafe-swiftshader"],
      ...(softwareWebgl ? ["--use-angle=swiftshader"] : []),
      "--use-fake-device-for-media-stream",
      ...(allowCamera ? ["--use-fake-ui-for-media-stream"] : ["--deny-permission-prompts"]),
      ...(clip ? [`--use-file-for-fake-video-capture=${clip}`] : []),
    ],
  });
}
