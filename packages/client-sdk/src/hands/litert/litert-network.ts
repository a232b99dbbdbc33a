import type { NetworkInput } from "@signify/vision/hands";
import type { LiteRtRuntime } from "./load-litert.ts";

/** A network in LiteRT with one picture as its input. */
export type LiteRtNetwork = {
  /**
   * Runs it.
   * @param picture [side, side, 3], 0..1; copied, so the caller may use it again at once
   * @returns its outputs in the order of the file, new arrays
   */
  run(picture: NetworkInput): Promise<Float32Array[]>;
};

/**
 * Compiles a TensorFlow Lite network whose input is [1, side, side, 3].
 * @throws Error when the file is no network
 */
export async function openLiteRtNetwork(
  { wasm, environment, threads }: LiteRtRuntime,
  file: Uint8Array,
  side: number,
): Promise<LiteRtNetwork> {
  // LiteRT uses the file where it lies for as long as the network lives.
  const place = wasm._malloc(file.byteLength);
  wasm.HEAPU8.set(file, place);
  const model = wasm.loadModel(environment, place, file.byteLength);
  const options = { environment, accelerator: "wasm", cpuOptions: { numThreads: threads } } as const;
  const network = await wasm.compileModel(environment, model, {
    ...options,
    gpuOptions: {},
    webNNOptions: {},
  });
  const type = model.getInputTensorType(0, 0);
  const bytes = type.bytes();
  const pixels = side * side;
  if (bytes !== 4 * 3 * pixels)
    throw new Error("expected a network whose input is a color picture of the known size");
  const { HOST_MEMORY } = wasm.LiteRtTensorBufferType;
  const { READ, WRITE } = wasm.LiteRtTensorBufferLockMode;
  const input = wasm.LiteRtTensorBuffer.createManaged(environment, HOST_MEMORY, type, bytes);
  type.delete();

  return {
    async run(picture) {
      // The memory's buffer is another one after it has grown.
      new Float32Array(wasm.HEAPU8.buffer, input.lock(WRITE), 3 * pixels).set(picture);
      input.unlock();
      const outputs = await network.run(0, [input]);
      return outputs.map((output) => {
        const count = output.packedSize() / 4;
        const values = new Float32Array(wasm.HEAPU8.buffer, output.lock(READ), count).slice();
        output.unlock();
        output.delete();
        return values;
      });
    },
  };
}
