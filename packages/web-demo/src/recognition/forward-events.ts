import type { ClientEventOf, SignifyClient } from "@signify/client-sdk";
import type { LinkState, RecognizerEvent, SeenPoints } from "./recognizer.ts";

/** Options of {@link forwardEvents}. */
export type ForwardOptions = {
  /** Width / height of the pictures, for points that come without it. */
  aspect: () => number;
  onEvent: (event: RecognizerEvent) => void;
};

/** Tells the page what a client tells, from its present state on. */
export function forwardEvents(client: SignifyClient, { aspect, onEvent }: ForwardOptions): void {
  client.on("prediction", (reading) => onEvent({ type: "reading", reading }));
  client.on("correction", (correction) => onEvent({ type: "correction", correction }));
  client.on("status", ({ state }) => {
    onEvent({ type: "hands", state });
    if (state === "no-hand") onEvent({ type: "points", points: undefined });
  });
  client.on("landmarks", (event) => {
    onEvent({ type: "frame" });
    onEvent({ type: "points", points: pointsOf(event, aspect) });
  });
  client.on("state", (event) => {
    if (event.state === "closed") onEvent({ type: "ended", error: event.error });
    else onEvent({ type: "link", link: linkOf(event) });
  });
  onEvent({ type: "link", link: linkOf(client) });
}

function pointsOf(event: ClientEventOf<"landmarks">, aspect: () => number): SeenPoints | undefined {
  return event.points.some((coordinate) => coordinate !== 0)
    ? { points: event.points, aspect: event.aspect ?? aspect() }
    : undefined;
}

/** What a client's state is to the page, which hears from its camera itself when no pictures come. */
export function linkOf({
  state,
  reason,
}: Pick<SignifyClient, "state"> & { reason?: SignifyClient["reason"] }): LinkState {
  if (reason === "camera-lost" || reason === "pictures-failed" || reason === "hands-failed") return "ok";
  return reason ?? (state === "connecting" ? "connecting" : "ok");
}
