import { arrangement } from "./arrangement.ts";
import { elementwise } from "./elementwise.ts";
import type { OnnxNode, Operator, Step } from "./onnx-node.ts";
import { products } from "./products.ts";
import { readOnnx } from "./read-onnx.ts";
import { reductions } from "./reductions.ts";
import type { Tensor } from "./tensor.ts";

/** A network that computes in plain JavaScript. */
export type Network = {
  /**
   * Runs it.
   * @returns the values of these names, which the network computes
   */
  run<Name extends string>(
    inputs: Readonly<Record<string, Tensor>>,
    names: readonly Name[],
  ): Record<Name, Tensor>;
};

const operators: Readonly<Record<string, Operator>> = {
  ...elementwise,
  ...reductions,
  ...arrangement,
  ...products,
};

/**
 * Opens an ONNX network. It is for small ones, the letter model: a runtime in WebAssembly is seventeen times as large as that model.
 * @throws Error when the file is none, or has a step of a kind that is not known here, which it names
 */
export function openNetwork(file: Uint8Array): Network {
  const { nodes, constants } = readOnnx(file);
  const unknown = nodes.find(({ operator }) => !operators[operator]);
  if (unknown) throw new Error(`expected a network without the operator ${unknown.operator}`);
  // Constants that are steps are taken once.
  const fixed = new Map(constants);
  const isConstant = ({ operator }: OnnxNode) => operator === "Constant";
  take(nodes.filter(isConstant), fixed);
  const steps = nodes.filter((node) => !isConstant(node));
  return {
    run(inputs, names) {
      const values = new Map([...fixed, ...Object.entries(inputs)]);
      take(steps, values);
      const outputs = names.map((name) => {
        const value = values.get(name);
        if (!value) throw new Error(`expected a network that gives ${name}`);
        return [name, value] as const;
      });
      return Object.fromEntries(outputs) as Record<(typeof names)[number], Tensor>;
    },
  };
}

function take(nodes: readonly OnnxNode[], values: Map<string, Tensor>): void {
  for (const node of nodes) {
    const results = operators[node.operator]?.(stepOf(node, values)) ?? [];
    for (const [index, name] of node.outputs.entries()) {
      const result = results[index];
      if (result) values.set(name, result);
    }
  }
}

function stepOf(
  { operator, inputs: names, outputs, attributes }: OnnxNode,
  values: ReadonlyMap<string, Tensor>,
): Step {
  const inputs = names.map((name) => (name === "" ? undefined : values.get(name)));
  return {
    inputs,
    outputs: outputs.length,
    input(index) {
      const value = inputs[index];
      if (!value) throw new Error(`expected ${operator} with its input ${index}`);
      return value;
    },
    numbers(name, inputIndex) {
      const given = inputs[inputIndex];
      return attributes.get(name)?.numbers ?? (given && Array.from(given.data));
    },
    number: (name, otherwise) => attributes.get(name)?.number ?? otherwise,
    tensor: (name) => attributes.get(name)?.tensor,
  };
}
