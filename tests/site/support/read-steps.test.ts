import { expect, test } from "bun:test";
import { readSteps } from "./read-steps.ts";

const document = `# Title

## First

Words.

\`\`\`sh
one
two
\`\`\`

\`a/b.ts\`, which is a file:

\`\`\`ts
code();
\`\`\`

## Second

\`\`\`sh
three
\`\`\`
`;

test("a section's commands and files are its steps, in its order", () => {
  expect(readSteps(document, "First")).toEqual([
    { kind: "run", command: "one" },
    { kind: "run", command: "two" },
    { kind: "write", path: "a/b.ts", text: "code();\n" },
  ]);
  expect(readSteps(document, "Second")).toEqual([{ kind: "run", command: "three" }]);
});

test("a section that is not there is missed", () => {
  expect(() => readSteps(document, "Third")).toThrow('"Third"');
});
