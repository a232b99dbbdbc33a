import { useEffect, useRef } from "preact/hooks";
import { ClassScreen } from "./screens/class-screen.tsx";
import { LaterScreen } from "./screens/later-screen.tsx";
import { NotFoundScreen } from "./screens/not-found-screen.tsx";
import { PageHead } from "./screens/page-head.tsx";
import { PracticeScreen } from "./screens/practice-screen.tsx";
import { Announcer } from "./shell/announcer.tsx";
import { route } from "./shell/navigate.ts";
import { routeHash } from "./shell/route.ts";
import { texts } from "./texts/texts.ts";

const titles = () => ({
  practice: texts.practice.title,
  word: texts.word.title,
  read: texts.read.title,
  hand: texts.myHand.title,
  free: texts.free.title,
  speed: texts.speed.title,
  progress: texts.progress.title,
  teach: texts.teach.title,
  results: texts.results.title,
  "hand-in": texts.results.handedIn.title,
  inbox: texts.results.title,
  about: texts.about.title,
  task: texts.task.titleless,
  "not-found": texts.notFound.title,
});

/** The whole page. */
export function App() {
  const main = useRef<HTMLElement>(null);
  const first = useRef(true);
  const { screen } = route.value;

  useEffect(() => {
    document.title = screen === "practice" ? texts.page.title : texts.page.screenTitle(titles()[screen]);
    // A new screen is a new page to a screen reader: reading starts at its beginning.
    if (!first.current) {
      main.current?.focus();
      scrollTo(0, 0);
    }
    first.current = false;
  }, [screen]);

  return (
    <>
      <button type="button" class="skip-link" onClick={() => main.current?.focus()}>
        {texts.page.skipToContent}
      </button>
      <PageHead />
      <main id="content" ref={main} tabIndex={-1}>
        <Screen />
      </main>
      <footer class="page-foot no-print">
        <a href={routeHash({ screen: "about" })}>{texts.navigation.about}</a>
      </footer>
      <Announcer />
    </>
  );
}

function Screen() {
  const now = route.value;
  switch (now.screen) {
    case "practice":
      return <PracticeScreen letter={now.letter} />;
    case "hand":
      return <LaterScreen screen="hand" letter={now.letter} />;
    case "task":
    case "teach":
    case "results":
    case "hand-in":
    case "inbox":
      return <ClassScreen route={now} />;
    case "word":
    case "read":
    case "free":
    case "speed":
    case "progress":
    case "about":
      return <LaterScreen screen={now.screen} />;
    case "not-found":
      return <NotFoundScreen />;
  }
}
