import type { LocatedHands } from "@signify/core";
import type { PictureRequest } from "@signify/vision";

/** Where a vision process runs: on this machine, or on another that is reached through the cluster. */
export type Place = "local" | "remote";

/** A vision process that is free for one picture. Whoever is given it looks at one at most, and then gives it back. */
export type FreeProcess = {
  readonly place: Place;
  /** False once it is gone, which may be before anyone has used it. */
  readonly alive: boolean;
  /**
   * Looks at one picture.
   * @throws SignifyError the decoder's own codes, or "vision-failed" when the process died, is gone or took too long.
   */
  locate(request: PictureRequest): Promise<LocatedHands>;
  /** Gives it back; only the first call counts. */
  release(): void;
  /** Whether the picture cost the process: it died of it, or was killed because it took too long. */
  readonly broke: boolean;
};
