import type { ClassRoute } from "./class-route.ts";
import { LoadedScreen } from "./loaded-screen.tsx";

const load = () => import("./class-screens.tsx").then(({ ClassScreens }) => ClassScreens);

/** A screen of classes. They are loaded together, because who practices alone does not need them. */
export function ClassScreen({ route }: { route: ClassRoute }) {
  return <LoadedScreen load={load} props={{ route }} />;
}
