import { Builder, type Offset } from "flatbuffers";
import { references } from "./model-metadata.ts";
import { RootTable } from "./root-table.ts";

/** Fields of the root table of a TensorFlow Lite file, see tensorflow/lite/schema/schema.fbs. */
const root = { version: 0, operatorCodes: 1, graphs: 2, description: 3, buffers: 4, metadata: 6 } as const;

/** TensorFlow Lite wants constants at multiples of 16 bytes; 64 also suits the widest vector instructions. */
const alignment = 64;

/**
 * Adds a metadata entry to a TensorFlow Lite file. The old file stays whole, byte for byte, behind a new root table
 * that refers into it: references in FlatBuffers are relative, so they survive the move.
 *
 * @param tflite the old file
 * @param name name of the entry
 * @param metadata content of the entry
 */
export function addMetadata(tflite: Uint8Array, name: string, metadata: Uint8Array): Uint8Array {
  const old = new RootTable(tflite);
  const builder = new Builder(tflite.length + metadata.length + 4096);
  builder.prep(alignment, tflite.length);
  const end = builder.createByteVector(tflite) - 4;
  /** The builder counts from the end of the file. */
  const moved = (position: number): Offset => end - position;

  builder.prep(16, metadata.length);
  const content = builder.createByteVector(metadata);
  builder.startObject(1);
  builder.addFieldOffset(0, content, 0);
  const buffer = builder.endObject();
  const entryName = builder.createString(name);
  const buffers = old.tables(root.buffers).map(moved);
  builder.startObject(2);
  builder.addFieldOffset(0, entryName, 0);
  builder.addFieldInt32(1, buffers.length, 0);
  const entry = builder.endObject();

  const allBuffers = references(builder, [...buffers, buffer]);
  const entries = references(builder, [...old.tables(root.metadata).map(moved), entry]);
  builder.startObject(8);
  builder.addFieldInt32(root.version, old.uint32(root.version), 0);
  for (const field of [root.operatorCodes, root.graphs, root.description]) {
    const target = old.target(field);
    if (target !== undefined) builder.addFieldOffset(field, moved(target), 0);
  }
  builder.addFieldOffset(root.buffers, allBuffers, 0);
  builder.addFieldOffset(root.metadata, entries, 0);
  builder.finish(builder.endObject(), "TFL3");
  return builder.asUint8Array().slice();
}
