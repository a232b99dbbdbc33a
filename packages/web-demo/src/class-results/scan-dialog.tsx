import { useSignal } from "@preact/signals";
import { systemTimers } from "@signify/core";
import { useEffect, useRef } from "preact/hooks";
import { openCameraStream } from "../camera/open-camera-stream.ts";
import { Icon } from "../controls/icon.tsx";
import { Sheet } from "../controls/sheet.tsx";
import { readHandInTexts } from "../handing-in/read-hand-ins.ts";
import { session } from "../recognition/page-session.ts";
import { type ProblemCode, problemOf } from "../recognition/problem.ts";
import { announce } from "../shell/announcer.tsx";
import { settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { addHandIns } from "./class-book.ts";
import { classBook } from "./page-class-book.ts";
import { type ReadCode, scanFrames } from "./scan-frames.ts";

/** Longest side of a picture in which a code is looked for: enough for the largest code, and quick. */
const longestSide = 1280;

/** Adds the results whose codes are held in front of the camera, one after the other. */
export function ScanDialog({ onClose }: { onClose: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const state = useSignal<"starting" | "on" | ProblemCode>("starting");
  const said = useSignal("");
  const count = useSignal(0);

  const add = (text: string) => {
    const { handIns } = readHandInTexts(text);
    const known = new Set(classBook.value.value.handIns.map(({ id }) => id));
    const news = handIns.filter(({ id }) => !known.has(id));
    const names = handIns.map(({ learner }) => learner || texts.results.handedIn.nameless).join(", ");
    classBook.change((book) => addHandIns(book, news));
    count.value += news.length;
    if (handIns.length === 0) said.value = texts.results.scanNone;
    else said.value = news.length > 0 ? texts.results.scanned(names) : texts.results.scannedAgain(names);
    announce(said.value);
  };

  useEffect(() => {
    // Two users of one camera are too many for some devices.
    session.stop();
    let stop = () => {};
    let isOver = false;
    const start = async () => {
      const stream = await openCameraStream(settings.value.camera);
      const read = await loadReader();
      const { current: shown } = video;
      if (isOver || !shown) {
        for (const track of stream.getTracks()) track.stop();
        return;
      }
      shown.srcObject = stream;
      await shown.play();
      state.value = "on";
      const stopScan = scanFrames({ grab: grabberOf(shown), read, onCode: add, timers: systemTimers });
      stop = () => {
        stopScan();
        for (const track of stream.getTracks()) track.stop();
      };
      if (isOver) stop();
    };
    start().catch((error) => {
      state.value = problemOf(error);
    });
    return () => {
      isOver = true;
      stop();
    };
  }, []);

  const now = state.value;
  return (
    <Sheet title={texts.results.scan} onClose={onClose}>
      {now === "starting" || now === "on" ? (
        <p>{now === "on" ? texts.results.scanHint : texts.results.scanStarting}</p>
      ) : (
        <p class="note bad" role="alert">
          <Icon name="warning" />
          <span class="text">{texts.problems[now]}</span>
        </p>
      )}
      <video ref={video} class="scan-video" muted playsInline tabIndex={-1} aria-hidden="true" />
      <p class="scan-said" role="status">
        {said.value}
      </p>
      <div class="button-row">
        <button
          type="button"
          class="button primary"
          onClick={(event) => event.currentTarget.closest("dialog")?.close()}
        >
          {texts.results.scanDone}
        </button>
        {count.value > 0 && <span class="soft">{texts.results.scannedCount(count.value)}</span>}
      </div>
    </Sheet>
  );
}

/** Browsers that read codes themselves are few; one way for all is one that is tried. */
async function loadReader(): Promise<ReadCode> {
  const { decodeQR } = await import("qr/decode.js");
  return (picture) => {
    try {
      return decodeQR(picture);
    } catch {
      return undefined;
    }
  };
}

function grabberOf(video: HTMLVideoElement): () => ImageData | undefined {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return () => {
    const { videoWidth, videoHeight } = video;
    if (!context || videoWidth === 0) return undefined;
    const scale = Math.min(1, longestSide / Math.max(videoWidth, videoHeight));
    canvas.width = Math.round(videoWidth * scale);
    canvas.height = Math.round(videoHeight * scale);
    context.drawImage(video, 0, 0, canvas.width, canvas.height);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
}
