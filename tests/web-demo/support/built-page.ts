import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../..", import.meta.url));
let building: Promise<void> | undefined;

/**
 * Builds the page as it is now, once per run. Test files that run side by side wait for one build, and find it done.
 * @throws Error with what the build said
 */
export function buildPage(): Promise<void> {
  building ??= build();
  return building;
}

async function build(): Promise<void> {
  const child = Bun.spawn([process.execPath, "run", "build"], {
    cwd: root,
    // Tests run with NODE_ENV "test", with which Vite would build for development.
    env: { ...process.env, NODE_ENV: "production" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [said, complained, code] = await Promise.all([
    new Response(child.stdout).text(),
    new Response(child.stderr).text(),
    child.exited,
  ]);
  if (code !== 0) throw new Error(`The page was not built:\n${said}\n${complained}`);
}
