/** The entry points of the package: the name after the package's, and the source. */
export const entries = [
  { name: ".", source: "src/index.ts" },
  { name: "./camera", source: "src/camera/index.ts" },
  { name: "./hands", source: "src/hands/index.ts" },
  { name: "./on-device", source: "src/on-device/index.ts" },
  { name: "./corrections", source: "src/corrections/index.ts" },
  { name: "./drawing", source: "src/drawing/index.ts" },
  { name: "./react", source: "src/react/index.ts" },
  { name: "./web-component", source: "src/web-component/index.ts" },
  { name: "./testing", source: "src/testing/index.ts" },
] as const;
