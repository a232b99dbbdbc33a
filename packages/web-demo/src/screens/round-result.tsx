import { useEffect, useRef } from "preact/hooks";
import { passedIn, type SpeedRound } from "../practice/speed-round.ts";
import { progress } from "../progress/page-progress.ts";
import { announce } from "../shell/announcer.tsx";
import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";

/** How a round went. */
export function RoundResult({ round, onAgain }: { round: SpeedRound; onAgain: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const count = passedIn(round).length;
  const skipped = [
    ...new Set(round.results.filter((one) => one.outcome === "skipped").map((one) => one.letter)),
  ];
  const { bestRound = 0 } = progress.value;
  useEffect(() => {
    heading.current?.focus();
    announce(texts.speed.result(count));
  }, []);
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1 ref={heading} tabIndex={-1}>
          {texts.speed.result(count)}
        </h1>
        <p class="soft">
          {count > 0 && count >= bestRound ? texts.speed.newBest : texts.speed.best(bestRound)}
        </p>
        {skipped.length > 0 && <p>{texts.speed.skipped(skipped.join(", "))}</p>}
        <div class="button-row">
          <button type="button" class="button primary" onClick={onAgain}>
            {texts.speed.again}
          </button>
          {skipped[0] && (
            <a class="button" href={routeHash({ screen: "practice", letter: skipped[0] })}>
              {texts.speed.practiceSkipped(skipped[0])}
            </a>
          )}
        </div>
      </section>
    </div>
  );
}
