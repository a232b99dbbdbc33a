/** What a release is judged by. */
export type ReleaseState = {
  /** What `git status --porcelain` says. */
  readonly changed: string;
  /** Files of `.changeset`. */
  readonly pending: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Why the SDK cannot be published as it is, a sentence each. */
export function releaseFaults({ changed, pending, environment }: ReleaseState): string[] {
  const changes = pending.filter((name) => name !== "README.md");
  const { GITHUB_ACTIONS, ACTIONS_ID_TOKEN_REQUEST_URL, GITLAB_CI, SIGSTORE_ID_TOKEN } = environment;
  const isTrusted = GITHUB_ACTIONS ? ACTIONS_ID_TOKEN_REQUEST_URL : GITLAB_CI && SIGSTORE_ID_TOKEN;
  return [
    ...(changed.trim() ? ["The working tree has changes that are not committed."] : []),
    ...(changes.length > 0
      ? [`${changes.length} in .changeset: run "bun --bun changeset version" and commit what it writes.`]
      : []),
    ...(isTrusted
      ? []
      : [
          "npm signs provenance for GitHub (permission id-token: write) and GitLab (an id token SIGSTORE_ID_TOKEN for sigstore) alone, and this is neither.",
        ]),
  ];
}
