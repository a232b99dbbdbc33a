import type { VisionSettings } from "@signify/vision";
import { findRestraints, type Restraint } from "../confinement/confinement.ts";
import { createVisionSpawn } from "./spawn-vision.ts";
import type { Spawn } from "./vision-process.ts";

/** How vision processes are spawned on this machine, and what they do without. */
export type ConfinedSpawn = {
  /** Behind every restraint that is known by then. */
  spawn: Spawn;
  /** Finds out what this machine grants, the first time; spawn nothing before. */
  find(): Promise<void>;
  /** What the processes do without, in words; known once it was found out. */
  readonly restraints: readonly string[];
};

/** Makes a {@link ConfinedSpawn} of this installation's vision processes. */
export function createConfinedSpawn(settings: VisionSettings): ConfinedSpawn {
  let granted: readonly Restraint[] = [];
  let finding: Promise<void> | undefined;
  const look = async () => {
    granted = await findRestraints();
  };
  return {
    spawn: createVisionSpawn(settings, () => granted),
    find() {
      finding ??= look();
      return finding;
    },
    get restraints() {
      return granted.map(({ name }) => name);
    },
  };
}
