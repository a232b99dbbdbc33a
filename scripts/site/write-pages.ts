import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { Application, type ProjectReflection, ReflectionKind, type TypeDocOptions } from "typedoc";
import { guideGroups } from "./guides.ts";
import { mendPages } from "./mend-pages.ts";
import { titlePages } from "./title-pages.ts";

const root = join(import.meta.dir, "../..");
const sdk = join(root, "packages/client-sdk");
const types = join(sdk, "dist/types/client-sdk");

/** Every kind of symbol and of member has its words; what can be read and set has them once. */
const documented = [
  ...(["Enum", "EnumMember", "Variable", "Function", "Class", "Constructor", "Interface"] as const),
  ...(["Property", "Method", "GetSignature", "TypeAlias"] as const),
];

/**
 * Writes the guides and the reference of every entry of the SDK, made of the types that are published.
 *
 * @param folder where they are written; it is emptied
 * @param made pages that are not kept in the repository, by their whole paths
 */
export async function writePages(folder: string, made: readonly string[]): Promise<void> {
  const { exports, version } = await Bun.file(join(sdk, "dist/package.json")).json();
  const entries = Object.entries(exports as Record<string, { types: string }>)
    .map(([name, entry]) => ({ name: join("@signify/client-sdk", name), path: typesOf(entry) }))
    .filter(({ path }) => existsSync(path));
  const pages = [
    ...guideGroups.map(({ name, files }) => ({ name, files: [...new Set(files.flatMap(filesOf))] })),
    { name: "Protocol", files: made },
  ];
  const groups = new Map(pages.flatMap(({ name, files }) => files.map((file) => [file, name] as const)));
  const app = await Application.bootstrap(optionsOf(entries, pages, version), []);
  titlePages(app, (path) => groups.get(path));
  mendPages(app);
  const project = await app.convert();
  if (!project) throw new Error("TypeDoc could not read the types of the SDK.");
  nameEntries(project, entries);
  app.validate(project);
  if (app.logger.hasErrors() || app.logger.hasWarnings())
    throw new Error("The pages have the faults that TypeDoc has named.");
  await app.generateDocs(project, folder);
}

/** One entry of the package: its name in an import, and its types. */
type Entry = { readonly name: string; readonly path: string };

/** The types of an entry, which stand under a condition of their own where the package has CommonJS besides. */
function typesOf(entry: unknown): string {
  if (typeof entry !== "object" || entry === null) return "";
  const { types: path, import: module } = entry as { types?: string; import?: unknown };
  return path ? join(sdk, "dist", path) : typesOf(module);
}

function filesOf(pattern: string): string[] {
  return [...new Bun.Glob(pattern).scanSync({ cwd: root, dot: true })].sort().map((file) => join(root, file));
}

/** What TypeDoc calls an entry: its path below the sources, "index" for the first. */
function sourceOf(path: string): string {
  const source = relative(join(types, "src"), path).replace(/\.d\.ts$/, "");
  return source.replace(/\/index$/, "");
}

/** Has the entries be called as they are imported. */
function nameEntries(project: ProjectReflection, entries: readonly Entry[]): void {
  const names = new Map(entries.map(({ name, path }) => [sourceOf(path), name]));
  for (const module of project.getChildrenByKind(ReflectionKind.Module)) {
    const name = names.get(module.name);
    if (!name) throw new Error(`${module.name} is no entry of the package`);
    module.name = name;
  }
}

function optionsOf(
  entries: readonly Entry[],
  pages: readonly { name: string; files: readonly string[] }[],
  version: string,
): TypeDocOptions {
  return {
    name: `Signify ${version}`,
    entryPoints: entries.map(({ path }) => path),
    tsconfig: join(import.meta.dir, "tsconfig.types.json"),
    readme: join(sdk, "README.md"),
    projectDocuments: pages.flatMap(({ files }) => [...files]),
    customCss: join(import.meta.dir, "site.css"),
    disableSources: true,
    skipErrorChecking: true,
    disableGit: true,
    excludeInternal: true,
    githubPages: false,
    headings: { readme: false, document: false },
    sort: ["kind", "alphabetical-ignoring-documents"],
    locales: { en: { kind_plural_module: "API" } },
    searchInComments: true,
    searchInDocuments: true,
    groupOrder: [...pages.map(({ name }) => name), "*"],
    navigation: { includeGroups: true },
    requiredToBeDocumented: documented as TypeDocOptions["requiredToBeDocumented"],
    validation: { notDocumented: true, invalidLink: true, notExported: false, invalidPath: true },
    treatValidationWarningsAsErrors: true,
  } as TypeDocOptions;
}
