import { BinaryReader, BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import { SignifyError } from "@signify/core";
import { elementTypes, message, writeNode } from "./encode-onnx.ts";

/** A constant of fewer numbers stays as it is: there is little to win. */
const fewest = 1024;

/** A field of a protobuf message: its number, what it holds, and its bytes with the tag. */
type Field = { number: number; value: number; content: Uint8Array; whole: Uint8Array };

/**
 * The same ONNX file with its weights as half floats, which steps at the start widen again: half the bytes, and weights rounded to eleven
 * bits. All else stays as it is.
 *
 * Source of the field numbers: onnx/onnx.proto3.
 *
 * @throws SignifyError "internal" when the bytes are no ONNX file
 */
export function halveWeights(onnx: Uint8Array): Uint8Array {
  const fields = fieldsOf(onnx);
  if (!fields.some(({ number }) => number === 7)) {
    throw new SignifyError("internal", "expected an ONNX file with a graph");
  }
  const writer = new BinaryWriter();
  for (const { number, content, whole } of fields) {
    if (number === 7) writer.tag(7, WireType.LengthDelimited).bytes(halvedGraph(content));
    else writer.raw(whole);
  }
  return writer.finish();
}

function halvedGraph(graph: Uint8Array): Uint8Array {
  const fields = fieldsOf(graph).map((field) => ({ ...field, weights: readWeights(field) }));
  const writer = new BinaryWriter();
  // A step stands before those that read what it gives.
  for (const { weights } of fields) if (weights) writeCast(writer, nameOf(weights));
  for (const { whole, weights } of fields) {
    if (weights) writer.tag(5, WireType.LengthDelimited).bytes(halvedTensor(weights));
    else writer.raw(whole);
  }
  return writer.finish();
}

/** The fields of a constant, when it is a large one of floats. */
function readWeights({ number, content }: Field): Field[] | undefined {
  if (number !== 5) return;
  const fields = fieldsOf(content);
  const isFloats = fields.some((field) => field.number === 2 && field.value === elementTypes.float32);
  const raw = fields.find((field) => field.number === 9)?.content;
  return isFloats && raw && raw.length >= 4 * fewest ? fields : undefined;
}

function halvedTensor(fields: readonly Field[]): Uint8Array {
  const writer = new BinaryWriter();
  for (const { number, content, whole } of fields) {
    if (number === 2) writer.tag(2, WireType.Varint).int32(elementTypes.float16);
    else if (number === 8) writer.tag(8, WireType.LengthDelimited).string(halfName(nameOf(fields)));
    else if (number === 9) writer.tag(9, WireType.LengthDelimited).bytes(halves(content));
    else writer.raw(whole);
  }
  return writer.finish();
}

/** A step that widens a constant's halves to what the constant was called. */
function writeCast(writer: BinaryWriter, name: string): void {
  const attributes = { to: elementTypes.float32 };
  message(writer, 1, () =>
    writeNode(writer, { operator: "Cast", inputs: [halfName(name)], outputs: [name], attributes }),
  );
}

const nameOf = (tensor: readonly Field[]) =>
  new TextDecoder().decode(tensor.find(({ number }) => number === 8)?.content);

const halfName = (name: string) => `${name}_half`;

function halves(raw: Uint8Array): Uint8Array {
  // A copy begins where every number may begin.
  const floats = new Float32Array(new Uint8Array(raw).buffer);
  return new Uint8Array(Float16Array.from(floats).buffer);
}

function fieldsOf(bytes: Uint8Array): Field[] {
  const reader = new BinaryReader(bytes);
  const fields: Field[] = [];
  while (reader.pos < bytes.length) {
    const start = reader.pos;
    const [number, type] = reader.tag();
    const field: Omit<Field, "whole"> = { number, value: 0, content: new Uint8Array() };
    if (type === WireType.LengthDelimited) field.content = reader.bytes();
    else if (type === WireType.Varint) field.value = Number(reader.int64());
    else reader.skip(type, number);
    fields.push({ ...field, whole: bytes.subarray(start, reader.pos) });
  }
  return fields;
}
