import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import { addHandIns, removeHandIns } from "../class-results/class-book.ts";
import { classBook } from "../class-results/page-class-book.ts";
import { type Undoable, UndoNote } from "../controls/undo-note.tsx";
import type { HandIn } from "../handing-in/hand-in.ts";
import { readHandInCode } from "../handing-in/hand-in-code.ts";
import { announce } from "../shell/announcer.tsx";
import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";

/** Where a learner's link leads: the result is the teacher's by opening it. */
export function HandInScreen({ code }: { code: string }) {
  const handIn = readHandInCode(code);
  return handIn ? <Added key={handIn.id} handIn={handIn} /> : <BadCode />;
}

function Added({ handIn }: { handIn: HandIn }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const done = useSignal<Undoable | undefined>(undefined);
  const said = useSignal("");
  const isThere = classBook.value.value.handIns.some(({ id }) => id === handIn.id);
  useEffect(() => {
    const who = handIn.learner || texts.results.handedIn.nameless;
    const task = handIn.title || texts.task.titleless;
    said.value = isThere ? texts.results.handedIn.again(who, task) : texts.results.handedIn.added(who, task);
    classBook.change((book) => addHandIns(book, [handIn]));
    if (!isThere) {
      const undo = () => {
        classBook.change((book) => removeHandIns(book, [handIn]));
        said.value = texts.results.handedIn.removed;
        announce(texts.results.handedIn.removed);
      };
      done.value = { text: said.value, undo };
    }
    heading.current?.focus();
    announce(said.value);
  }, []);
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1 ref={heading} tabIndex={-1}>
          {texts.results.handedIn.title}
        </h1>
        {done.value ? <UndoNote done={done} /> : <p>{said.value}</p>}
        {!classBook.isKept.value && <p class="note bad">{texts.common.notKept}</p>}
        <p class="soft">{texts.results.handedIn.forTeachers}</p>
        <div class="button-row">
          <a class="button primary" href={routeHash({ screen: "results" })}>
            {texts.results.handedIn.see}
          </a>
          <a class="button quiet" href={routeHash({ screen: "practice" })}>
            {texts.results.handedIn.practice}
          </a>
        </div>
      </section>
    </div>
  );
}

function BadCode() {
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1>{texts.problems.title}</h1>
        <p>{texts.results.handedIn.bad}</p>
        <div class="button-row">
          <a class="button primary" href={routeHash({ screen: "results" })}>
            {texts.results.handedIn.see}
          </a>
        </div>
      </section>
    </div>
  );
}
