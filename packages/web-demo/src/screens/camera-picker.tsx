import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";
import { session } from "../recognition/page-session.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";

/** Chooses one of the cameras that there are. */
export function CameraPicker() {
  const cameras = useSignal<readonly MediaDeviceInfo[]>([]);
  useEffect(() => {
    const list = async () => {
      const devices = (await navigator.mediaDevices?.enumerateDevices().catch(() => [])) ?? [];
      cameras.value = devices.filter((device) => device.kind === "videoinput" && device.deviceId !== "");
    };
    const stop = session.phase.subscribe(() => void list());
    navigator.mediaDevices?.addEventListener("devicechange", list);
    return () => {
      stop();
      navigator.mediaDevices?.removeEventListener("devicechange", list);
    };
  }, []);
  return (
    <div class="field">
      <label for="camera">{texts.settings.camera}</label>
      <select
        id="camera"
        value={settings.value.camera}
        aria-describedby="camera-hint"
        onChange={(event) => changeSettings({ camera: event.currentTarget.value })}
      >
        <option value="">{texts.settings.cameraDefault}</option>
        {cameras.value.map((camera, index) => (
          <option key={camera.deviceId} value={camera.deviceId}>
            {camera.label || texts.settings.cameraNumber(index + 1)}
          </option>
        ))}
      </select>
      <p id="camera-hint" class="hint">
        {texts.settings.cameraHint}
      </p>
    </div>
  );
}
