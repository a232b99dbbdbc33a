import { FlatTable } from "./flat-table.ts";

/** What stands in a tensor's place: a shape of as many axes and, for a constant, no more bytes than it had. */
export type Replacement = { shape: number[]; data?: Uint8Array };

/**
 * Puts a smaller tensor in the place of one of a TensorFlow Lite file. The file keeps its length, and zeros are where the constant was longer:
 * so nothing else in it has to move.
 *
 * Source of the field numbers: tensorflow/lite/schema/schema.fbs.
 *
 * @throws RangeError when the tensor is not there or the replacement is larger
 */
export function replaceTensor(tflite: Uint8Array, index: number, { shape, data }: Replacement): void {
  const model = FlatTable.root(tflite);
  const tensor = model.tables(2)[0]?.tables(0)[index];
  if (tensor === undefined) throw new RangeError(`there is no tensor ${index}`);
  tensor.setInt32s(0, shape);
  if (data) model.tables(4)[tensor.uint32(2)]?.setBytes(0, data);
}
