/** What `bun audit` found: advisories in words, or nothing at all where the registry did not answer. */
export type Audit = { reached: boolean; passed: boolean; output: string };

/**
 * Asks the registry for advisories of grave holes in what this workspace installs. Registries that do not serve them,
 * and a machine without a network, are no reason to fail.
 */
export async function auditDependencies(root: string): Promise<Audit> {
  const child = Bun.spawn([process.execPath, "audit", "--json", "--audit-level=high"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    timeout: patience,
  });
  const output = await new Response(child.stdout).text();
  return readAudit(output, await child.exited);
}

/** Milliseconds for the registry to answer. */
const patience = 20_000;

/** Reads what `bun audit --json` wrote: JSON only where the registry has answered. */
export function readAudit(output: string, code: number): Audit {
  try {
    const advisories: unknown = JSON.parse(output);
    return { reached: true, passed: code === 0, output: JSON.stringify(advisories, null, 2) };
  } catch {
    return { reached: false, passed: true, output: "" };
  }
}
