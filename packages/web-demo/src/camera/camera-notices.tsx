import { useSignal } from "@preact/signals";
import { Icon } from "../parts/icon.tsx";
import { hasServer } from "../recognition/has-server.ts";
import { advice, link, phase, problem, slow, startCamera } from "../recognition/session.ts";
import { changeSettings, settings } from "../settings/settings.ts";
import { texts } from "../texts/texts.ts";

/** What is wrong, and what to do about it: one notice at a time, the most important first. */
export function CameraNotices() {
  const keepHere = useSignal(false);
  return (
    <div class="notices" role="status">
      {problem.value ? (
        <ProblemNotice />
      ) : link.value !== "ok" && phase.value !== "off" ? (
        <LinkNotice />
      ) : slow.value && hasServer && settings.value.place !== "pictures" && !keepHere.value ? (
        <SlowNotice onKeep={() => (keepHere.value = true)} />
      ) : phase.value === "on" && advice.value ? (
        <p class="note">
          <Icon name="about" />
          <span class="text">{texts.advice[advice.value]}</span>
        </p>
      ) : null}
    </div>
  );
}

const aboutTheServer: ReadonlySet<string> = new Set(["unreachable", "busy", "refused"]);

function ProblemNotice() {
  const code = problem.value;
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
            void startCamera();
          }}
        >
          {texts.problems.useDevice}
        </button>
      ) : (
        <button type="button" class="button" onClick={() => void startCamera()}>
          {texts.common.tryAgain}
        </button>
      )}
    </div>
  );
}

const linkTexts = {
  connecting: texts.connection.connecting,
  lost: texts.connection.lost,
  "on-device": texts.connection.onDevice,
  "slow-link": texts.connection.slowLink,
  silent: texts.connection.silent,
};

function LinkNotice() {
  const state = link.value;
  if (state === "ok") return null;
  return (
    <p class={state === "lost" ? "note bad" : "note"}>
      <Icon name={state === "lost" ? "warning" : "about"} />
      <span class="text">{linkTexts[state]}</span>
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
