import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Type } from "@sinclair/typebox";
import { Value } from "@sinclair/typebox/value";

/** A letter model, and the people whom it has never seen. */
export type HeldOutNetwork = { path: string; unseen: readonly string[] };

/** Reads a folder that models/training/held_out.py wrote: groups.json and one network for each group. */
export async function readHeldOutNetworks(directory: string): Promise<HeldOutNetwork[]> {
  const text = await readFile(join(directory, "groups.json"), "utf8").catch(() => {
    throw new Error("Expected --networks to name a folder that models/training/held_out.py wrote.");
  });
  const groups: unknown = JSON.parse(text);
  if (!Value.Check(Type.Array(Type.Array(Type.String())), groups))
    throw new Error("Expected groups.json to list people, by network.");
  return groups.map((unseen, number) => ({ path: join(directory, `${number}.onnx`), unseen }));
}
