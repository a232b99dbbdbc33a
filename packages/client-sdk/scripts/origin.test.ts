import { expect, test } from "bun:test";
import { originOf } from "./origin.ts";

const fields = {
  repository: {
    type: "git",
    url: "git+https://host.example/owner/name.git",
    directory: "packages/client-sdk",
  },
  homepage: "https://host.example/owner/name#readme",
  bugs: { url: "https://host.example/owner/name/issues" },
};

test.each([
  ["SIGNIFY_REPOSITORY", { SIGNIFY_REPOSITORY: "https://host.example/owner/name.git" }],
  ["GitHub's runner", { GITHUB_SERVER_URL: "https://host.example", GITHUB_REPOSITORY: "owner/name" }],
  ["GitLab's runner", { CI_PROJECT_URL: "https://host.example/owner/name/" }],
])("the manifest names the sources as %s says", (_, environment) => {
  expect(originOf(environment)).toEqual(fields as never);
});

test("where nobody says where the sources are, no address is made up", () => {
  expect(originOf({})).toBeUndefined();
});

test("an address that npm could not use is refused", () => {
  expect(() => originOf({ SIGNIFY_REPOSITORY: "owner/name" })).toThrow("https://host.example/owner/signify");
});
