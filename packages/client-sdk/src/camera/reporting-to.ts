import type { SignifyClient } from "../client.ts";
import type { FeedOptions } from "./feed.ts";

/** A client that is told when no frames come any more; an app's own stand-in may do without. */
export type TroubledClient = Partial<Pick<SignifyClient, "reportTrouble">>;

/** A feed's options, by which its client is told of what ends its pictures, as well as the app. */
export function reportingTo(client: TroubledClient, options: FeedOptions): FeedOptions {
  return {
    ...options,
    onCamera(state, error) {
      if (error) client.reportTrouble?.(error);
      options.onCamera?.(state, error);
    },
  };
}
