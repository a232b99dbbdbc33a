/** The files that an app serves for the parts that run on the device. All of them lie in one folder. */
export const assetNames = {
  handsWorker: "hands-worker.js",
  handsThreadedLoader: "litert_wasm_threaded_internal.js",
  handsThreadedBinary: "litert_wasm_threaded_internal.wasm",
  handsLoader: "litert_wasm_internal.js",
  handsBinary: "litert_wasm_internal.wasm",
  handsCompatibleLoader: "litert_wasm_compat_internal.js",
  handsCompatibleBinary: "litert_wasm_compat_internal.wasm",
  handsPalmsModel: "palm-detection.tflite",
  handsModel: "hand-landmark.tflite",
  lettersWorker: "letters-worker.js",
  lettersModel: "letters.onnx",
  lettersDescription: "letters.json",
  handRanges: "hand-ranges.json",
  picturesWorker: "pictures-worker.js",
} as const;

/** One of the files. */
export type AssetName = keyof typeof assetNames;

/** One file as it is served: its size, and the parts that make it up, in order; a small file is one part. */
export type AssetEntry = {
  /** Bytes, unpacked. */
  bytes: number;
  /** Addresses relative to the folder. They change with the content, so browsers may keep them for good. */
  parts: readonly string[];
};

/** The files of a folder by their usual names, such as "letters.onnx". */
export type AssetManifest = Readonly<Record<string, AssetEntry>>;

/** Where the files are: the address of their folder, and of single files that lie elsewhere. */
export type AssetOptions = {
  /** Address of the folder, such as "/signify/". */
  assets: string | URL;
  /** Addresses of files that lie elsewhere, such as the letter model that the server hands out. */
  assetFiles?: Partial<Record<AssetName, string | URL>>;
  /** What the folder's "assets.json" says, for apps that know it when they are built: it is then not asked for. */
  assetManifest?: AssetManifest;
};

/** Name of the manifest in the folder; a folder without one has whole files by their usual names. */
export const manifestName = "assets.json";

/** The full address of a file: workers resolve relative ones against themselves, not against the page. */
export function assetAddress({ assets, assetFiles }: AssetOptions, name: AssetName): string {
  const page = globalThis.location.href;
  const given = assetFiles?.[name];
  return given ? new URL(given, page).href : inFolder({ assets }, assetNames[name]);
}

/** The full address of something in the folder. */
export function inFolder({ assets }: Pick<AssetOptions, "assets">, path: string): string {
  const folder = new URL(assets, globalThis.location.href).href;
  return new URL(path, folder.endsWith("/") ? folder : `${folder}/`).href;
}
