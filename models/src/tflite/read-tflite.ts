import { SignifyError } from "@signify/core";
import { FlatTable } from "./flat-table.ts";

/** Names of the operators that the hand networks use, by their number in TensorFlow Lite's schema. */
const operatorNames = {
  0: "ADD",
  2: "CONCATENATION",
  3: "CONV_2D",
  4: "DEPTHWISE_CONV_2D",
  6: "DEQUANTIZE",
  9: "FULLY_CONNECTED",
  14: "LOGISTIC",
  17: "MAX_POOL_2D",
  18: "MUL",
  19: "RELU",
  22: "RESHAPE",
  23: "RESIZE_BILINEAR",
  34: "PAD",
  40: "MEAN",
  54: "PRELU",
} as const;

/** An operator that the hand networks use, as TensorFlow Lite names it. */
export type OperatorName = (typeof operatorNames)[keyof typeof operatorNames];

const elementTypes: Record<number, string> = { 0: "float32", 1: "float16", 2: "int32" };

/** A tensor of a TensorFlow Lite model. Rank-4 activations are [batch, height, width, channels]. */
export type TfliteTensor = {
  name: string;
  shape: number[];
  /** "float32", "float16", "int32", or the type's number where it is another. */
  elementType: string;
  /** The bytes of a constant; undefined for an activation. */
  data: Uint8Array | undefined;
};

/** One step of a TensorFlow Lite model; `inputs` and `outputs` are indices of tensors, −1 for an omitted input. */
export type TfliteOperator = {
  name: OperatorName;
  inputs: number[];
  outputs: number[];
  /** The table of options of this kind of operator, see TensorFlow Lite's `schema.fbs`. */
  options: FlatTable | undefined;
};

/** A TensorFlow Lite model with one graph. */
export type TfliteModel = {
  tensors: TfliteTensor[];
  operators: TfliteOperator[];
  inputs: number[];
  outputs: number[];
};

/**
 * Reads a TensorFlow Lite file.
 *
 * Source of the field numbers: tensorflow/lite/schema/schema.fbs.
 *
 * @param bytes the file; constants refer to it without being copied
 * @param label what the file is called in an error
 * @throws SignifyError "internal" when the bytes are no TensorFlow Lite model, are cut short, or use an operator that
 * the hand networks do not have
 */
export function readTflite(bytes: Uint8Array, label: string): TfliteModel {
  if (new TextDecoder().decode(bytes.subarray(4, 8)) !== "TFL3") {
    throw new SignifyError(
      "internal",
      `${label} is not a TensorFlow Lite model: expected "TFL3" in bytes 4 to 7`,
    );
  }
  try {
    return readModel(FlatTable.root(bytes), label);
  } catch (cause) {
    if (SignifyError.isInstance(cause)) throw cause;
    throw new SignifyError(
      "internal",
      `${label} is damaged or cut short: expected a whole TensorFlow Lite model, got ${bytes.length} bytes`,
      { cause },
    );
  }
}

function readModel(model: FlatTable, label: string): TfliteModel {
  const operatorCodes = model.tables(1).map((code) => Math.max(code.int8(0), code.int32(3)));
  const buffers = model.tables(4);
  const [graph, ...others] = model.tables(2);
  if (graph === undefined || others.length > 0) {
    throw new SignifyError("internal", `${label} has ${others.length + 1} graphs: expected one`);
  }
  return {
    tensors: graph.tables(0).map((tensor) => readTensor(tensor, buffers)),
    operators: graph.tables(3).map((operator) => readOperator(operator, operatorCodes, label)),
    inputs: graph.int32s(1),
    outputs: graph.int32s(2),
  };
}

function readTensor(tensor: FlatTable, buffers: FlatTable[]): TfliteTensor {
  const type = tensor.int8(1);
  const data = buffers[tensor.uint32(2)]?.bytes(0);
  return {
    name: tensor.string(3),
    shape: tensor.int32s(0),
    elementType: elementTypes[type] ?? `type ${type}`,
    data: data !== undefined && data.length > 0 ? data : undefined,
  };
}

function readOperator(operator: FlatTable, operatorCodes: number[], label: string): TfliteOperator {
  const code = operatorCodes[operator.uint32(0)];
  if (code === undefined || !(code in operatorNames)) {
    throw new SignifyError(
      "internal",
      `${label} uses operator ${code}: expected one of ${Object.values(operatorNames).join(", ")}`,
    );
  }
  return {
    name: operatorNames[code as keyof typeof operatorNames],
    inputs: operator.int32s(1),
    outputs: operator.int32s(2),
    options: operator.table(4),
  };
}
