/** A value that was kept if it is one of `choices`, or else `fallback`. */
export function oneOf<Choice extends string | number>(
  value: unknown,
  choices: readonly Choice[],
  fallback: Choice,
): Choice {
  return choices.find((choice) => choice === value) ?? fallback;
}
