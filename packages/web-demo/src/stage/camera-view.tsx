import { useComputed } from "@preact/signals";
import { drawHand } from "@signify/client-sdk/drawing";
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../controls/icon.tsx";
import { session, video } from "../recognition/page-session.ts";
import type { SeenPoints } from "../recognition/recognizer.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { CameraNotices } from "./camera-notices.tsx";
import { drawGhost } from "./draw-ghost.ts";
import { FiguresView } from "./figures-view.tsx";
import { FilePicker } from "./file-picker.tsx";
import { createGhostFollower, placeGhost } from "./ghost-place.ts";
import { HandQuestion } from "./hand-question.tsx";
import { StageWait } from "./stage-wait.tsx";

/** Options of {@link CameraView}. */
export type CameraViewProps = {
  /** Landmarks to point out, rows of the landmark frame. */
  marked?: readonly number[] | undefined;
  /** The model hand that can be drawn over the picture: a right hand from the front, [21, 3] in palm lengths, y up. */
  model?: () => ArrayLike<number> | undefined;
  /** Over the picture. */
  children?: ComponentChildren;
};

/**
 * The camera picture with the hand drawn on it, or the button that starts it. What is wrong is said on it: beside it, each
 * notice would move the page under somebody who looks at the letter.
 */
export function CameraView(props: CameraViewProps) {
  const off = useComputed(() => session.phase.value === "off");
  return (
    <section class="stage" aria-label={texts.camera.title} data-off={off.value || undefined}>
      {off.value ? <StageInvitation /> : <LivePicture {...props} />}
      <div class="stage-foot">
        <CameraNotices />
        {!off.value && <StageControls ghost={props.model !== undefined} />}
      </div>
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
      <HandQuestion />
      <FilePicker />
    </div>
  );
}

function LivePicture({ children, ...props }: CameraViewProps) {
  const holder = useRef<HTMLDivElement>(null);
  const overlay = useRef<HTMLCanvasElement>(null);
  const ghost = useRef<HTMLCanvasElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const mirrored = session.sourceKind.value === "camera";

  useEffect(() => {
    holder.current?.prepend(video);
    // A video that is moved in the document pauses.
    if (video.srcObject || video.src) void video.play().catch(() => {});
  }, []);

  useEffect(() => {
    const follower = createGhostFollower();
    const onGhost = (seen: SeenPoints | undefined) => {
      const { videoWidth: width, videoHeight: height } = video;
      const aspect = width / Math.max(1, height);
      const model = settings.value.ghost ? latest.current.model?.() : undefined;
      const place = follower.follow(seen, aspect);
      const points = model && placeGhost(model, place, settings.value.hand);
      return points && { points, palm: place.palm, aspect };
    };
    return session.listen((event) => {
      if (event.type !== "points") return;
      const { points: seen } = event;
      const highlighted = latest.current.marked ?? [];
      draw(overlay.current, (context) => {
        if (seen) drawHand(context, seen.points, { aspect: seen.aspect, highlighted });
      });
      const model = onGhost(seen);
      draw(ghost.current, (context, size) => {
        if (model) drawGhost(context, model, size);
      });
    });
  }, []);

  return (
    <>
      <div
        ref={holder}
        class={mirrored ? "stage-picture mirrored" : "stage-picture"}
        role="img"
        aria-label={mirrored ? texts.camera.viewOfCamera : texts.camera.viewOfFile}
      >
        <canvas ref={ghost} class="stage-ghost" />
        <canvas ref={overlay} />
      </div>
      {session.phase.value !== "on" && <StageWait />}
      {children}
    </>
  );
}

function StageControls({ ghost }: { ghost: boolean }) {
  const { ghost: showsGhost, figures } = settings.value;
  return (
    <div class="stage-controls">
      {figures && <FiguresView />}
      {ghost && (
        <button
          type="button"
          class="stage-button"
          aria-pressed={showsGhost}
          title={texts.help.ghostHint}
          onClick={() => changeSettings({ ghost: !showsGhost })}
        >
          <Icon name="ghost" size={20} />
          {texts.help.ghost}
        </button>
      )}
      {session.sourceKind.value !== "camera" && (
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
  );
}

/** Draws anew on a canvas that has as many pixels as the picture. */
function draw(
  canvas: HTMLCanvasElement | null,
  paint: (context: CanvasRenderingContext2D, size: { width: number; height: number }) => void,
): void {
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return;
  const { videoWidth, videoHeight } = video;
  if (videoWidth > 0 && (canvas.width !== videoWidth || canvas.height !== videoHeight)) {
    canvas.width = videoWidth;
    canvas.height = videoHeight;
  }
  context.clearRect(0, 0, canvas.width, canvas.height);
  paint(context, canvas);
}
