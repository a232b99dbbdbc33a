import type { Letter } from "@signify/core";
import type { ComponentType } from "preact";
import { LoadedScreen } from "./loaded-screen.tsx";

type LaterProps = { letter?: Letter | undefined };

/** Screens that are loaded when they are opened. */
const loaders = {
  word: () => import("./word-screen.tsx").then(({ WordScreen }) => WordScreen),
  read: () => import("./read-screen.tsx").then(({ ReadScreen }) => ReadScreen),
  free: () => import("./free-screen.tsx").then(({ FreeScreen }) => FreeScreen),
  speed: () => import("./speed-screen.tsx").then(({ SpeedScreen }) => SpeedScreen),
  hand: () => import("./hand-screen.tsx").then(({ HandScreen }) => HandScreen),
  progress: () => import("./progress-screen.tsx").then(({ ProgressScreen }) => ProgressScreen),
  about: () => import("./about-screen.tsx").then(({ AboutScreen }) => AboutScreen),
} satisfies Record<string, () => Promise<ComponentType<LaterProps>>>;

/** One of them, and the letter that it is about, if it is about one. */
export function LaterScreen({ screen, letter }: LaterProps & { screen: keyof typeof loaders }) {
  return <LoadedScreen<LaterProps> key={screen} load={loaders[screen]} props={{ letter }} />;
}
