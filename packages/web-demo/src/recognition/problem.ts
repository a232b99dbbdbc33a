import { texts } from "../texts/texts.ts";

/** What can go wrong, as far as a learner can do something about it. */
export type ProblemCode = Exclude<keyof typeof texts.problems, "title" | "useDevice">;

/** An error that the page has words for. */
export class PageProblem extends Error {
  override readonly name = "PageProblem";
  readonly code: ProblemCode;

  constructor(code: ProblemCode, options?: { cause?: unknown }) {
    super(texts.problems[code], options);
    this.code = code;
  }
}

const codes: Readonly<Record<string, ProblemCode>> = {
  "camera-denied": "camera-denied",
  "camera-missing": "camera-missing",
  "camera-busy": "camera-busy",
  "camera-lost": "camera-lost",
  "hands-failed": "hands-failed",
  "letters-failed": "letters-failed",
  unreachable: "unreachable",
  "wrong-server": "unreachable",
  "bad-address": "unreachable",
  unsupported: "unsupported",
  "too-many-connections": "busy",
  unauthorized: "refused",
  "origin-refused": "refused",
};

/** The page's words for an error of the SDK or of the browser. */
export function problemOf(error: unknown): ProblemCode {
  if (error instanceof PageProblem) return error.code;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return (typeof code === "string" && Object.hasOwn(codes, code) ? codes[code] : undefined) ?? "other";
}

/** The page's words for what `getUserMedia` throws. */
export function cameraProblem(error: unknown): PageProblem {
  const name = error instanceof Error ? error.name : "";
  const code: ProblemCode =
    name === "NotAllowedError" || name === "SecurityError"
      ? "camera-denied"
      : name === "NotFoundError" || name === "OverconstrainedError"
        ? "camera-missing"
        : name === "NotReadableError" || name === "AbortError"
          ? "camera-busy"
          : name === "TypeError"
            ? "unsupported"
            : "other";
  return new PageProblem(code, { cause: error });
}
