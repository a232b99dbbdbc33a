import type { SignifyError } from "@signify/core";
import type { ClientEvent } from "../events/client-event.ts";
import { type LetterCameraSnapshot, nothingSeen } from "./letter-camera-snapshot.ts";

/**
 * What an event changes of a snapshot.
 *
 * @param lasting what the present state is blamed on: an error of one frame is forgotten with the next letter, this is not
 */
export function snapshotChange(
  event: ClientEvent,
  lasting: SignifyError | undefined,
): Partial<LetterCameraSnapshot> {
  switch (event.type) {
    case "prediction": {
      const { letter, probability, targetProbability, verdict } = event;
      return { letter, probability, targetProbability, verdict, error: lasting };
    }
    case "status":
      return { status: event.state, ...(event.state === "no-hand" && nothingSeen) };
    case "correction":
      return { correction: event.key ? event : null };
    case "error":
      return { error: event.error };
    case "state":
      return event.state === "closed" ? {} : { state: event.state, reason: event.reason, error: event.error };
    default:
      return {};
  }
}
