import { session } from "../recognition/page-session.ts";
import { texts } from "../texts/texts.ts";

/** Frame rate and delay, for people who want to know. */
export function FiguresView() {
  const now = session.figures.value;
  return (
    <p class="stage-figures">
      {now ? texts.figures.rate(now.rate) : texts.figures.none}
      {now?.delay !== undefined && (
        <>
          <br />
          {texts.figures.delay(now.delay)}
        </>
      )}
    </p>
  );
}
