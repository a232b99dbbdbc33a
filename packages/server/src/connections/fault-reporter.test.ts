import { expect, test } from "bun:test";
import { SignifyError } from "@signify/core";
import { createManualClock } from "@signify/core/testing";
import { createRecordedSocket } from "../testing/recorded-socket.ts";
import { createFaultReporter } from "./fault-reporter.ts";
import { createOutbox } from "./outbox.ts";

function setUp() {
  const clock = createManualClock();
  const socket = createRecordedSocket();
  const faults: string[] = [];
  const report = createFaultReporter({
    rate: 3,
    outbox: createOutbox(socket),
    clock,
    format: (error, sequence) => `${error.code} ${error.message} ${sequence}`,
    onFault: (error) => faults.push(error.code),
  });
  return { clock, socket, faults, report };
}

test("a client's own fault is told in full, with the frame that it is about", () => {
  const { report, socket, faults } = setUp();
  report(new SignifyError("bad-frame", "Expected frame version 1."), 7);
  expect(socket.sent).toEqual(["bad-frame Expected frame version 1. 7"]);
  expect(faults).toEqual(["bad-frame"]);
});

test("a fault of ours is told without its message, which may quote what was sent", () => {
  const { report, socket, faults } = setUp();
  report(new TypeError("cannot read MARKER of undefined"));
  expect(socket.sent).toEqual(["internal The server could not read this frame. undefined"]);
  expect(faults).toEqual(["internal"]);
});

test("what was thrown need not be an error", () => {
  const { report, socket } = setUp();
  report("MARKER");
  expect(socket.sent.join()).not.toContain("MARKER");
});

test("too fast is told once a second however often it is counted", () => {
  const { report, socket, faults, clock } = setUp();
  for (let time = 0; time < 300; time++) {
    report(new SignifyError("too-fast", "Expected at most 60 frames per second."));
    clock.advance(10);
  }
  expect(faults).toHaveLength(300);
  expect(socket.sent.length).toBeGreaterThanOrEqual(3);
  expect(socket.sent.length).toBeLessThanOrEqual(4);
});

test("the limit on notices is for too fast alone", () => {
  const { report, socket } = setUp();
  report(new SignifyError("too-fast", "Slower."));
  report(new SignifyError("bad-frame", "Expected frame version 1."));
  report(new SignifyError("bad-frame", "Expected frame version 1."));
  expect(socket.sent).toHaveLength(3);
});

test("a flood of other faults is answered at a bounded rate, and counted in full", () => {
  const { report, socket, faults, clock } = setUp();
  for (let time = 0; time < 100; time++) {
    report(new SignifyError("bad-message", "Expected valid JSON."));
    clock.advance(20);
  }
  expect(faults).toHaveLength(100);
  expect(socket.sent.length).toBeGreaterThanOrEqual(3 + 2 * 3 - 1);
  expect(socket.sent.length).toBeLessThanOrEqual(3 + 2 * 3);
});
