import { Builder, type Offset } from "flatbuffers";

/** Enumerations of tflite-support's `metadata_schema.fbs`. */
const normalizationOptions = 1;
const imageProperties = 1;
const featureBatch = 2;

/**
 * The metadata that MediaPipe Tasks asks of a network before it feeds pictures to it: one input, an RGB image, whose
 * values 0..255 are divided by 255 (mean 0, standard deviation 255).
 *
 * Source of the field numbers: tensorflow_lite_support/metadata/metadata_schema.fbs.
 *
 * @param name what the network is called in the metadata
 */
export function encodeModelMetadata(name: string): Uint8Array {
  const builder = new Builder(512);
  const normalization = table(builder, 2, (mean, deviation) => {
    builder.addFieldOffset(0, mean, 0);
    builder.addFieldOffset(1, deviation, 0);
  })(floats(builder, [0]), floats(builder, [255]));
  const processUnit = table(builder, 2, (options) => {
    builder.addFieldInt8(0, normalizationOptions, 0);
    builder.addFieldOffset(1, options, 0);
  })(normalization);
  const properties = table(builder, 2, () => builder.addFieldInt8(0, imageProperties, 0))();
  const content = table(builder, 3, (options) => {
    builder.addFieldInt8(0, featureBatch, 0);
    builder.addFieldOffset(1, options, 0);
  })(properties);
  const tensor = table(builder, 7, (tensorName, tensorContent, processUnits) => {
    builder.addFieldOffset(0, tensorName, 0);
    builder.addFieldOffset(3, tensorContent, 0);
    builder.addFieldOffset(4, processUnits, 0);
  })(builder.createString("image"), content, references(builder, [processUnit]));
  const graph = table(builder, 10, (inputs) => builder.addFieldOffset(2, inputs, 0))(
    references(builder, [tensor]),
  );
  const model = table(builder, 8, (modelName, graphs, version) => {
    builder.addFieldOffset(0, modelName, 0);
    builder.addFieldOffset(3, graphs, 0);
    builder.addFieldOffset(7, version, 0);
  })(builder.createString(name), references(builder, [graph]), builder.createString("1.0.0"));
  builder.finish(model, "M001");
  return builder.asUint8Array().slice();
}

/** A table whose parts are complete before it is begun, as FlatBuffers wants it. */
function table<Parts extends Offset[]>(
  builder: Builder,
  fields: number,
  write: (...parts: Parts) => void,
): (...parts: Parts) => Offset {
  return (...parts) => {
    builder.startObject(fields);
    write(...parts);
    return builder.endObject();
  };
}

function floats(builder: Builder, values: number[]): Offset {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addFloat32(value);
  return builder.endVector();
}

/** A vector of references to tables. */
export function references(builder: Builder, tables: Offset[]): Offset {
  builder.startVector(4, tables.length, 4);
  for (const reference of tables.toReversed()) builder.addOffset(reference);
  return builder.endVector();
}
