/** A text, or what makes one of values. */
type Text = string | ((...values: never[]) => string);

/** All texts of a language, with their names such as "common.close". */
export function* everyText(part: object, name = ""): Generator<[name: string, text: Text]> {
  for (const [key, value] of Object.entries(part)) {
    const path = `${name}${key}`;
    if (typeof value === "object") yield* everyText(value, `${path}.`);
    else yield [path, value];
  }
}

/** A text as it may be shown, with `value` in each gap. */
export function filledText(text: Text, value: unknown): string {
  return typeof text === "string" ? text : text(...(Array(text.length).fill(value) as never[]));
}
