import type { SignifyClient } from "../client.ts";
import type { ConnectOptions, Shared } from "../connect-options.ts";
import { systemTiming } from "../timing.ts";
import { createPictureDesk, forPictures, type PictureDesk, type PictureOwner } from "./picture-desk.ts";
import { prepareFrame } from "./prepare-frame.ts";

/** How the client of a server answers pictures: by a session of their own on the same server. */
export function answerPictures(
  owner: PictureOwner,
  options: ConnectOptions & Shared,
  connect: (options: ConnectOptions) => Promise<SignifyClient>,
): PictureDesk {
  const { findHands, nextSequence: _, ...own } = options;
  const timing = { ...systemTiming, ...options.timing };
  return createPictureDesk({
    ...{ owner, timing },
    open: (signal) => connect({ ...own, ...forPictures, signal, timing }),
    prepare: (picture, wishes) => prepareFrame(picture, wishes, findHands),
  });
}
