import { routeHash } from "../shell/route.ts";
import { texts } from "../texts/texts.ts";

/** What this is, what it cannot do, and what happens to one's picture. */
export function AboutScreen() {
  return (
    <div class="screen narrow about">
      <h1>{texts.about.title}</h1>
      <p>{texts.about.what}</p>
      <Points title={texts.about.honestTitle} points={texts.about.honest} />
      <Points title={texts.about.privacyTitle} points={texts.about.privacy} />
      <p>
        <a href={routeHash({ screen: "progress" })}>{texts.about.deleteLink}</a>
      </p>
      <Points title={texts.about.keysTitle} points={texts.about.keys} />
      <p>{texts.about.offline}</p>
      <p class="soft small">{texts.about.licences}</p>
    </div>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <section>
      <h2>{title}</h2>
      <ul class="points">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </section>
  );
}
