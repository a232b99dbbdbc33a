import { useSignal } from "@preact/signals";
import { Icon } from "../controls/icon.tsx";
import { session } from "../recognition/page-session.ts";
import { hasServer } from "../shell/has-server.ts";
import { changeSettings, settings } from "../shell/page-settings.ts";
import { texts } from "../texts/texts.ts";
import { whichNotice } from "./which-notice.ts";

/** What is wrong, and what to do about it: one notice at a time, the most important first. */
export function CameraNotices() {
  const keepHere = useSignal(false);
  const notice = whichNotice({
    problem: session.problem.value,
    link: session.link.value,
    phase: session.phase.value,
    slow: session.slow.value,
    advice: session.advice.value,
    offersPictures: hasServer && settings.value.place !== "pictures" && !keepHere.value,
  });
  return (
    <div class="notices" role="status">
      {notice === "problem" && <ProblemNotice />}
      {notice === "link" && <LinkNotice />}
      {notice === "slow" && <SlowNotice onKeep={() => (keepHere.value = true)} />}
      {notice === "advice" && <AdviceNotice />}
    </div>
  );
}

const aboutTheServer: ReadonlySet<string> = new Set(["unreachable", "busy", "refused"]);

function ProblemNotice() {
  const code = session.problem.value;
  if (!code) return null;
  return (
    <div class="note bad">
      <Icon name="warning" />
      <p class="text">{texts.problems[code]}</p>
      {aboutTheServer.has(code) ? (
        <button
          type="button"
          class="button"
          onClick={() => {
            changeSettings({ place: "device" });
            void session.startCamera();
          }}
        >
          {texts.problems.useDevice}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => void session.startCamera()}>
          {texts.common.tryAgain}
        </button>
      )}
    </div>
  );
}

const linkTexts = () => ({
  connecting: texts.connection.connecting,
  lost: texts.connection.lost,
  nowhere: texts.connection.nowhere,
  "on-device": texts.connection.onDevice,
  "slow-link": texts.connection.slowLink,
  silent: texts.connection.silent,
});

function LinkNotice() {
  const state = session.link.value;
  if (state === "ok") return null;
  const isBad = state === "lost" || state === "nowhere";
  return (
    <p class={isBad ? "note bad" : "note"}>
      <Icon name={isBad ? "warning" : "about"} />
      <span class="text">{linkTexts()[state]}</span>
    </p>
  );
}

function AdviceNotice() {
  const advice = session.advice.value;
  if (!advice) return null;
  return (
    <p class="note">
      <Icon name="about" />
      <span class="text">{texts.advice[advice]}</span>
    </p>
  );
}

function SlowNotice({ onKeep }: { onKeep: () => void }) {
  return (
    <div class="note">
      <Icon name="about" />
      <p class="text">
        {texts.connection.slowDevice} {texts.connection.slowDeviceOffer}
      </p>
      <div class="button-row">
        <button type="button" class="button" onClick={() => changeSettings({ place: "pictures" })}>
          {texts.connection.slowDeviceYes}
        </button>
        <button type="button" class="button" onClick={onKeep}>
          {texts.connection.slowDeviceNo}
        </button>
      </div>
    </div>
  );
}
