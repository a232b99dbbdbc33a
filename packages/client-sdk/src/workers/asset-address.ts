/** The files that an app serves for the parts that run on the device. All of them lie in one folder. */
export const assetNames = {
  handsWorker: "hands-worker.js",
  handsThreadedLoader: "litert_wasm_threaded_internal.js",
  handsThreadedBinary: "litert_wasm_threaded_internal.wasm",
  handsLoader: "litert_wasm_internal.js",
  handsBinary: "litert_wasm_internal.wasm",
  handsCompatibleLoader: "litert_wasm_compat_internal.js",
  handsCompatibleBinary: "litert_wasm_compat_internal.wasm",
  palmsModel: "palm-detection.tflite",
  handsModel: "hand-landmark.tflite",
  lettersWorker: "letters-worker.js",
  lettersBinary: "ort-wasm-simd-threaded.wasm",
  lettersModel: "letters.onnx",
  lettersDescription: "letters.json",
  picturesWorker: "pictures-worker.js",
} as const;

/** One of the files. */
export type AssetName = keyof typeof assetNames;

/** Where the files are: the address of their folder, and of single files that lie elsewhere. */
export type AssetOptions = {
  /** Address of the folder, such as "/signify/". */
  assets: string | URL;
  /** Addresses of files that lie elsewhere, such as the letter model that the server hands out. */
  assetFiles?: Partial<Record<AssetName, string | URL>>;
};

/** The full address of a file: workers resolve relative ones against themselves, not against the page. */
export function assetAddress({ assets, assetFiles }: AssetOptions, name: AssetName): string {
  const page = globalThis.location.href;
  const given = assetFiles?.[name];
  if (given) return new URL(given, page).href;
  const folder = new URL(assets, page).href;
  return new URL(assetNames[name], folder.endsWith("/") ? folder : `${folder}/`).href;
}
