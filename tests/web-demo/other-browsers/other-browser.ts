import { until } from "../../support/with-deadline.ts";

/** A browser that is not Chromium, as far as the page's main ways need one. */
export type OtherBrowser = AsyncDisposable & {
  /** Its name and version, as it says. */
  readonly version: string;
  open(address: string): Promise<void>;
  /** Runs the body of an async function in the page, and answers what it returns, as JSON. */
  run<Result>(body: string): Promise<Result>;
  /** Chooses a file in a file input, which may be hidden. */
  chooseFile(selector: string, path: string): Promise<void>;
};

/** Presses the first button, link or radio with this name, as soon as there is one. */
export async function press(browser: OtherBrowser, name: string): Promise<void> {
  await until(`"${name}" to be there`, () => pressNow(browser, name));
}

/** Presses it again and again until the page shows a text: what is pressed while a letter goes over to the next is nobody's. */
export async function pressUntilSeen(browser: OtherBrowser, name: string, text: string): Promise<void> {
  await until(`"${text}" to be seen`, async () => {
    const isSeen = await sees(browser, text);
    if (!isSeen) await pressNow(browser, name);
    return isSeen;
  });
}

/** Waits until the page shows a text. */
export async function untilSeen(browser: OtherBrowser, text: string): Promise<void> {
  await withPage(browser, () => until(`"${text}" to be seen`, () => sees(browser, text)));
}

/** Waits until there is a button, link or radio with this name. */
export async function untilNamed(browser: OtherBrowser, name: string): Promise<void> {
  await withPage(browser, () =>
    until(`"${name}" to be there`, () =>
      browser.run<boolean>(`${findNamed(name)} return found !== undefined;`),
    ),
  );
}

function pressNow(browser: OtherBrowser, name: string): Promise<boolean> {
  return browser.run<boolean>(`${findNamed(name)} found?.click(); return found !== undefined;`);
}

const findNamed = (name: string) => `
  const name = ${JSON.stringify(name)};
  const nameOf = (one) => (one.getAttribute("aria-label") ?? one.textContent).trim();
  const all = [...document.querySelectorAll("button, a, label.choice .name")];
  const found = all.find((one) => nameOf(one) === name && !one.disabled);
`;

/** Does it, and says what the page shows where it fails. */
async function withPage(browser: OtherBrowser, act: () => Promise<unknown>): Promise<void> {
  try {
    await act();
  } catch (cause) {
    const shown = await browser.run<string>("return document.body.innerText;").catch(String);
    throw new Error(`${cause instanceof Error ? cause.message : cause} The page shows: ${shown}`, { cause });
  }
}

function sees(browser: OtherBrowser, text: string): Promise<boolean> {
  return browser.run<boolean>(
    `return (document.querySelector("#app")?.textContent ?? "").includes(${JSON.stringify(text)});`,
  );
}

/** Types into the field with this label. */
export async function type(browser: OtherBrowser, label: string, text: string): Promise<void> {
  await until(`the field "${label}"`, () =>
    browser.run<boolean>(`
      const label = [...document.querySelectorAll("label")].find((one) => one.textContent === ${JSON.stringify(label)});
      const field = label && document.getElementById(label.htmlFor);
      if (!field) return false;
      field.value = ${JSON.stringify(text)};
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      return true;
    `),
  );
}

/** What is written in the field with this label. */
export async function fieldValue(browser: OtherBrowser, label: string): Promise<string> {
  return browser.run<string>(`
    const label = [...document.querySelectorAll("label")].find((one) => one.textContent === ${JSON.stringify(label)});
    return document.getElementById(label.htmlFor).value;
  `);
}
