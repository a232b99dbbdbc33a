// `bun run build`: builds the models, the SDK and the page, as far as they have changed. Whoever starts two programs at
// once, a server and a vision worker for example, has them wait for one build.
import { join } from "node:path";
import { oneAtATime } from "./one-at-a-time.ts";

const root = join(import.meta.dir, "..");
const turbo = join(root, "node_modules", ".bin", "turbo");
const env = { ...process.env, DO_NOT_TRACK: "1", TURBO_TELEMETRY_DISABLED: "1" };

const code = await oneAtATime(join(root, "node_modules", ".cache", "build.lock"), async () => {
  const command = [turbo, "run", "build", "--output-logs=errors-only"];
  return await Bun.spawn(command, { cwd: root, env, stdio: ["ignore", "inherit", "inherit"] }).exited;
});
process.exit(code);
