/** The tensors of a safetensors file that evaluation needs, by name. */
export type Tensors = Record<string, Float32Array | Int32Array | Uint8Array>;

const readers: Record<string, (bytes: ArrayBuffer) => Float32Array | Int32Array | Uint8Array> = {
  F32: (bytes) => new Float32Array(bytes),
  I32: (bytes) => new Int32Array(bytes),
  U8: (bytes) => new Uint8Array(bytes),
};

type Entry = { dtype: string; data_offsets: [number, number] };

/**
 * Reads a safetensors file (header length as u64, JSON header, little-endian data).
 * @throws Error when the file is cut short or holds a type that is not expected here.
 */
export function readSafetensors(file: ArrayBuffer): Tensors {
  if (file.byteLength < 8) throw new Error("expected a safetensors file");
  const headerLength = Number(new DataView(file).getBigUint64(0, true));
  const dataStart = 8 + headerLength;
  if (dataStart > file.byteLength) throw new Error("expected a safetensors file, this one is cut short");
  const header: Record<string, Entry> = JSON.parse(new TextDecoder().decode(file.slice(8, dataStart)));
  const tensors = Object.entries(header).flatMap(([name, entry]) => {
    if (name === "__metadata__") return [];
    const read = readers[entry.dtype];
    const [start, end] = entry.data_offsets;
    if (!read) throw new Error(`expected tensor "${name}" to be F32, I32 or U8`);
    if (dataStart + end > file.byteLength)
      throw new Error(`expected all of tensor "${name}", the file is cut short`);
    return [[name, read(file.slice(dataStart + start, dataStart + end))] as const];
  });
  return Object.fromEntries(tensors);
}
