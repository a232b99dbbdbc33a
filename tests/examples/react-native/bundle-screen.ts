import { fileURLToPath } from "node:url";

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Bundles the example's screen, as it is installed in a folder, with a phone that a test looks into. */
export async function bundleScreen(folder: string): Promise<string> {
  const { outputs } = await Bun.build({
    entrypoints: [here("./show-screen.ts")],
    target: "browser",
    format: "iife",
    define: { "process.env.NODE_ENV": '"production"' },
    plugins: [
      {
        name: "the example and a phone",
        setup(build) {
          build.onResolve({ filter: /^react-native(-|$)/ }, () => ({ path: here("./phone.ts") }));
          build.onResolve({ filter: /^signify-example\// }, ({ path }) => ({
            path: `${folder}/${path.replace("signify-example/", "")}.tsx`,
          }));
          build.onResolve(
            { filter: /^(react|react-test-renderer|@signify\/client-sdk)(\/|$)/ },
            ({ path }) => ({
              path: Bun.resolveSync(path, folder),
            }),
          );
        },
      },
    ],
  });
  return (await outputs[0]?.text()) ?? "";
}
