import type { Language } from "../shell/language.ts";
import { en, type Texts } from "./en.ts";

const translations: Readonly<Record<Exclude<Language, "en">, () => Promise<Texts>>> = {
  es: async () => (await import("./es.ts")).es,
};

/** The texts in use, from {@link loadTexts} on: so they are read in functions, never while a module is loaded. */
export let texts: Texts = en;

/** Has the page speak a language from now on; before anything of it is shown. What cannot be loaded leaves it in English. */
export async function loadTexts(language: Language): Promise<void> {
  if (language === "en") return;
  try {
    texts = await translations[language]();
  } catch {}
}
