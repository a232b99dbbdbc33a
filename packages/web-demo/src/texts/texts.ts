import { type Language, languageOf } from "../shell/language.ts";
import { settings } from "../shell/page-settings.ts";
import { en, type Texts } from "./en.ts";

const translations: Readonly<Record<Exclude<Language, "en">, () => Promise<Texts>>> = {
  es: async () => (await import("./es.ts")).es,
};

const language = languageOf(settings.value.language, globalThis.navigator?.languages ?? []);

/** The texts in use. A translation is loaded before anything of the page runs; another language takes a reload. */
export const texts: Texts = language === "en" ? en : await translations[language]();
