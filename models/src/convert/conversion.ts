import { SignifyError } from "@signify/core";
import type { OnnxAttributes, OnnxConstant, OnnxNode } from "../onnx/onnx-graph.ts";
import { floatValues } from "../tflite/float-values.ts";
import type { TfliteModel, TfliteTensor } from "../tflite/read-tflite.ts";

/**
 * A conversion under way: the model that is read, and the ONNX nodes and constants written so far.
 * Activations keep their order of steps but not of axes: [batch, height, width, channels] becomes
 * [batch, channels, height, width].
 */
export class Conversion {
  readonly nodes: OnnxNode[] = [];
  readonly #model: TfliteModel;
  readonly #label: string;
  readonly #constants = new Map<string, OnnxConstant>();
  /** Tensors that only repeat a constant at another precision → that constant. */
  readonly #aliases = new Map<number, number>();

  constructor(model: TfliteModel, label: string) {
    this.#model = model;
    this.#label = label;
  }

  get constants(): OnnxConstant[] {
    return [...this.#constants.values()];
  }

  /** An error about this model, which is named in it. */
  error(message: string): SignifyError {
    return new SignifyError("internal", `${this.#label} cannot be converted: ${message}`);
  }

  tensor(index: number): TfliteTensor {
    const tensor = this.#model.tensors[this.#aliases.get(index) ?? index];
    if (tensor === undefined) throw this.error(`there is no tensor ${index}`);
    return tensor;
  }

  shape(index: number): number[] {
    return this.tensor(index).shape;
  }

  /** The four lengths of a picture-like tensor: batch, height, width, channels. */
  pictureShape(index: number): [number, number, number, number] {
    const [batch, height, width, channels, ...rest] = this.shape(index);
    if (
      channels === undefined ||
      batch === undefined ||
      height === undefined ||
      width === undefined ||
      rest.length
    ) {
      throw this.error(`tensor ${index} has shape [${this.shape(index)}], expected four axes`);
    }
    return [batch, height, width, channels];
  }

  isConstant(index: number): boolean {
    return this.tensor(index).data !== undefined;
  }

  /** Takes `output` to be the constant `input`, whatever its precision. */
  alias(output: number, input: number): void {
    if (!this.isConstant(input)) throw this.error("only constants may be dequantized");
    this.#aliases.set(output, this.#aliases.get(input) ?? input);
  }

  /** The floats of a constant, in its own order of axes. */
  floats(index: number): Float32Array {
    const values = floatValues(this.tensor(index));
    if (values === undefined) throw this.error(`tensor ${index} is not a whole constant of floats`);
    return values;
  }

  /** The integers of a constant. */
  integers(index: number): number[] {
    const { data, elementType } = this.tensor(index);
    if (data === undefined || elementType !== "int32")
      throw this.error(`tensor ${index} is not a constant of int32`);
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    return Array.from({ length: data.byteLength / 4 }, (_, item) => view.getInt32(4 * item, true));
  }

  /** The ONNX name of an activation. */
  activation(index: number): string {
    return `tensor${index}`;
  }

  /** Writes a constant once and returns its name. */
  constant(name: string, shape: number[], values: Float32Array | BigInt64Array): string {
    if (!this.#constants.has(name)) this.#constants.set(name, { name, shape, values });
    return name;
  }

  /** Writes a list of integers as a constant and returns its name. */
  shapeConstant(values: number[]): string {
    return this.constant(`shape_${values.join("_")}`, [values.length], BigInt64Array.from(values, BigInt));
  }

  /** Writes a node. */
  node(operator: string, inputs: string[], output: string, attributes: OnnxAttributes = {}): string {
    this.nodes.push({ operator, inputs, outputs: [output], attributes });
    return output;
  }

  /**
   * Writes a node whose result, after the activation function fused into it, is the tensor `output`.
   * @param activation TensorFlow Lite's `ActivationFunctionType`: 0 none, 1 ReLU, 3 ReLU6
   */
  result(
    operator: string,
    inputs: string[],
    output: number,
    activation: number,
    attributes: OnnxAttributes = {},
  ): void {
    const name = this.activation(output);
    if (activation === 0) {
      this.node(operator, inputs, name, attributes);
    } else if (activation === 1) {
      this.node("Relu", [this.node(operator, inputs, `${name}_linear`, attributes)], name);
    } else if (activation === 3) {
      const linear = this.node(operator, inputs, `${name}_linear`, attributes);
      const zero = this.constant("zero", [], Float32Array.of(0));
      this.node("Clip", [linear, zero, this.constant("six", [], Float32Array.of(6))], name);
    } else {
      throw this.error(`activation function ${activation} is unknown, expected none, ReLU or ReLU6`);
    }
  }
}
