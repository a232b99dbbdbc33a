import { useComputed } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { session, video } from "../recognition/page-session.ts";
import { settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { drawHands } from "./draw-hands.ts";
import { FiguresView } from "./figures-view.tsx";
import { FilePicker } from "./file-picker.tsx";
import { StageWait } from "./stage-wait.tsx";

/** The camera picture with the hand drawn on it, or the button that starts it. */
export function CameraView() {
  const off = useComputed(() => session.phase.value === "off");
  return (
    <section class="stage" aria-label={texts.camera.title}>
      {off.value ? <StageInvitation /> : <LivePicture />}
    </section>
  );
}

function StageInvitation() {
  return (
    <div class="stage-invitation">
      <button type="button" class="button primary large" onClick={() => void session.startCamera()}>
        <Icon name="camera" />
        {texts.camera.start}
      </button>
      <p class="stage-promise">
        <Icon name="shield" size={20} />
        {texts.camera.promise[settings.value.place]}
      </p>
      <FilePicker />
    </div>
  );
}

function LivePicture() {
  const holder = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const mirrored = session.sourceKind.value === "camera";

  useEffect(() => {
    holder.current?.prepend(video);
    // A video that is moved in the document pauses.
    if (video.srcObject || video.src) void video.play().catch(() => {});
  }, []);

  useEffect(
    () =>
      session.listen((event) => {
        const overlay = canvas.current;
        const context = overlay?.getContext("2d");
        if (event.type !== "points" || !overlay || !context) return;
        const { videoWidth, videoHeight } = video;
        if (videoWidth > 0 && (overlay.width !== videoWidth || overlay.height !== videoHeight)) {
          overlay.width = videoWidth;
          overlay.height = videoHeight;
        }
        drawHands(context, event.points, overlay);
      }),
    [],
  );

  return (
    <>
      <div
        ref={holder}
        class={mirrored ? "stage-picture mirrored" : "stage-picture"}
        role="img"
        aria-label={mirrored ? texts.camera.viewOfCamera : texts.camera.viewOfFile}
      >
        <canvas ref={canvas} />
      </div>
      {session.phase.value !== "on" && <StageWait />}
      {settings.value.figures && <FiguresView />}
      <div class="stage-controls">
        {mirrored ? null : (
          <button type="button" class="stage-button" onClick={() => void session.startCamera()}>
            <Icon name="camera" size={20} />
            {texts.camera.useCamera}
          </button>
        )}
        <button type="button" class="stage-button" onClick={session.stop}>
          <Icon name="close" size={20} />
          {texts.camera.stop}
        </button>
      </div>
    </>
  );
}
