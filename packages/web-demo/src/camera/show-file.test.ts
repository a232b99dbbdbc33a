import { expect, test } from "bun:test";
import { showFile } from "./show-file.ts";

test("a clip that the browser cannot play is a bad picture, and the video is as before", async () => {
  const removed: string[] = [];
  const reason = new Error("expected a codec");
  const video = {
    play: () => Promise.reject(reason),
    removeAttribute: (name: string) => removed.push(name),
    load() {},
  } as unknown as HTMLVideoElement;
  const failure = await showFile(video, new Blob(["no clip"], { type: "video/mp4" })).catch((error) => error);
  expect(failure).toMatchObject({ name: "SignifyError", code: "bad-picture", cause: reason });
  expect(removed).toEqual(["src"]);
});
