import ts from "typescript";

/**
 * The declarations of a module whose types are made of schemas, with every type written out: users of the package read
 * what a message holds, and need no library of schemas for it. Doc comments stay, also those of the schemas' fields.
 *
 * @param source a TypeScript file that exports types only
 */
export function writeOutTypes(source: string, options: ts.CompilerOptions): string {
  const program = ts.createProgram([source], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(source);
  if (!file) throw new Error("expected a TypeScript file whose types are to be written out");

  const write = (type: ts.Type, indent = "", flags = keepNames): string => {
    if (type.isUnion() && type.types.some(isRecord)) {
      return type.types.map((member) => write(member, indent)).join(" | ");
    }
    if (checker.isArrayType(type)) {
      const [element] = checker.getTypeArguments(type as ts.TypeReference);
      if (element && isRecord(element)) return `${write(element, indent)}[]`;
    }
    if (!isRecord(type)) return checker.typeToString(type, file, flags);
    const sample = letterField(type);
    if (sample)
      return `Partial<Record<Letter, ${write(checker.getNonNullableType(typeOf(sample)), indent)}>>`;
    const fields = type.getProperties().map((field) => writeField(field, `${indent}  `));
    return `{\n${fields.join("")}${indent}}`;
  };
  const typeOf = (field: ts.Symbol) => checker.getTypeOfSymbolAtLocation(field, file);
  const writeField = (field: ts.Symbol, indent: string): string => {
    const comment = ts.displayPartsToString(field.getDocumentationComment(checker));
    const isOptional = (field.flags & ts.SymbolFlags.Optional) !== 0;
    const name = `${field.name}${isOptional ? "?" : ""}`;
    return `${comment && `${indent}/** ${comment} */\n`}${indent}${name}: ${write(typeOf(field), indent)};\n`;
  };

  const aliases = file.statements.filter(ts.isTypeAliasDeclaration).map((alias) => {
    // What takes a parameter says by itself how it is made of the others.
    if (alias.typeParameters) return alias.getFullText(file).trim();
    const comment = alias.getFullText(file).slice(0, alias.getLeadingTriviaWidth(file)).trim();
    return `${comment}\nexport type ${alias.name.text} = ${write(checker.getTypeAtLocation(alias.name), "", keepOtherNames)};`;
  });
  return `import type { Letter } from "../letters/letters.ts";\n\n${aliases.join("\n\n")}\n`;
}

const keepNames = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
/** For the type that a name stands for, which is not to be written as that name. */
const keepOtherNames = keepNames | ts.TypeFormatFlags.InTypeAlias;

/** One field of an object that has one for each letter, all of a kind: its users need not read 26. */
function letterField(type: ts.Type): ts.Symbol | undefined {
  const fields = type.getProperties();
  const names = fields.map(({ name }) => name).join("");
  return names === "ABCDEFGHIJKLMNOPQRSTUVWXYZ" ? fields[0] : undefined;
}

/** An object with named fields, and neither an array nor one of JavaScript's own. */
function isRecord(type: ts.Type): boolean {
  const isObject = (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) !== 0;
  return isObject && type.getCallSignatures().length === 0 && type.getNumberIndexType() === undefined;
}
