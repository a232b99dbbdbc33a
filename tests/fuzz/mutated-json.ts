import fc, { type Arbitrary, type JsonValue } from "fast-check";
import { marker } from "./marker.ts";

/** One change of a JSON object: a field replaced, left out, or added. */
type Change = { field: number; how: "replace" | "leave out" | "add"; name: string; value: JsonValue };

const nested = (depth: number): JsonValue => (depth === 0 ? marker : [nested(depth - 1)]);

/** What a field may hold that it should not. */
const odd: Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue[]>(
    ...[null, true, 0, -0, -1, 1.5, 1e308, 2 ** 32, "", " ", "A", "a", "ß", "\u0000", "\ud800"],
    ...[[], {}, [null], { [marker]: marker }, marker, `${marker}\n"\\`, `data:image/jpeg;base64,${marker}`],
    ...[nested(5), nested(500), "x".repeat(70_000)],
  ),
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 40 }),
);

const name = fc.oneof(
  fc.constantFrom(
    "__proto__",
    "constructor",
    "toString",
    "type",
    "target",
    "jpeg_blob",
    "new_letter",
    marker,
  ),
  fc.string({ maxLength: 12 }),
);

const change = fc.record<Change>({
  field: fc.nat(),
  how: fc.constantFrom("replace", "replace", "leave out", "add"),
  name,
  value: odd,
});

/** JSON text of an object after a few changes of its fields; now and then JSON of something else altogether. */
export function mutatedJson(object: Record<string, JsonValue>): Arbitrary<string> {
  const changed = fc
    .array(change, { minLength: 1, maxLength: 4 })
    .map((changes) => changes.reduce(apply, Object.entries(object)))
    .map(objectText);
  return fc.oneof(
    { weight: 6, arbitrary: changed },
    { weight: 1, arbitrary: odd.map((value) => JSON.stringify(value)) },
  );
}

function apply(fields: [string, JsonValue][], { field, how, name, value }: Change): [string, JsonValue][] {
  const at = field % Math.max(1, fields.length);
  if (how === "add") return fields.toSpliced(at, 0, [name, value]);
  const [present = name] = fields[at] ?? [];
  return how === "replace" ? fields.toSpliced(at, 1, [present, value]) : fields.toSpliced(at, 1);
}

/** As a sender may write it that no library would: names twice, and names that objects here could not hold. */
function objectText(fields: [string, JsonValue][]): string {
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(",")}}`;
}
