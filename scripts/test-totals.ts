/** How many tests there were of each kind. */
export type TestTotals = { passed: number; failed: number; skipped: number };

/** Reads the totals of a JUnit report; all are 0 where there is none. */
export function readTestTotals(report: string): TestTotals {
  const [root = ""] = report.match(/<testsuites\b[^>]*>/) ?? [];
  const count = (name: string) => Number(root.match(new RegExp(`\\b${name}="(\\d+)"`))?.[1] ?? 0);
  const [failed, skipped] = [count("failures") + count("errors"), count("skipped")];
  return { passed: Math.max(0, count("tests") - failed - skipped), failed, skipped };
}
