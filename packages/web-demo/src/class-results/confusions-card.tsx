import { texts } from "../texts/texts.ts";
import type { ClassResults } from "./class-results.ts";

/** What was taken for what, the most frequent first. */
export function ConfusionsCard({ results }: { results: ClassResults }) {
  const rows = results.confusions.slice(0, 12);
  return (
    <section class="card" aria-labelledby="confusions-title">
      <h2 id="confusions-title">{texts.results.confusions}</h2>
      {rows.length === 0 ? (
        <p class="soft">{texts.results.noConfusions}</p>
      ) : (
        <table class="plain-table confusions">
          <thead>
            <tr>
              <th scope="col">{texts.results.wanted}</th>
              <th scope="col">{texts.results.seen}</th>
              <th scope="col">{texts.results.count}</th>
              <th scope="col">{texts.results.learners}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.wanted + row.seen}>
                <th scope="row">{row.wanted}</th>
                <td>{row.seen}</td>
                <td>{row.count}</td>
                <td>{row.learners}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
