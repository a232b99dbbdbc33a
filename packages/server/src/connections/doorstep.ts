import type { Timers } from "@signify/core";
import { createPlaces, type PlacesOptions } from "./places.ts";

/** Where newcomers wait before they are let in. */
export type Doorstep = {
  /** Settles after so many milliseconds; `undefined` when there is no place to wait. */
  wait(address: string, milliseconds: number): Promise<void> | undefined;
};

/** Options of {@link createDoorstep}: how many may wait, and the timers that they wait by. */
export type DoorstepOptions = PlacesOptions & { timers: Timers };

/** Who waits costs a socket and a timer, so they are as bounded as those inside. */
export function createDoorstep({ timers, ...limits }: DoorstepOptions): Doorstep {
  const places = createPlaces(limits);
  return {
    wait(address, milliseconds) {
      const place = places.take(address);
      if (typeof place === "string") return undefined;
      return new Promise((resolve) => {
        timers.after(milliseconds, () => {
          place.leave();
          resolve();
        });
      });
    },
  };
}
