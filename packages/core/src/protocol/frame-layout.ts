/** One field of the binary frame's header, little-endian. */
export type HeaderField = {
  /** First byte. */
  offset: number;
  type: "u8" | "u16" | "u32" | "f64";
  name: string;
  meaning: string;
};

/** The header of a binary frame, field by field. The payload follows: a JPEG, or 42 × 3 float32 landmarks. */
export const frameLayout: readonly HeaderField[] = [
  { offset: 0, type: "u8", name: "version", meaning: "1" },
  { offset: 1, type: "u8", name: "kind", meaning: "1 = JPEG bytes, 2 = landmarks, 42 × 3 float32" },
  { offset: 2, type: "u16", name: "flags", meaning: "bit 0: the picture is mirrored; others are ignored" },
  { offset: 4, type: "u32", name: "sequence", meaning: "the frame's number, increasing" },
  {
    offset: 8,
    type: "f64",
    name: "capturedAt",
    meaning: "when it was captured, in ms of the client's clock",
  },
];

/** The layout as a table in Markdown. */
export function frameLayoutTable(): string {
  const rows = frameLayout.map(
    ({ offset, type, name, meaning }) => `| ${offset} | ${type} | ${name} | ${meaning} |`,
  );
  const payload = "| 16 | bytes | payload | the JPEG, or the landmarks |";
  return ["| byte | type | field | meaning |", "|---|---|---|---|", ...rows, payload].join("\n");
}
