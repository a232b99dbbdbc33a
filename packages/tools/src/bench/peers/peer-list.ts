/** A library that somebody may choose instead, and the least program that does its usual thing. */
export type Peer = {
  readonly name: string;
  /** Packages with their exact versions. The first is the library; what it needs besides comes with it. */
  readonly packages: Readonly<Record<string, string>>;
  /** What an app's entry imports and calls, so that a bundler leaves out the rest. */
  readonly entry: string;
  /** What has to be served besides, by patterns of files where the packages are installed: what one browser loads. */
  readonly served: readonly string[];
};

/** Versions of 2026-11-27. */
export const peers: readonly Peer[] = [
  {
    name: "LiveKit client",
    packages: { "livekit-client": "2.23.0" },
    entry: `import { Room } from "livekit-client"; const room = new Room(); room.on("trackSubscribed", console.log); await room.connect(location.href, "token");`,
    served: [],
  },
  {
    name: "tRPC client, over WebSocket",
    packages: { "@trpc/client": "11.25.2", "@trpc/server": "11.25.2" },
    entry: `import { createTRPCClient, createWSClient, wsLink } from "@trpc/client"; console.log(createTRPCClient({ links: [wsLink({ client: createWSClient({ url: location.href }) })] }));`,
    served: [],
  },
  {
    name: "Socket.IO client",
    packages: { "socket.io-client": "4.8.4" },
    entry: `import { io } from "socket.io-client"; io(location.href).on("letter", console.log);`,
    served: [],
  },
  {
    name: "Ably",
    packages: { ably: "2.28.0" },
    entry: `import { Realtime } from "ably"; new Realtime("key").channels.get("letters").subscribe(console.log);`,
    served: [],
  },
  {
    name: "MediaPipe tasks-vision",
    packages: { "@mediapipe/tasks-vision": "1.1.0" },
    entry: `import { FilesetResolver, HandLandmarker } from "@mediapipe/tasks-vision"; console.log(await HandLandmarker.createFromOptions(await FilesetResolver.forVisionTasks("/wasm"), { baseOptions: { modelAssetPath: "/hand_landmarker.task" } }));`,
    served: [
      "node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.{js,wasm}",
      "hand_landmarker.task",
    ],
  },
  {
    name: "fingerpose",
    packages: { fingerpose: "0.1.0" },
    entry: `import { GestureEstimator, Gestures } from "fingerpose"; console.log(new GestureEstimator([Gestures.VictoryGesture]).estimate([], 8));`,
    served: [],
  },
];
