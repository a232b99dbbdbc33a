import { afterEach, describe, expect, test } from "bun:test";
import { type LaunchedServer, launchServer, readMetrics } from "@signify/server/launch";
import { switchOnCamera } from "../support/camera.ts";
import { connect, connectTyped } from "../support/client.ts";
import { letterPicture, originalFrame, typedFrame } from "../support/pictures.ts";
import { isReply } from "../support/replies.ts";
import { until } from "../support/with-deadline.ts";

/** A server that is told to stop, and gives its learners time to go elsewhere. */

let server: LaunchedServer | undefined;
afterEach(async () => {
  await server?.[Symbol.asyncDispose]();
});

const drainingServer = async (environment: Record<string, string>) => {
  server = await launchServer({ environment });
  return server;
};

/** The answer of `/readyz`. */
const readiness = async ({ page }: LaunchedServer) => (await fetch(new URL("/readyz", page))).status;

const notReady = (drained: LaunchedServer) =>
  until("/readyz to say 503", async () => (await readiness(drained)) === 503);

describe("with DRAIN_SECONDS", () => {
  test("it is not ready at once, lets nobody in, tells its sessions, and ends when the last one has gone", async () => {
    const drained = await drainingServer({ DRAIN_SECONDS: "600" });
    using typed = await connectTyped(drained.url);
    using original = await connect(drained.url);
    drained.signal("SIGTERM");
    expect(await typed.next("session.draining")).toEqual({ type: "session.draining", seconds: 600 });
    expect(await readiness(drained)).toBe(503);
    const metrics = await readMetrics(drained);
    expect([metrics.get("signify_ready"), metrics.get("signify_draining")]).toEqual([0, 1]);
    using late = await connect(drained.url);
    expect(await late.next()).toEqual({ error: "The server is shutting down." });
    expect(await late.closed).toMatchObject({ code: 1013 });

    // Who is inside is served as before.
    using camera = switchOnCamera((count) => typed.send(typedFrame(letterPicture("B"), count)), 60);
    expect((await typed.next("prediction")).letter).toBe("B");
    camera.off();
    original.sendJson({ jpeg_blob: null, new_letter: "C" });
    await original.next("a reply", isReply);

    typed.close();
    original.close();
    expect(await drained.exited).toBe(0);
    expect(drained.log.at(-1)).toMatchObject({ msg: "stopped", processed_frames: expect.any(Number) });
  });

  test("who stays is closed with 1001 when the time is over", async () => {
    const drained = await drainingServer({ DRAIN_SECONDS: "1" });
    using original = await connect(drained.url);
    drained.signal("SIGTERM");
    await notReady(drained);
    original.send(originalFrame(letterPicture("B")));
    expect(await original.closed).toMatchObject({ code: 1001 });
    expect(await drained.exited).toBe(0);
  });

  test("behind a proxy newcomers get 503, which sends them to the next server", async () => {
    const drained = await drainingServer({ DRAIN_SECONDS: "600", TRUST_PROXY: "true" });
    using inside = await connect(drained.url);
    drained.signal("SIGTERM");
    await notReady(drained);
    const upgrade = { connection: "Upgrade", upgrade: "websocket", "sec-websocket-version": "13" };
    const headers = { ...upgrade, "sec-websocket-key": "dGhlIHNhbXBsZSBub25jZQ==" };
    const answer = await fetch(new URL("/v1/recognize", drained.page), { headers });
    expect([answer.status, await answer.json()]).toEqual([503, { error: "The server is shutting down." }]);
    inside.close();
    expect(await drained.exited).toBe(0);
  });
});
