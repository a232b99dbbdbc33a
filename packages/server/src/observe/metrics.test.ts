import { expect, test } from "bun:test";
import { frameFates, wireErrorCodes } from "@signify/core";
import { stillSources } from "./gauges.ts";
import { createMetrics } from "./metrics.ts";

async function lines(metrics: ReturnType<typeof createMetrics>): Promise<string[]> {
  return (await metrics.text()).split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

test("frames are counted as they come and by how they end", async () => {
  const metrics = createMetrics(stillSources);
  metrics.observer.frameAccepted();
  metrics.observer.frameAccepted();
  metrics.observer.frameSettled("answered", 12, { decode: 2, letter: 3 });
  metrics.observer.frameSettled("superseded", 50, {});
  const text = await lines(metrics);
  expect(text).toContain("signify_frames_accepted_total 2");
  expect(text).toContain('signify_frames_total{outcome="answered"} 1');
  expect(text).toContain('signify_frames_total{outcome="superseded"} 1');
  expect(text).toContain('signify_step_milliseconds_sum{step="decode"} 2');
  expect(text).toContain('signify_step_milliseconds_sum{step="letter"} 3');
  expect(text).toContain("signify_frame_milliseconds_count 1");
});

test("only answered frames say how long a learner waited", async () => {
  const metrics = createMetrics(stillSources);
  metrics.observer.frameSettled("answered", 40, {});
  for (const outcome of ["throttled", "no-hand", "filling", "superseded", "failed"] as const)
    metrics.observer.frameSettled(outcome, 1000, {});
  const text = await lines(metrics);
  expect(text).toContain("signify_answer_milliseconds_count 1");
  expect(text).toContain("signify_answer_milliseconds_sum 40");
});

test("connections go up and down by protocol, refusals are counted by reason", async () => {
  const metrics = createMetrics(stillSources);
  metrics.observer.connectionOpened("typed");
  metrics.observer.connectionOpened("typed");
  metrics.observer.connectionClosed("typed");
  metrics.observer.connectionRefused("origin-refused");
  const text = await lines(metrics);
  expect(text).toContain('signify_connections{protocol="typed"} 1');
  expect(text).toContain('signify_connections_refused_total{reason="origin-refused"} 1');
});

test("what has not happened yet is 0 and not missing, so that the first time is seen as one more", async () => {
  const text = await lines(createMetrics(stillSources));
  expect(text).toContain('signify_connections{protocol="original"} 0');
  expect(text).toContain('signify_connections{protocol="typed"} 0');
  expect(text).toContain('signify_connections_refused_total{reason="too-many-connections"} 0');
  for (const outcome of Object.keys(frameFates))
    expect(text).toContain(`signify_frames_total{outcome="${outcome}"} 0`);
  for (const code of wireErrorCodes) expect(text).toContain(`signify_errors_total{code="${code}"} 0`);
});

test("lost lines of the log are counted, and asking twice does not count them twice", async () => {
  const metrics = createMetrics({ ...stillSources, logLinesDropped: () => 3 });
  expect(await lines(metrics)).toContain("signify_log_lines_dropped_total 3");
  expect(await lines(metrics)).toContain("signify_log_lines_dropped_total 3");
});

test("errors, resets, restarts and batches are counted", async () => {
  const metrics = createMetrics(stillSources);
  metrics.observer.fault("too-fast");
  metrics.observer.targetReset();
  metrics.observer.visionRestarted("too-much-memory");
  metrics.observer.letterBatch(4);
  const text = await lines(metrics);
  expect(text).toContain('signify_errors_total{code="too-fast"} 1');
  expect(text).toContain("signify_target_resets_total 1");
  expect(text).toContain('signify_vision_restarts_total{reason="too-much-memory"} 1');
  expect(text).toContain('signify_vision_restarts_total{reason="slow-picture"} 0');
  expect(text).toContain("signify_letter_batch_size_sum 4");
});

test("two servers in one process do not share their figures", async () => {
  const one = createMetrics(stillSources);
  const other = createMetrics(stillSources);
  one.observer.frameAccepted();
  expect(await lines(other)).toContain("signify_frames_accepted_total 0");
});

test("no name is without a help text, and every name says whose it is", async () => {
  const text = await createMetrics(stillSources).text();
  const names = [...text.matchAll(/^# TYPE (\S+)/gm)].map((match) => match[1]);
  for (const name of names) {
    expect(text).toMatch(new RegExp(`^# HELP ${name} \\S`, "m"));
    expect(name).toMatch(/^(signify_|process_)/);
  }
});
