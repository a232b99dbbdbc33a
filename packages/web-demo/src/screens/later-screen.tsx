import type { ComponentType } from "preact";
import { LoadedScreen } from "./loaded-screen.tsx";

/** Screens that are loaded when they are opened. */
const loaders = {
  read: () => import("./read-screen.tsx").then(({ ReadScreen }) => ReadScreen),
  speed: () => import("./speed-screen.tsx").then(({ SpeedScreen }) => SpeedScreen),
  progress: () => import("./progress-screen.tsx").then(({ ProgressScreen }) => ProgressScreen),
  about: () => import("./about-screen.tsx").then(({ AboutScreen }) => AboutScreen),
} satisfies Record<string, () => Promise<ComponentType>>;

/** One of them. */
export function LaterScreen({ screen }: { screen: keyof typeof loaders }) {
  return <LoadedScreen key={screen} load={loaders[screen]} props={{}} />;
}
