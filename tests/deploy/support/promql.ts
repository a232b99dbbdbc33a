/** What an expression asks for: names of metrics, and the labels that it selects by. */
export type ExpressionParts = { metrics: string[]; matchers: { label: string; values: string[] }[] };

const keywords = new Set(["and", "or", "unless", "bool", "inf", "nan"]);

/**
 * Reads as much of PromQL as our rules and dashboard use. A word is a metric unless it is a function, a keyword, or a label
 * after `by`, `on` or their like.
 */
export function readExpression(expression: string): ExpressionParts {
  const matchers = [...expression.matchAll(/(\w+)\s*=~?\s*"([^"]*)"/g)].map(
    ([, label = "", values = ""]) => ({
      label,
      values: values.split("|"),
    }),
  );
  const bare = expression
    .replaceAll(/\{[^}]*\}/g, " ")
    .replaceAll(/\[[^\]]*\]/g, " ")
    .replaceAll(/\b(?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, " ");
  const words = [...bare.matchAll(/(?<![\w.])[a-zA-Z_:][\w:]*(?!\w*\s*\()/g)].map(([word]) => word);
  return { metrics: words.filter((word) => !keywords.has(word)), matchers };
}
