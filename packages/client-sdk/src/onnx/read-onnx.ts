import { BinaryReader, type WireType } from "@bufbuild/protobuf/wire";
import { widenHalf } from "@signify/core";
import type { Attribute, OnnxGraph, OnnxNode } from "./onnx-node.ts";
import { sizeOf, type Tensor } from "./tensor.ts";

/** `TensorProto.DataType`, of those that are read. */
const float32 = 1;
const int64 = 7;
const float16 = 10;

/**
 * Reads an ONNX file, as far as a network of floats needs.
 *
 * Source of the field numbers: onnx/onnx.proto3.
 *
 * @throws Error when it is no such file
 */
export function readOnnx(bytes: Uint8Array): OnnxGraph {
  const nodes: OnnxNode[] = [];
  const constants = new Map<string, Tensor>();
  let found = false;
  eachField(new BinaryReader(bytes), bytes.length, (reader, field, type) => {
    if (field !== 7) return reader.skip(type, field);
    found = true;
    eachField(reader, endOfMessage(reader), (inner, innerField, innerType) => {
      if (innerField === 1) nodes.push(readNode(inner));
      else if (innerField === 5) {
        const { name, tensor } = readTensor(inner);
        constants.set(name, tensor);
      } else inner.skip(innerType, innerField);
    });
  });
  if (!found) throw new Error("expected an ONNX file with a graph");
  return { nodes, constants };
}

type ReadField = (reader: BinaryReader, field: number, type: WireType) => unknown;

function eachField(reader: BinaryReader, end: number, read: ReadField): void {
  while (reader.pos < end) {
    const [field, type] = reader.tag();
    read(reader, field, type);
  }
}

function endOfMessage(reader: BinaryReader): number {
  const length = reader.uint32();
  return reader.pos + length;
}

function readNode(reader: BinaryReader): OnnxNode {
  const inputs: string[] = [];
  const outputs: string[] = [];
  const attributes = new Map<string, Attribute>();
  let operator = "";
  eachField(reader, endOfMessage(reader), (inner, field, type) => {
    if (field === 1) inputs.push(inner.string());
    else if (field === 2) outputs.push(inner.string());
    else if (field === 4) operator = inner.string();
    else if (field === 5) {
      const { name, ...attribute } = readAttribute(inner);
      attributes.set(name, attribute);
    } else inner.skip(type, field);
  });
  return { operator, inputs, outputs, attributes };
}

function readAttribute(reader: BinaryReader): Attribute & { name: string } {
  const attribute: Attribute & { name: string } = { name: "" };
  const numbers: number[] = [];
  eachField(reader, endOfMessage(reader), (inner, field, type) => {
    if (field === 1) attribute.name = inner.string();
    else if (field === 2) attribute.number = inner.float();
    else if (field === 3) attribute.number = Number(inner.int64());
    else if (field === 5) attribute.tensor = readTensor(inner).tensor;
    else if (field === 8) numbers.push(...readVarints(inner, type));
    else inner.skip(type, field);
  });
  if (numbers.length > 0) attribute.numbers = numbers;
  return attribute;
}

function readTensor(reader: BinaryReader): { name: string; tensor: Tensor } {
  const shape: number[] = [];
  let name = "";
  let elementType = 0;
  let raw: Uint8Array | undefined;
  eachField(reader, endOfMessage(reader), (inner, field, type) => {
    if (field === 1) shape.push(...readVarints(inner, type));
    else if (field === 2) elementType = inner.int32();
    else if (field === 8) name = inner.string();
    else if (field === 9) raw = inner.bytes();
    else inner.skip(type, field);
  });
  const data = raw && numbersOf(raw, elementType);
  if (!data || data.length !== sizeOf(shape)) {
    throw new Error("expected the constants of the network as raw float32, float16 or int64");
  }
  return { name, tensor: { shape, data } };
}

function numbersOf(raw: Uint8Array, elementType: number): Float64Array | undefined {
  // A copy begins where every number may begin.
  const { buffer } = raw.slice();
  if (elementType === float32) return Float64Array.from(new Float32Array(buffer));
  if (elementType === float16) return Float64Array.from(new Uint16Array(buffer), widenHalf);
  return elementType === int64 ? Float64Array.from(new BigInt64Array(buffer), Number) : undefined;
}

/** One whole number, or as many as are packed together. */
function readVarints(reader: BinaryReader, type: WireType): number[] {
  const isPacked = type === 2;
  if (!isPacked) return [Number(reader.int64())];
  const numbers: number[] = [];
  const end = endOfMessage(reader);
  while (reader.pos < end) numbers.push(Number(reader.int64()));
  return numbers;
}
