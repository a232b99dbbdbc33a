import type { SignifyClient } from "../client.ts";
import type { ConnectOptions } from "../connect-options.ts";
import { systemTiming } from "../timing.ts";
import { createPictureDesk, forPictures, type PictureDesk, type PictureOwner } from "./picture-desk.ts";
import { prepareFrame } from "./prepare-frame.ts";

/** How the client of a server answers pictures: by a session of their own on the same server. */
export function answerPictures(
  owner: PictureOwner,
  options: ConnectOptions,
  connect: (options: ConnectOptions) => Promise<SignifyClient>,
): PictureDesk {
  const timing = { ...systemTiming, ...options._internal };
  return createPictureDesk({
    ...{ owner, timing },
    open: (signal) => connect({ ...options, ...forPictures, signal, _internal: timing }),
    prepare: (picture, wishes) => prepareFrame(picture, wishes, options._internal?.findHands),
  });
}
