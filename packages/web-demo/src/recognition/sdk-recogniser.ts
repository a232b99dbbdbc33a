import { PageProblem } from "./problem.ts";
import type { OpenRecogniser } from "./recogniser.ts";

export const openRecogniser: OpenRecogniser = async () => {
  throw new PageProblem("other");
};
