type Tensor = Float32Array | Int32Array | Uint8Array;

/** Writes a safetensors file of one-dimensional tensors, as other tools would. */
export function writeSafetensors(
  tensors: Record<string, Tensor>,
  metadata?: Record<string, string>,
): ArrayBuffer {
  let end = 0;
  const entries = Object.entries(tensors).map(([name, tensor]) => {
    const start = end;
    end += tensor.byteLength;
    return [name, { dtype: typeOf(tensor), shape: [tensor.length], data_offsets: [start, end] }] as const;
  });
  const header = new TextEncoder().encode(
    JSON.stringify({ ...(metadata && { __metadata__: metadata }), ...Object.fromEntries(entries) }),
  );
  const file = new Uint8Array(8 + header.length + end);
  new DataView(file.buffer).setBigUint64(0, BigInt(header.length), true);
  file.set(header, 8);
  let position = 8 + header.length;
  for (const tensor of Object.values(tensors)) {
    file.set(new Uint8Array(tensor.buffer, tensor.byteOffset, tensor.byteLength), position);
    position += tensor.byteLength;
  }
  return file.buffer;
}

function typeOf(tensor: Tensor): "F32" | "I32" | "U8" {
  if (tensor instanceof Float32Array) return "F32";
  return tensor instanceof Int32Array ? "I32" : "U8";
}
