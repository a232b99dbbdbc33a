/** A group of pages: its name in the navigation, and the Markdown files of which its pages are made. */
export type GuideGroup = { readonly name: string; readonly files: readonly string[] };

/** Guides of the SDK that come first, in this order. */
const firstGuides = ["connect", "camera", "where", "assets", "connection", "errors"];

/** The pages by task, in the order of the navigation. A pattern stands for all files that it matches and that are not named before. */
export const guideGroups: readonly GuideGroup[] = [
  { name: "Try it", files: ["scripts/site/live-example/live-example.md"] },
  {
    name: "Guides",
    files: [
      ...firstGuides.map((name) => `packages/client-sdk/docs/${name}.md`),
      "packages/client-sdk/docs/*.md",
    ],
  },
  { name: "Run a server", files: ["docs/operations.md", "docs/scaling.md", "docs/teachers.md"] },
  { name: "Compare", files: ["docs/peers.md"] },
];
