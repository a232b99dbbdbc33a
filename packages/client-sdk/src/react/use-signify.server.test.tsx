import { expect, test } from "bun:test";
import { settleMicrotasks } from "@signify/core/testing";
import { act } from "react";
import { renderToString } from "react-dom/server";
import { createFakeServer } from "../testing/fake-server.ts";
import { installDocument } from "../testing/install-document.ts";
import { createManualTiming } from "../testing/manual-timing.ts";
import { type UseLetterCameraOptions, useSignify } from "./index.ts";

/** What an app renders on its server and then in the browser. */
function Practice(props: { options: UseLetterCameraOptions }) {
  const { video, state, target, letter } = useSignify(props.options);
  return (
    <main>
      <video ref={video} muted />
      {`${state} ${target} ${letter}`}
    </main>
  );
}

const rendered = '<main><video muted=""></video>off A null</main>';

test("is rendered on a server, where it starts nothing", async () => {
  const server = createFakeServer();
  const timing = createManualTiming();
  expect(typeof window).toBe("undefined");
  const options = { url: "ws://a", target: "a", WebSocket: server.WebSocket, _internal: timing } as const;
  expect(renderToString(<Practice options={options} />)).toBe(rendered);
  await settleMicrotasks();
  expect([server.addresses, timing.armed]).toEqual([[], 0]);
});

test("what a server has rendered is taken over in the browser without a difference", async () => {
  const server = createFakeServer();
  const timing = createManualTiming();
  const remove = installDocument();
  const { hydrateRoot } = await import("react-dom/client");
  const element = document.createElement("div");
  element.innerHTML = rendered;
  const options: UseLetterCameraOptions = {
    ...{ url: "ws://a", camera: false, target: "A", WebSocket: server.WebSocket, _internal: timing },
  };
  const differences: unknown[] = [];
  const root = await act(async () =>
    hydrateRoot(element, <Practice options={options} />, {
      onRecoverableError: (error) => differences.push(error),
    }),
  );
  await act(() => settleMicrotasks());
  expect(differences).toEqual([]);
  expect(element.textContent).toBe("ready A null");
  expect(server.addresses).toHaveLength(1);
  await act(async () => root.unmount());
  remove();
});
