export { HandInScreen } from "./hand-in-screen.tsx";
export { InboxScreen } from "./inbox-screen.tsx";
export { ResultsScreen } from "./results-screen.tsx";
export { TaskScreen } from "./task-screen.tsx";
export { TeachScreen } from "./teach-screen.tsx";
