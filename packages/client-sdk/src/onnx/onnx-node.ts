import type { Tensor } from "./tensor.ts";

/** A setting of a step: a number, a row of whole numbers, or a tensor. */
export type Attribute = { number?: number; numbers?: readonly number[]; tensor?: Tensor };

/** One step of a network. An input that is left out is the empty name. */
export type OnnxNode = {
  operator: string;
  inputs: readonly string[];
  outputs: readonly string[];
  attributes: ReadonlyMap<string, Attribute>;
};

/** A network: steps in the order in which they are taken, and the constants that they use. */
export type OnnxGraph = { nodes: readonly OnnxNode[]; constants: ReadonlyMap<string, Tensor> };

/** What a step is given: its inputs, undefined where one is left out, and its settings. */
export type Step = {
  inputs: readonly (Tensor | undefined)[];
  /** An input that must be there. @throws Error where it is not */
  input(index: number): Tensor;
  /** Whole numbers that are a setting, or an input in newer versions of the operator. */
  numbers(name: string, inputIndex: number): readonly number[] | undefined;
  number(name: string, otherwise: number): number;
  tensor(name: string): Tensor | undefined;
  /** How many outputs are used. */
  outputs: number;
};

/** What a kind of step computes: its outputs, in order. */
export type Operator = (step: Step) => readonly Tensor[];
