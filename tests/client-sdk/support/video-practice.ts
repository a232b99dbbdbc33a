/** A component whose letters come from its `<video>`, and its test: the way of apps that show a preview. */
export const videoPractice = `
import { openCamera } from "@signify/client-sdk/camera";
import { recognizeCamera } from "@signify/client-sdk/on-device";
import { installFakes } from "@signify/client-sdk/testing";
import { cleanup, render, screen } from "@testing-library/react";
import { StrictMode, useEffect, useRef, useState } from "react";
import { expect, test } from "vitest";

function Preview() {
  const video = useRef<HTMLVideoElement>(null);
  const [shown, show] = useState("nothing");
  useEffect(() => {
    const leaving = new AbortController();
    const practice = async () => {
      const source = video.current;
      const stream = await openCamera();
      leaving.signal.addEventListener("abort", () => stream.getTracks().forEach((track) => track.stop()));
      source.srcObject = stream;
      await source.play();
      const { client } = await recognizeCamera({ where: "device", source, assets: "https://cdn.example/signify/", signal: leaving.signal });
      client.on("prediction", ({ letter }) => show(letter + " at " + source.videoWidth));
    };
    practice().catch((error) => leaving.signal.aborted || show(error.message));
    return () => leaving.abort();
  }, []);
  return <><video ref={video} muted playsInline />{shown}</>;
}

const owners = () => [globalThis, navigator, document, URL, HTMLMediaElement.prototype, HTMLVideoElement.prototype];
const properties = () => owners().map((owner) => new Map(Object.entries(Object.getOwnPropertyDescriptors(owner))));
const changed = (before, after) =>
  before.flatMap((one, owner) =>
    [...new Set([...one.keys(), ...after[owner].keys()])].filter((name) => {
      const [was, is] = [one.get(name), after[owner].get(name)];
      return !Object.is(was?.value, is?.value) || was?.get !== is?.get;
    }),
  );

test("letters come from a video element, with assets of another origin, and nothing is left behind", async () => {
  // React listens to the document from its first root on.
  render(<p />);
  cleanup();
  const before = properties();
  const fakes = installFakes();
  expect(changed(before, properties())).toContain("createImageBitmap");
  render(<StrictMode><Preview /></StrictMode>);
  fakes.sign("W");
  await screen.findByText("W at 640");
  cleanup();
  fakes.dispose();
  expect(changed(before, properties())).toEqual([]);
});
`;
