import { describe, expect, test } from "bun:test";
import { switchOnCamera } from "../support/camera.ts";
import { connectTyped } from "../support/client.ts";
import { hasNoEngine, needsEngine, startCluster } from "../support/cluster.ts";
import { letterPicture, typedFrame } from "../support/pictures.ts";
import { until } from "../support/with-deadline.ts";

describe.skipIf(hasNoEngine)(`eight learners of two servers that share two workers (${needsEngine})`, () => {
  test("get equal shares of them, whichever server they are at", async () => {
    await using cluster = await startCluster({ servers: 2, workers: 2 });
    const jpeg = letterPicture("B");
    const learners = await Promise.all(
      Array.from({ length: 8 }, async (_, index) => {
        // Five at one server and three at the other: shares are of learners, not of servers.
        const server = cluster.servers[index < 5 ? 0 : 1];
        const client = await connectTyped(server?.url ?? "", { events: ["landmarks"] });
        // More than two processes can look at: everybody always waits.
        const camera = switchOnCamera((sequence) => client.send(typedFrame(jpeg, sequence)), 10, 600_000);
        return { client, camera };
      }),
    );
    const seen = () =>
      learners.map(({ client }) => client.messages.filter(({ type }) => type === "landmarks").length);
    const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
    // Shares are of vision time: whose first picture met a cold process waits for the others at first.
    for (let frames = 5; frames <= 40; frames += 5)
      await until(`everybody's first ${frames} hands`, () => Math.min(...seen()) > frames, 100);
    const before = seen();
    for (let frames = 200; frames <= 1000; frames += 200)
      await until(`${frames} frames`, () => sum(seen()) - sum(before) >= frames, 100);
    const shares = seen().map((count, index) => count - (before[index] ?? 0));
    for (const { client, camera } of learners) {
      camera.off();
      client.close();
    }
    const fair = sum(shares) / shares.length;
    const relative = shares.map((share) => (share / fair).toFixed(2));
    process.stderr.write(
      `shares of eight learners, five at one server and three at the other: ${relative.join(" ")}\n`,
    );
    // Of servers by chance, a thousand times. Of a server's learners by vision time, which a busy machine makes uneven.
    expect(sum(shares.slice(0, 5)) / (5 * fair)).toBeWithin(0.9, 1.1);
    expect(sum(shares.slice(5)) / (3 * fair)).toBeWithin(0.85, 1.15);
    for (const share of shares) expect(share / fair).toBeGreaterThan(0.5);
  }, 480_000);
});
