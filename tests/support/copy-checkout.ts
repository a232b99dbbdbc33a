import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The checkout again, in a folder with a space in its name. */
export type CheckoutCopy = {
  /** Its server's `main.ts`. */
  program: string;
  /** Its folder of models, whose files may be changed. */
  models: string;
  remove(): void;
};

/** Copies what a server is made of, models included; libraries and the page are links. */
export function copyCheckout(): CheckoutCopy {
  const copy = mkdtempSync(join(tmpdir(), "signify copy-"));
  const filter = (path: string) => !/node_modules|training/.test(path.slice(root.length));
  for (const path of [
    "packages/server",
    "packages/workers",
    "packages/service",
    "packages/vision",
    "packages/core",
    "models",
  ])
    cpSync(join(root, path), join(copy, path), { recursive: true, filter });
  symlinkSync(join(root, "packages/web-demo"), join(copy, "packages/web-demo"));
  mkdirSync(join(copy, "node_modules/@signify"), { recursive: true });
  for (const name of readdirSync(join(root, "node_modules")))
    if (name !== "@signify") symlinkSync(join(root, "node_modules", name), join(copy, "node_modules", name));
  for (const name of ["core", "service", "vision", "workers"])
    symlinkSync(join(copy, "packages", name), join(copy, "node_modules/@signify", name));
  symlinkSync(join(copy, "models"), join(copy, "node_modules/@signify/models"));
  return {
    program: join(copy, "packages/server/src/main.ts"),
    models: join(copy, "models"),
    remove: () => rmSync(copy, { recursive: true }),
  };
}
