import { expect, test } from "bun:test";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { entries } from "./entries.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

test("every public symbol of the SDK has a doc comment", () => {
  const sources = entries.map(({ source }) => root + source);
  const program = ts.createProgram(sources, {
    allowImportingTsExtensions: true,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    noEmit: true,
    noLib: true,
    types: [],
  });
  const checker = program.getTypeChecker();
  const undocumented = sources.flatMap((path) => {
    const file = program.getSourceFile(path);
    const module = file && checker.getSymbolAtLocation(file);
    return (module ? checker.getExportsOfModule(module) : []).flatMap((symbol) => {
      const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
      return target.getDocumentationComment(checker).length > 0 ? [] : [symbol.name];
    });
  });
  expect(undocumented).toEqual([]);
}, 60_000);
