import type { Letter } from "../letters/letters.ts";
import type { Flow, ResetItem, Stage, ValueItem } from "../pipeline/flow.ts";
import { type RecordedFrame, recordFrame } from "./accepted-frame.ts";
import { pictureFrame } from "./frames.ts";

/** Feeds a stage these items and answers what comes out, once it has ended by itself. */
export async function runStage<In, Out>(stage: Stage<In, Out>, items: readonly In[]): Promise<Out[]> {
  async function* source() {
    yield* items;
  }
  const out: Out[] = [];
  for await (const item of stage(source())) out.push(item);
  return out;
}

/** A value on its way between two stages, with a frame that keeps what it was settled as. */
export function valueItem<T>(value: T, sequence = 0): ValueItem<T> & { frame: RecordedFrame } {
  return { type: "value", frame: recordFrame(pictureFrame(sequence)), value };
}

/** A reset marker. */
export function resetItem(epoch = 1, target: Letter | null = null): ResetItem {
  return { type: "reset", epoch, target };
}

/** The items that every stage passes on untouched. */
export function passingItems(): Exclude<Flow<never>, ValueItem<never>>[] {
  const frame = recordFrame(pictureFrame());
  return [
    { type: "failure", frame, error: new Error("made up") },
    { type: "status", frame, status: { state: "no-hand" } },
    {
      ...{ type: "correction", frame },
      correction: { target: "C", key: null, part: null, change: null, points: [], strength: 0 },
    },
    resetItem(1, "C"),
  ];
}
