import { describe, expect, test } from "bun:test";
import { availableParallelism } from "node:os";
import { launchServer, sumOfMetric } from "@signify/server/launch";
import { childrenOf } from "@signify/tools/processes";
import { switchOnCamera } from "../support/camera.ts";
import { connectTyped } from "../support/client.ts";
import { grayInScans } from "../support/costly-pictures.ts";
import { metricsAtRest, metricsWhen } from "../support/metrics.ts";
import { letterPicture, typedFrame } from "../support/pictures.ts";
import { hasProc } from "../support/processes.ts";

/** What a vision process may use, and what it costs whom when it uses more. */

const processes = 2;
const restarts = "signify_vision_restarts_total";
const overMemory = `${restarts}{reason="too-much-memory"}`;

describe.skipIf(!hasProc || availableParallelism() < processes)(
  `a picture whose decoder takes more memory than it may (needs /proc and ${processes} cores)`,
  () => {
    test("costs its sender that picture, and the learner beside it nothing", async () => {
      await using server = await launchServer({
        environment: { THREAD_POOL_MAX_WORKERS: String(processes), MAX_VISION_MEMORY_MB: "240" },
      });
      using learner = await connectTyped(server.url, { events: ["landmarks"] });
      using camera = switchOnCamera((sequence) => learner.send(typedFrame(letterPicture("B"), sequence)));
      await learner.next("landmarks");

      using stranger = await connectTyped(server.url, { mode: "still" });
      stranger.send(typedFrame(grayInScans(4096, 4, 18), 1));
      const error = await stranger.next("error");
      expect(error).toMatchObject({ code: "vision-failed", sequence: 1, retryable: true });
      await server.logged("a vision process ended and is started again");
      expect(server.log.find(({ level }) => level === 40)).toMatchObject({ reason: "too-much-memory" });

      const { frames } = camera;
      await learner.next("landmarks", ({ sequence }) => sequence > frames);
      camera.off();
      expect(learner.messages.filter(({ type }) => type === "error")).toEqual([]);
      await metricsWhen(
        server,
        "it to be back",
        (values) => values.get("signify_vision_processes_ready") === 2,
      );
      stranger.send(typedFrame(letterPicture("B"), 2));
      expect((await stranger.next("prediction", ({ sequence }) => sequence === 2)).letter).toBe("B");

      learner.close();
      stranger.close();
      const metrics = await metricsAtRest(server);
      expect(metrics.get(overMemory)).toBe(1);
      expect(sumOfMetric(metrics, restarts)).toBe(1);
      expect(metrics.get('signify_frames_total{outcome="failed"}')).toBe(1);
    });
  },
);

test.skipIf(!hasProc)(
  "what this machine grants is in the log, and in force in each vision process",
  async () => {
    await using server = await launchServer();
    const { visionRestraints } = await server.logged("ready");
    const granted = visionRestraints as string[];
    expect(new Set(granted).size).toBe(granted.length);
    const inForce = {
      "no new privileges": /^NoNewPrivs:\t1$/m,
      "no sockets, no other processes": /^Seccomp:\t2$/m,
    };
    for (const pid of childrenOf(server.pid)) {
      const status = await Bun.file(`/proc/${pid}/status`).text();
      for (const [name, line] of Object.entries(inForce))
        if (granted.includes(name)) expect(status).toMatch(line);
    }
  },
);
