import type { CameraSession } from "../recognition/camera-session.ts";

/** What a learner is told beside the camera picture. */
export type Notice = "problem" | "link" | "slow" | "advice";

/** The values of a session that decide, and whether slowness may be told: where something can be done about it. */
export type NoticeOptions = {
  [Name in "problem" | "link" | "phase" | "slow" | "advice"]: CameraSession[Name]["value"];
} & { offersPictures: boolean };

/** The most important notice: one at a time. */
export function whichNotice(options: NoticeOptions): Notice | undefined {
  const { problem, link, phase, slow, advice, offersPictures } = options;
  if (problem) return "problem";
  if (link !== "ok" && phase !== "off") return "link";
  if (slow && offersPictures) return "slow";
  return phase === "on" && advice ? "advice" : undefined;
}
