import { expect, test } from "bun:test";
import { releaseFaults } from "./release-faults.ts";

const runner = { GITHUB_ACTIONS: "true", ACTIONS_ID_TOKEN_REQUEST_URL: "https://host.example" };
const ready = { changed: "", pending: ["README.md"], environment: runner };

test("a committed tree with a finished changelog on a runner that npm trusts can be published", () => {
  expect(releaseFaults(ready)).toEqual([]);
  const gitlab = { GITLAB_CI: "true", SIGSTORE_ID_TOKEN: "a token" };
  expect(releaseFaults({ ...ready, environment: gitlab })).toEqual([]);
});

test.each([
  ["what is not committed", { changed: " M README.md\n" }, "not committed"],
  ["changes that are not in the changelog", { pending: ["README.md", "quick-fox.md"] }, "changeset version"],
  ["a machine for which npm signs no provenance", { environment: {} }, "provenance"],
  ["a runner that may not ask for an id token", { environment: { GITHUB_ACTIONS: "true" } }, "id-token"],
])("%s stops a release", (_, state, words) => {
  expect(releaseFaults({ ...ready, ...state })).toEqual([expect.stringContaining(words)]);
});
