/** How strict a teacher wants the page to be, as the number that a task's link holds. Links of before have others too. */
export const passMarks = { usual: 0.7, strict: 0.85 } as const;

/** Milliseconds for which a letter must stay shown by a pass mark: the strict hold it, for others the verdict is enough. */
export function holdFor(passMark: number): number {
  return passMark >= passMarks.strict ? 1000 : 0;
}
