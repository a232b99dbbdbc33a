import type { ClientEventOf, ClientState, SignifyClient, StateReason } from "@signify/client-sdk";
import { recognizeCamera } from "@signify/client-sdk/on-device";
import { PageProblem, problemOf } from "./problem.ts";
import type { LinkState, OpenRecogniser, RecogniserEvent, SeenPoints } from "./recogniser.ts";

/** Pictures sent are no larger than the server looks at. */
const maxSide = 512;

/** The page's recogniser on the client SDK; the only file that knows it. */
export const openRecogniser: OpenRecogniser = async ({ place, video, target, signal, onEvent }) => {
  onEvent({ type: "link", link: place === "device" ? "ok" : "connecting" });
  const recognition = await recognizeCamera({
    where: place,
    url: "/",
    source: video,
    assets: __RECOGNITION_ASSETS__,
    target,
    maxSide,
    maxHands: 1,
    events: place === "device" ? ["status"] : ["status", "landmarks"],
    signal,
    // Where the device finds the hands, they are drawn before the letter is known.
    onHands({ landmarks, hands, aspect }) {
      onEvent({ type: "frame" });
      onEvent({ type: "points", points: hands > 0 ? { points: landmarks, aspect } : undefined });
    },
    onCamera: (state, error) => {
      if (state === "lost" && !signal.aborted) onEvent({ type: "ended", problem: problemOf(error) });
    },
  });
  if (signal.aborted) {
    recognition.close();
    throw new PageProblem("other");
  }
  const { client } = recognition;
  forward(client, place === "pictures", onEvent, () => video.videoWidth / Math.max(1, video.videoHeight));
  onEvent({ type: "link", link: linkOf(client.state, client.reason) });
  return { setTarget: (letter) => client.setTarget(letter) };
};

function forward(
  client: SignifyClient,
  remoteHands: boolean,
  onEvent: (event: RecogniserEvent) => void,
  aspect: () => number,
): void {
  client.on("prediction", (event) => onEvent({ type: "reading", reading: readingOf(event) }));
  client.on("status", ({ state }) => {
    onEvent({ type: "hands", state });
    if (state === "no-hand") onEvent({ type: "points", points: undefined });
  });
  client.on("landmarks", (event) => {
    if (!remoteHands) return;
    onEvent({ type: "frame" });
    onEvent({ type: "points", points: pointsOf(event, aspect()) });
  });
  client.on("state", ({ state, reason, error }) => {
    if (state === "closed") onEvent({ type: "ended", problem: problemOf(error) });
    else onEvent({ type: "link", link: linkOf(state, reason) });
  });
}

function readingOf(event: ClientEventOf<"prediction">) {
  const { letter, probability, target, targetProbability, capturedAt } = event;
  return { letter, probability, target, targetProbability, delay: performance.now() - capturedAt };
}

function pointsOf(event: ClientEventOf<"landmarks">, aspect: number): SeenPoints | undefined {
  return event.points.some((coordinate) => coordinate !== 0)
    ? { points: event.points, aspect: event.aspect ?? aspect }
    : undefined;
}

function linkOf(state: ClientState, reason: StateReason | undefined): LinkState {
  if (reason) return reason;
  return state === "connecting" ? "connecting" : "ok";
}
