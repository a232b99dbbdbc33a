import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";

/** For an address that no screen has. */
export function NotFoundScreen() {
  return (
    <div class="screen narrow">
      <section class="card result">
        <h1>{texts.notFound.title}</h1>
        <p>{texts.notFound.text}</p>
        <div class="button-row">
          <a class="button primary" href={routeHash({ screen: "practice" })}>
            {texts.notFound.link}
          </a>
        </div>
      </section>
    </div>
  );
}
