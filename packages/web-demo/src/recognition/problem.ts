import { SignifyError } from "@signify/client-sdk";
import type { texts } from "../texts/texts.ts";

/** What can go wrong, as far as a learner can do something about it. */
export type ProblemCode = Exclude<keyof typeof texts.problems, "title" | "useDevice">;

const codes: Readonly<Partial<Record<SignifyError["code"], ProblemCode>>> = {
  "camera-denied": "camera-denied",
  "camera-missing": "camera-missing",
  "camera-busy": "camera-busy",
  "camera-lost": "camera-lost",
  "hands-failed": "hands-failed",
  "pictures-failed": "unsupported",
  "letters-failed": "letters-failed",
  // The page gives the SDK no picture of its own making but a learner's file.
  "bad-picture": "file",
  unreachable: "unreachable",
  "wrong-server": "unreachable",
  "bad-address": "unreachable",
  unsupported: "unsupported",
  "too-many-connections": "busy",
  unauthorized: "refused",
  "origin-refused": "refused",
};

/** The page's words for an error of the SDK or of the browser. What a browser lacks it may just keep from a page over plain http. */
export function problemOf(error: unknown, isSecure = globalThis.isSecureContext ?? true): ProblemCode {
  const code = (SignifyError.isInstance(error) ? codes[error.code] : undefined) ?? "other";
  return code === "unsupported" && !isSecure ? "insecure" : code;
}
