/** Values of a constant: floats, integers of a quantized network, or 64-bit integers where an operator wants a shape. */
export type OnnxValues = Float32Array | Int8Array | Uint8Array | Int32Array | BigInt64Array;

/** A constant of an ONNX graph. */
export type OnnxConstant = { name: string; shape: number[]; values: OnnxValues };

/** Attributes of a node: integers, lists of integers, or text. Float attributes do not occur here. */
export type OnnxAttributes = Record<string, number | number[] | string>;

/** One step of an ONNX graph. An empty input name stands for an omitted input. */
export type OnnxNode = { operator: string; inputs: string[]; outputs: string[]; attributes: OnnxAttributes };

/** An input or output of an ONNX graph, in float32 if nothing else is said. A length that has a name may differ from run to run. */
export type OnnxValue = { name: string; shape: (number | string)[]; type?: "float32" | "uint8" };

/** An ONNX model, as plain data. Nodes are in the order of execution. */
export type OnnxGraph = {
  name: string;
  nodes: OnnxNode[];
  constants: OnnxConstant[];
  inputs: OnnxValue[];
  outputs: OnnxValue[];
};
