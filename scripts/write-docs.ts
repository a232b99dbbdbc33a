// Writes the generated parts of the README: `bun run docs`. A test fails when they are out of date.
import { settingsTable } from "@signify/server/settings";

const readme = new URL("../README.md", import.meta.url);
const text = await Bun.file(readme).text();
const between = /(<!-- settings:start -->\n)[\s\S]*(<!-- settings:end -->)/;
await Bun.write(
  readme,
  text.replace(between, (_, start: string, end: string) => `${start}${settingsTable()}\n${end}`),
);
