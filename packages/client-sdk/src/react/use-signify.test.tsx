import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { deferred, settleMicrotasks } from "@signify/core/testing";
import { act, type ReactNode, StrictMode } from "react";
import type { LetterCamera } from "../letter-camera/letter-camera.ts";
import { createFakeServer } from "../testing/fake-server.ts";
import { installDocument } from "../testing/install-document.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { installPageWithCameras, type PageWithCameras } from "../testing/page-with-cameras.ts";
import { type UseLetterCameraOptions, useLetterCamera } from "./use-letter-camera.ts";
import { useLetterCameraValue } from "./use-letter-camera-value.ts";
import { type Signify, useSignify } from "./use-signify.ts";

let removeDocument: () => void;
let page: PageWithCameras;
let createRoot: typeof import("react-dom/client").createRoot;
beforeAll(async () => {
  removeDocument = installDocument();
  ({ createRoot } = await import("react-dom/client"));
});
afterAll(() => removeDocument());
beforeEach(() => {
  page = installPageWithCameras();
});
afterEach(() => page.remove());

/** Tells of every render. */
function Probe(props: { options: UseLetterCameraOptions; onRender: (signify: Signify) => void }) {
  const signify = useSignify(props.options);
  props.onRender(signify);
  return (
    <p>
      <video ref={signify.video} muted />
      {signify.letter}
    </p>
  );
}

/** Owns a camera, whose letter another component shows. */
function Owner(props: { options: UseLetterCameraOptions; onRender: (name: "owner" | "letter") => void }) {
  const camera = useLetterCamera(props.options);
  props.onRender("owner");
  return <CameraLetter camera={camera} onRender={props.onRender} />;
}

function CameraLetter(props: { camera: LetterCamera; onRender: (name: "owner" | "letter") => void }) {
  props.onRender("letter");
  return <b>{useLetterCameraValue(props.camera, ({ letter }) => letter)}</b>;
}

/** A place to render in, a server and its time. */
function setUp() {
  const frame = deferred<void>();
  const server = createFakeServer({ onFrame: () => frame.resolve() });
  const timing = createManualTiming();
  const element = document.createElement("div");
  const root = createRoot(element);
  const options = (more: UseLetterCameraOptions = {}): UseLetterCameraOptions => ({
    ...{ url: "ws://a", WebSocket: server.WebSocket, timing, mode: "still", events: ["status"] },
    ...{ assetFiles: { ...page.assetFiles }, framesPerSecond: 1e9, prepareFallback: false, ...more },
  });
  const renders: Signify[] = [];
  const ready = deferred<void>();
  const onRender = (signify: Signify) => {
    renders.push(signify);
    if (signify.state === "ready") ready.resolve();
  };
  /** What is rendered: a component that uses the hook with these options, written anew. */
  const probe = (more?: UseLetterCameraOptions) => <Probe options={options(more)} onRender={onRender} />;
  const render = (node: ReactNode) => act(async () => root.render(node));
  const latest = () => renders.at(-1) as Signify;
  const during = (happen: () => unknown) =>
    act(async () => {
      await happen();
      await settleMicrotasks();
    });
  const isReady = () => during(() => ready.promise);
  const unmount = async () => {
    await act(async () => root.unmount());
    await timing.advance(0);
  };
  const open = () => ({
    cameras: page.tracks.filter(({ readyState }) => readyState === "live").length,
    ...{ connections: server.connections, workers: page.running, timers: timing.armed },
  });
  return {
    server,
    frame,
    timing,
    element,
    options,
    probe,
    render,
    renders,
    latest,
    during,
    isReady,
    unmount,
    open,
  };
}
const nothing = { cameras: 0, connections: 0, workers: 0, timers: 0 };

describe("useSignify", () => {
  test.each(["device", "landmarks", "pictures"] as const)(
    "with where: %p shows letters from the camera, and leaves nothing open",
    async (where) => {
      const { server, frame, probe, render, renders, latest, isReady, during, unmount, open } = setUp();
      const read = deferred<void>();
      await render(probe({ where, onEvent: ({ type }) => type === "prediction" && read.resolve() }));
      await isReady();
      await during(async () => {
        page.show();
        if (where !== "device") {
          await frame.promise;
          server.predict("C");
        }
        await read.promise;
      });
      expect(latest()).toMatchObject({ state: "ready", letter: "C" });
      expect(new Set(renders.map(({ state }) => state))).toEqual(new Set(["off", "starting", "ready"]));
      await unmount();
      expect(open()).toEqual(nothing);
    },
  );

  test("in StrictMode mounts twice, asks for one camera and connects once", async () => {
    const { server, probe, render, isReady, unmount, open } = setUp();
    await render(<StrictMode>{probe()}</StrictMode>);
    await isReady();
    expect(page.asked).toHaveLength(1);
    expect(server.addresses).toHaveLength(1);
    expect(open()).toMatchObject({ cameras: 1, connections: 1, workers: 1 });
    await unmount();
    expect(open()).toEqual(nothing);
  });

  test("shows the camera in its video, like a mirror", async () => {
    const { probe, render, isReady, unmount, element } = setUp();
    await render(probe());
    await isReady();
    const video = element.querySelector("video");
    expect(video?.srcObject).not.toBeNull();
    expect(video?.style.transform).toBe("scaleX(-1)");
    await unmount();
  });

  test("stays connected when it is rendered again with the same options written anew", async () => {
    const { server, probe, render, isReady, unmount } = setUp();
    await render(probe({ camera: { width: 640 }, token: () => "t" }));
    await isReady();
    for (let again = 0; again < 3; again++) await render(probe({ camera: { width: 640 }, token: () => "t" }));
    expect([page.asked.length, server.addresses.length]).toEqual([1, 1]);
    await unmount();
  });

  test("sets another target without connecting again, and never shows the older one's verdict with it", async () => {
    const { server, probe, render, renders, isReady, during, unmount } = setUp();
    await render(probe({ camera: false, target: "A" }));
    await isReady();
    await during(() => server.predict("A"));
    expect(renders.at(-1)).toMatchObject({ target: "A", verdict: "shown" });
    const before = renders.length;
    await render(probe({ camera: false, target: "b" }));
    await during(() => {});
    expect([server.target, server.addresses.length]).toEqual(["B", 1]);
    const since = renders.slice(before).map(({ target, letter, verdict }) => [target, letter, verdict]);
    expect(since).toEqual(since.map(() => ["B", null, null]));
    await unmount();
  });

  test("connects to another server when its address is another one", async () => {
    const { server, probe, render, isReady, during, unmount, open } = setUp();
    await render(probe({ camera: false }));
    await isReady();
    await render(probe({ camera: false, url: "ws://b" }));
    await during(() => {});
    expect(server.addresses.map((address) => new URL(address).host)).toEqual(["a", "b"]);
    expect(open().connections).toBe(1);
    await unmount();
  });

  test("with autoStart: false waits for a click, and can be stopped and started again", async () => {
    const { server, probe, render, latest, isReady, during, unmount, open } = setUp();
    await render(probe({ autoStart: false }));
    await during(() => {});
    expect([latest().state, page.asked, server.addresses]).toEqual(["off", [], []]);
    await during(() => latest().start());
    await isReady();
    await during(() => latest().stop());
    expect(latest().state).toBe("off");
    expect(open()).toEqual(nothing);
    await during(() => latest().start());
    expect(page.asked).toHaveLength(2);
    await unmount();
    expect(open()).toMatchObject({ cameras: 0, connections: 0 });
  });

  test("left while the camera is asked for, it stops the camera that comes", async () => {
    const { server, probe, render, unmount, during, open } = setUp();
    const answer = page.keepWaiting();
    await render(probe());
    await unmount();
    await during(answer);
    expect(page.tracks).toHaveLength(1);
    expect(server.addresses).toEqual([]);
    expect(open()).toEqual(nothing);
  });

  test("says why it failed, and tries again", async () => {
    const { probe, render, latest, isReady, during, unmount } = setUp();
    page.refuse();
    await render(probe());
    await during(() => {});
    expect(latest()).toMatchObject({ state: "failed", error: { code: "camera-denied" } });
    page.allow();
    await during(() => latest().start());
    await isReady();
    expect(latest()).toMatchObject({ state: "ready", error: undefined });
    await unmount();
  });

  test("renders a few times a second while only a probability moves", async () => {
    const { server, timing, probe, render, renders, isReady, during, unmount } = setUp();
    await render(probe({ camera: false }));
    await isReady();
    await during(() => server.predict("A", 0.5));
    const before = renders.length;
    for (let frame = 1; frame <= 30; frame++) {
      await during(() => server.predict("A", 0.5 + frame / 100));
      await during(() => timing.advance(1000 / 30));
    }
    expect(renders.length - before).toBe(3);
    await unmount();
  });

  test("gives frames of the app to its client where there is no camera", async () => {
    const { server, probe, render, latest, isReady, during, unmount } = setUp();
    await render(probe({ camera: false }));
    await isReady();
    await during(() => latest().client?.sendLandmarks(new Float32Array(126).fill(0.5)));
    expect(server.frames).toMatchObject([{ kind: "landmarks" }]);
    await unmount();
  });
});

describe("useLetterCameraValue", () => {
  test("renders what shows the letter when the letter is another one, and who owns the camera never", async () => {
    const { server, options, render, during, unmount } = setUp();
    const renders = { owner: 0, letter: 0 };
    const ready = deferred<void>();
    const onRender = (name: "owner" | "letter") => {
      renders[name] += 1;
    };
    const onEvent: UseLetterCameraOptions["onEvent"] = (event) => {
      if (event.type === "state" && event.state === "ready") ready.resolve();
    };
    await render(
      <Owner options={options({ camera: false, updateInterval: 0, onEvent })} onRender={onRender} />,
    );
    await during(() => ready.promise);
    for (const letter of ["A", "A", "A", "B", "B"] as const)
      await during(() => server.predict(letter, Math.random()));
    expect(renders).toEqual({ owner: 1, letter: 3 });
    await unmount();
  });
});
