import { expect, test } from "bun:test";
import { createManualClock } from "@signify/core/testing";
import fc from "fast-check";
import { countFrom, createSimulatedServer, type Learner, type Picture } from "./simulated-server.ts";

function createServer(learners: number) {
  const clock = createManualClock();
  const waits: number[] = [];
  const ages: number[] = [];
  const server = createSimulatedServer({
    clock,
    learners,
    onWaiting() {},
    onBegin: (waited) => void waits.push(waited),
    onAnswer: (age) => void ages.push(age),
  });
  return { clock, waits, ages, server };
}

const step = fc.oneof(
  fc.record({ do: fc.constant("receive" as const), learner: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant("take" as const) }),
  fc.record({ do: fc.constant("end" as const), picture: fc.nat(), isAnswered: fc.boolean() }),
  fc.record({ do: fc.constant("count" as const) }),
);

const stillThere = ({ waiting, isInHand }: Learner) => (waiting === undefined ? 0 : 1) + (isInHand ? 1 : 0);

test("at any time, and from any time on, frames in = answered + failed + superseded + still there", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      const { server, clock } = createServer(5);
      const out: Picture[] = [];
      for (const one of steps) {
        clock.advance(1);
        if (one.do === "receive") server.receive(server.learners[one.learner] as Learner);
        if (one.do === "take") out.push(...[server.take()].filter((picture) => picture !== undefined));
        if (one.do === "end" && out.length > 0)
          out.splice(one.picture % out.length, 1)[0]?.end(one.isAnswered);
        if (one.do === "count") for (const learner of server.learners) countFrom(learner, clock());
        for (const learner of server.learners)
          expect(learner.answered + learner.failed + learner.superseded + stillThere(learner)).toBe(
            learner.frames,
          );
        expect(out.length).toBe(server.learners.filter(({ isInHand }) => isInHand).length);
        expect(server.waiting).toBe(
          server.learners.filter((one) => one.waiting !== undefined && !one.isInHand).length,
        );
      }
    }),
  );
});

test("the newest frame is sent, and its age counts from when it came, the wait from when its learner asked", () => {
  const { server, clock, waits, ages } = createServer(1);
  const [learner] = server.learners as [Learner];
  server.receive(learner);
  clock.advance(30);
  server.receive(learner);
  clock.advance(5);
  const picture = server.take();
  picture?.begin();
  clock.advance(10);
  picture?.end(true);
  expect([learner.superseded, waits, ages]).toEqual([1, [35], [15]]);
});

test("who came first is served first, and a learner with a picture in hand waits until it is back", () => {
  const { server, clock } = createServer(2);
  const [one, other] = server.learners as [Learner, Learner];
  server.receive(one);
  server.receive(other);
  const first = server.take();
  expect([one.isInHand, other.isInHand]).toEqual([true, false]);
  server.receive(one);
  expect(server.waiting).toBe(1);
  first?.end(true);
  expect(server.waiting).toBe(2);
  server.take();
  expect(other.isInHand).toBe(true);
  clock.advance(1);
});
