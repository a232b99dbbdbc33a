import type { ClassRoute } from "./class-route.ts";
import { HandInScreen } from "./hand-in-screen.tsx";
import { InboxScreen } from "./inbox-screen.tsx";
import { ResultsScreen } from "./results-screen.tsx";
import { TaskScreen } from "./task-screen.tsx";
import { TeachScreen } from "./teach-screen.tsx";

/** The screens of classes, one for each address. */
export function ClassScreens({ route }: { route: ClassRoute }) {
  switch (route.screen) {
    case "task":
      return <TaskScreen encoded={route.encoded} />;
    case "teach":
      return <TeachScreen />;
    case "results":
      return <ResultsScreen task={route.task} />;
    case "hand-in":
      return <HandInScreen code={route.code} />;
    case "inbox":
      return <InboxScreen teacherKey={route.teacherKey} encoded={route.encoded} />;
  }
}
