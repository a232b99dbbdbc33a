/** Languages that the page speaks. Each has a file of this name in `texts/`. */
export const languages = ["en", "es"] as const;
/** One of {@link languages}, as a BCP 47 tag. */
export type Language = (typeof languages)[number];

/** Each language as it calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: "English", es: "Español" };

/**
 * The language of the page: the chosen one, or else the first of the browser's that the page speaks, or else English.
 * `wanted` are the browser's BCP 47 tags, the best one first.
 */
export function languageOf(chosen: Language | "browser", wanted: readonly string[]): Language {
  if (chosen !== "browser") return chosen;
  const primary = wanted.map((tag) => tag.toLowerCase().split("-", 1)[0]);
  return primary.flatMap((tag) => languages.find((language) => language === tag) ?? [])[0] ?? "en";
}
