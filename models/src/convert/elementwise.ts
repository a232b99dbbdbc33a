import type { TfliteOperator } from "../tflite/read-tflite.ts";
import type { Conversion } from "./conversion.ts";

/** ADD → Add and MUL → Mul, of two activations or an activation and a constant. */
export function convertArithmetic(
  conversion: Conversion,
  { name, inputs, outputs, options }: TfliteOperator,
): void {
  const [output = -1] = outputs;
  const operands = inputs.map((input) => operand(conversion, input));
  conversion.result(name === "ADD" ? "Add" : "Mul", operands, output, options?.int8(0) ?? 0);
}

/** PRELU → PRelu; its slopes are one per channel. */
export function convertPRelu(conversion: Conversion, { inputs, outputs }: TfliteOperator): void {
  const [input = -1, slopes = -1] = inputs;
  const [output = -1] = outputs;
  conversion.result("PRelu", [conversion.activation(input), operand(conversion, slopes)], output, 0);
}

/** RELU → Relu. */
export function convertRelu(conversion: Conversion, { inputs, outputs }: TfliteOperator): void {
  conversion.result("Relu", [conversion.activation(inputs[0] ?? -1)], outputs[0] ?? -1, 0);
}

/** LOGISTIC → Sigmoid. */
export function convertLogistic(conversion: Conversion, { inputs, outputs }: TfliteOperator): void {
  conversion.result("Sigmoid", [conversion.activation(inputs[0] ?? -1)], outputs[0] ?? -1, 0);
}

/** DEQUANTIZE of a half-precision constant: the constant itself, widened. */
export function convertDequantize(conversion: Conversion, { inputs, outputs }: TfliteOperator): void {
  conversion.alias(outputs[0] ?? -1, inputs[0] ?? -1);
}

/** The name of an operand; a constant of one value per channel is laid out so that it broadcasts over pixels. */
function operand(conversion: Conversion, index: number): string {
  if (!conversion.isConstant(index)) return conversion.activation(index);
  const shape = conversion.shape(index);
  const values = conversion.floats(index);
  const perChannel = shape.at(-1) === values.length;
  if (!perChannel)
    throw conversion.error(`constant ${index} of shape [${shape}] is not one value per channel`);
  return conversion.constant(`constant${index}`, [values.length, 1, 1], values);
}
