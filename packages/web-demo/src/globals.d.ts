/** Where the workers, wasm and models are that run on the device; filled in by the build. */
declare const __RECOGNITION_ASSETS__: {
  readonly assets: string;
  readonly assetManifest: import("@signify/client-sdk/on-device").AssetManifest;
};
