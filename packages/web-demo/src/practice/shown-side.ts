import type { LearningSettings } from "../shell/learning-settings.ts";

/**
 * Which hand the model is, as somebody opposite sees it: from the front it is the learner's own, and in a mirror it looks
 * like the other one.
 */
export function shownSide({ hand, view }: Pick<LearningSettings, "hand" | "view">): "right" | "left" {
  if (view === "front") return hand;
  return hand === "right" ? "left" : "right";
}
