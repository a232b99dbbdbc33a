/** Where a package's sources are kept, in the fields that npm knows. */
export type Origin = {
  readonly repository: { readonly type: "git"; readonly url: string; readonly directory: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
};

/**
 * Where the sources are kept: `SIGNIFY_REPOSITORY`, an https address, or what GitHub's or GitLab's runner says of itself.
 * `undefined` where nobody says it, because no address is made up: the package then has none of these fields, and npm
 * gives it no provenance.
 * @throws Error when `SIGNIFY_REPOSITORY` is not an https address.
 */
export function originOf(environment: Readonly<Record<string, string | undefined>>): Origin | undefined {
  const { SIGNIFY_REPOSITORY, GITHUB_SERVER_URL, GITHUB_REPOSITORY, CI_PROJECT_URL } = environment;
  const said =
    SIGNIFY_REPOSITORY ||
    (GITHUB_SERVER_URL && GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`) ||
    CI_PROJECT_URL;
  if (!said) return undefined;
  if (!/^https:\/\/[^\s/]+\/\S+$/.test(said))
    throw new Error("SIGNIFY_REPOSITORY must be an address such as https://host.example/owner/signify.");
  const address = said.replace(/(\.git)?\/?$/, "");
  return {
    repository: { type: "git", url: `git+${address}.git`, directory: "packages/client-sdk" },
    homepage: `${address}#readme`,
    bugs: { url: `${address}/issues` },
  };
}
