/** Address of the folder with the workers, wasm and models that run on the device; filled in by the build. */
declare const __RECOGNITION_ASSETS__: string;
