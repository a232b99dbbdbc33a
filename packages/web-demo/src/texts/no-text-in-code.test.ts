import { expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const folder = fileURLToPath(new URL("..", import.meta.url));
/** Attributes and properties that people read or hear. */
const told = new Set(
  "alt aria-description aria-label aria-placeholder aria-roledescription aria-valuetext label legend placeholder text title".split(
    " ",
  ),
);
/** Something to read: two letters in a row of any script. */
const isText = (text: string) => /\p{L}{2}/u.test(text);

/** Operators whose sides are shown where their result is; what is compared is not. */
const passing = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
  ts.SyntaxKind.PlusToken,
]);

/** Whether people read a string that is `child` of `node`; `shown` says so of `node`. */
function isShown(node: ts.Node, child: ts.Node, shown: boolean): boolean {
  if (ts.isJsxAttribute(node)) return told.has(node.name.getText());
  if (ts.isPropertyAssignment(node)) return child === node.initializer && told.has(node.name.getText());
  if (ts.isJsxExpression(node)) return shown || !ts.isJsxAttribute(node.parent);
  if (ts.isConditionalExpression(node)) return shown && child !== node.condition;
  if (ts.isBinaryExpression(node)) return shown && passing.has(node.operatorToken.kind);
  return (
    shown && (ts.isTemplateExpression(node) || ts.isTemplateSpan(node) || ts.isParenthesizedExpression(node))
  );
}

/** Texts that stand in the code of a component, one line each. */
function textsIn(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node, shown: boolean): void => {
    const isString =
      ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
    if ((ts.isJsxText(node) || (shown && isString)) && isText(node.text)) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${name}:${line + 1}: ${node.text.trim()}`);
    }
    node.forEachChild((child) => visit(child, isShown(node, child, shown)));
  };
  visit(file, false);
  return found;
}

test("a text in code is found wherever people would read it", () => {
  const code = `const a = <p title="One">Two {b ? "Three" : c} <img alt={\`Four \${d}\`} class="fine" /> {e && "Five"}</p>;
    const g = [{ legend: "Six", value: "fine" }]; const h = <b key="fine">{i === "fine" ? "7" : "·"}</b>;`;
  expect(textsIn("a.tsx", code)).toEqual(
    ["One", "Two", "Three", "Four", "Five"].map((text) => `a.tsx:1: ${text}`).concat("a.tsx:2: Six"),
  );
});

test("no component has a text of its own", async () => {
  const found: string[] = [];
  const names = [...new Bun.Glob("**/*.tsx").scanSync(folder)];
  for (const name of names) found.push(...textsIn(name, await Bun.file(`${folder}${name}`).text()));
  expect(names.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

/** Places where a module reads the texts while it is loaded, when nobody knows the language yet. */
function textsReadEarly(name: string, code: string): string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) || ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node) && node.text === "texts") {
      found.push(`${name}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`);
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

test("texts that are read while a module is loaded are found", () => {
  const code = `import { texts } from "./texts.ts";
    const early = { one: texts.one };
    const fine = () => texts.one; function alsoFine() { return texts.two; } type Fine = typeof texts;`;
  expect(textsReadEarly("a.ts", code)).toEqual(["a.ts:2"]);
});

test("no module reads the texts before the language is known", async () => {
  const found: string[] = [];
  for (const name of new Bun.Glob("**/*.{ts,tsx}").scanSync(folder)) {
    if (/\.test\.tsx?$/.test(name) || name === "texts/texts.ts") continue;
    found.push(...textsReadEarly(name, await Bun.file(`${folder}${name}`).text()));
  }
  expect(found).toEqual([]);
});
