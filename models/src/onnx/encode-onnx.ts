import { BinaryWriter, WireType } from "@bufbuild/protobuf/wire";
import type { OnnxConstant, OnnxGraph, OnnxNode, OnnxValue, OnnxValues } from "./onnx-graph.ts";

/** `TensorProto.DataType`. */
export const elementTypes = { float32: 1, uint8: 2, int8: 3, int32: 6, int64: 7, float16: 10 } as const;
const attributeTypes = { integer: 2, text: 3, integers: 7 } as const;

/** Version 8 of the file format, with version 17 of the operators: both are read by ONNX Runtime since 1.13. */
const formatVersion = 8;
const operatorVersion = 17;

/**
 * Writes an ONNX file. The same graph gives the same bytes.
 *
 * Source of the field numbers: onnx/onnx.proto3.
 */
export function encodeOnnx(graph: OnnxGraph): Uint8Array {
  const writer = new BinaryWriter();
  writer.tag(1, WireType.Varint).int64(formatVersion);
  text(writer, 2, "signify");
  message(writer, 7, () => {
    for (const node of graph.nodes) message(writer, 1, () => writeNode(writer, node));
    text(writer, 2, graph.name);
    for (const constant of graph.constants) message(writer, 5, () => writeConstant(writer, constant));
    for (const input of graph.inputs) message(writer, 11, () => writeValue(writer, input));
    for (const output of graph.outputs) message(writer, 12, () => writeValue(writer, output));
  });
  message(writer, 8, () => {
    text(writer, 1, "");
    integer(writer, 2, operatorVersion);
  });
  return writer.finish();
}

/** Writes a step, as the content of a message. */
export function writeNode(writer: BinaryWriter, node: OnnxNode): void {
  for (const input of node.inputs) text(writer, 1, input);
  for (const output of node.outputs) text(writer, 2, output);
  text(writer, 3, `${node.operator}_${node.outputs[0] ?? ""}`);
  text(writer, 4, node.operator);
  for (const [name, value] of Object.entries(node.attributes)) {
    message(writer, 5, () => writeAttribute(writer, name, value));
  }
}

function writeAttribute(writer: BinaryWriter, name: string, value: number | number[] | string): void {
  text(writer, 1, name);
  if (typeof value === "number") {
    integer(writer, 3, value);
    integer(writer, 20, attributeTypes.integer);
  } else if (typeof value === "string") {
    text(writer, 4, value);
    integer(writer, 20, attributeTypes.text);
  } else {
    for (const item of value) integer(writer, 8, item);
    integer(writer, 20, attributeTypes.integers);
  }
}

function writeConstant(writer: BinaryWriter, { name, shape, values }: OnnxConstant): void {
  for (const length of shape) integer(writer, 1, length);
  integer(writer, 2, elementType(values));
  text(writer, 8, name);
  writer.tag(9, WireType.LengthDelimited);
  writer.bytes(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
}

function elementType(values: OnnxValues): number {
  if (values instanceof Float32Array) return elementTypes.float32;
  if (values instanceof Uint8Array) return elementTypes.uint8;
  if (values instanceof Int8Array) return elementTypes.int8;
  return values instanceof Int32Array ? elementTypes.int32 : elementTypes.int64;
}

function writeValue(writer: BinaryWriter, { name, shape, type = "float32" }: OnnxValue): void {
  text(writer, 1, name);
  message(writer, 2, () =>
    message(writer, 1, () => {
      integer(writer, 1, elementTypes[type]);
      message(writer, 2, () => {
        for (const length of shape) {
          message(writer, 1, () =>
            typeof length === "string" ? text(writer, 2, length) : integer(writer, 1, length),
          );
        }
      });
    }),
  );
}

function integer(writer: BinaryWriter, field: number, value: number): void {
  writer.tag(field, WireType.Varint).int64(value);
}

function text(writer: BinaryWriter, field: number, value: string): void {
  writer.tag(field, WireType.LengthDelimited).string(value);
}

/** Writes a message into a field. */
export function message(writer: BinaryWriter, field: number, write: () => void): void {
  writer.tag(field, WireType.LengthDelimited).fork();
  write();
  writer.join();
}
