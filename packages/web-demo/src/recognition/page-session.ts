import { systemClock, systemTimers } from "@signify/core";
import { createBrightnessMeter } from "../camera/brightness-meter.ts";
import { showCamera } from "../camera/show-camera.ts";
import { showFile } from "../camera/show-file.ts";
import { handStore } from "../kept-hand/page-hand.ts";
import { settings } from "../shell/page-settings.ts";
import { createCameraSession } from "./camera-session.ts";

/** The video that shows the camera; it outlives the screens, so that a change of screen does not stop the camera. */
export const video = document.createElement("video");
video.muted = true;
video.playsInline = true;
video.tabIndex = -1;

/** The one session of this page. */
export const session = createCameraSession({
  settings,
  handStore,
  openCamera: (deviceId) => showCamera(video, deviceId),
  openFile: (file) => showFile(video, file),
  onNetworkBack(listener) {
    addEventListener("online", listener, { once: true });
    return () => removeEventListener("online", listener);
  },
  async openRecognizer(options) {
    // The SDK is large, and who only looks around does not need it.
    const { openSdkRecognizer } = await import("./sdk-recognizer.ts");
    return openSdkRecognizer(video, options);
  },
  brightness: createBrightnessMeter(video),
  hidden: () => document.hidden,
  clock: systemClock,
  timers: systemTimers,
});
