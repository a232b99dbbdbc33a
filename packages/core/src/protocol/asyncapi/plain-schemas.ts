type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isNull = (schema: unknown) => isTree(schema) && schema.type === "null";

/** Schemas by their titles, as other languages' generators read them best. */
export type PlainSchemas = {
  /** Every schema with a title that was met so far. */
  readonly found: Record<string, object>;
  /** A reference to a schema, which is added to those found. */
  reference(schema: Tree): { $ref: string };
};

/**
 * Writes TypeBox's schemas in plain JSON Schema, of which generators of other languages make types with good names: a
 * schema with a title stands once, under that title, and is referred to from everywhere else; one of fixed values is an
 * `enum`; one that may be null is a choice between null and the rest; and what names a schema inside this program is gone.
 */
export function createPlainSchemas(root: string): PlainSchemas {
  const found: Record<string, object> = {};

  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isTree(value)) return value;
    if (typeof value.title === "string") return orNull(value) ?? reference(value);
    return body(value);
  };

  const body = ({ $id: _, anyOf, const: only, properties, ...rest }: Tree, title = ""): object => {
    const others = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, plain(value)]));
    const values = Array.isArray(anyOf) ? fixedValues(anyOf) : undefined;
    return {
      ...others,
      ...(only !== undefined && { enum: [only] }),
      ...(isTree(properties) && { properties: plain(titled(properties, title)) }),
      ...(values && { type: "string", enum: values }),
      ...(Array.isArray(anyOf) && !values && { anyOf: anyOf.map(plain) }),
    };
  };

  /** A named choice between null and others: null, or the others under that name. */
  const orNull = (schema: Tree): object | undefined => {
    if (!Array.isArray(schema.anyOf) || !schema.anyOf.some(isNull)) return undefined;
    const others = schema.anyOf.filter((choice: unknown) => !isNull(choice));
    return { anyOf: [reference({ ...schema, anyOf: others }), { type: "null" }] };
  };

  const reference = (schema: Tree): { $ref: string } => {
    const { title: name, ...rest } = schema;
    const title = String(name);
    if (!found[title]) {
      // Its place in the list is where it was met first, not where its last part was.
      found[title] = {};
      found[title] = { title, ...body(rest, title) };
    }
    return { $ref: `${root}/${title}` };
  };

  return { found, reference };
}

/** A fixed value gets a name of its own, which generators would make up otherwise: that of its owner and its key. */
function titled(properties: Tree, owner: string): Tree {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => {
      if (!isTree(value) || value.const === undefined) return [key, value];
      return [key, { title: `${owner}${key.charAt(0).toUpperCase()}${key.slice(1)}`, ...value }];
    }),
  );
}

/** The values of a choice between fixed ones. */
function fixedValues(choices: readonly unknown[]): unknown[] | undefined {
  const values = choices.map((choice) => (isTree(choice) ? choice.const : undefined));
  return values.includes(undefined) ? undefined : values;
}
