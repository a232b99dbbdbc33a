import { type Loading, recognizeCamera } from "@signify/client-sdk/on-device";
import { keepFiles } from "../shell/keep-offline.ts";
import { forwardEvents, linkOf } from "./forward-events.ts";
import type { Recognizer, RecognizerOptions } from "./recognizer.ts";

/** Pictures sent are no larger than the server looks at. */
const maxSide = 512;

/** The page's recognizer on the client SDK, for what `video` shows. @throws SignifyError */
export async function openSdkRecognizer(
  video: HTMLVideoElement,
  { place, target, signal, onEvent }: RecognizerOptions,
): Promise<Recognizer> {
  onEvent({ type: "link", link: place === "device" ? "ok" : "connecting" });
  const { client } = await recognizeCamera({
    where: place,
    url: "/",
    source: video,
    ...__RECOGNITION_ASSETS__,
    onLoading(loading) {
      if (loading.purpose === "recognizer") onEvent({ type: "loading", loading });
      if (loading.isDone) keepFiles(addressesOf(loading));
    },
    onOpening: (state) => onEvent({ type: "link", link: linkOf(state) }),
    target,
    maxSide,
    maxHands: 1,
    // Where this device finds the hands, `onHands` has their points before the letter is known.
    events: place === "pictures" ? ["status", "correction", "landmarks"] : ["status", "correction"],
    signal,
    onHands({ landmarks, hands, moreHands, aspect }) {
      onEvent({ type: "frame" });
      onEvent({ type: "points", points: hands > 0 ? { points: landmarks, aspect, moreHands } : undefined });
    },
    onCamera(state, error) {
      if (state === "lost") onEvent({ type: "ended", error });
    },
  });
  forwardEvents(client, { aspect: () => video.videoWidth / Math.max(1, video.videoHeight), onEvent });
  return { setTarget: (letter) => client.setTarget(letter), myHand: client.myHand };
}

/** Addresses of the parts of files, relative to the page. */
function addressesOf({ files }: Loading): string[] {
  const { assets, assetManifest } = __RECOGNITION_ASSETS__;
  return files.flatMap(({ file }) => assetManifest[file]?.parts ?? []).map((part) => assets + part);
}
