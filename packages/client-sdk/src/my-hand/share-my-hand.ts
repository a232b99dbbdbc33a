import type { TaughtHand } from "@signify/core";
import type { SignifyClient } from "../client.ts";
import type { MyHand } from "./my-hand.ts";

/** Options of {@link shareMyHand}. */
export type ShareMyHandOptions = {
  /** The client that reads at this moment. */
  active: () => Pick<SignifyClient, "myHand">;
  /** All that there are: those that do not read get the hand too. */
  clients: () => readonly (Pick<SignifyClient, "myHand"> | undefined)[];
};

/** One hand for several clients, of which one reads at a time. */
export type SharedHand = {
  readonly myHand: MyHand;
  /** Another client reads from now on: it gets the hand, and the lesson goes on there. */
  moved(): void;
};

/** Makes a {@link SharedHand}. */
export function shareMyHand({ active, clients }: ShareMyHandOptions): SharedHand {
  let kept: TaughtHand | undefined;
  let moving = new AbortController();

  /** Two places may have different models; what was taught to one is nothing to the other. */
  const share = () => {
    kept = active().myHand.export();
    for (const client of clients()) if (client !== active()) giveHand(client, kept);
  };
  const myHand: MyHand = {
    get letters() {
      return active().myHand.letters;
    },
    async learn(letter, options = {}) {
      for (;;) {
        const { signal: moved } = moving;
        const signal = options.signal ? AbortSignal.any([options.signal, moved]) : moved;
        try {
          const result = await active().myHand.learn(letter, { ...options, signal });
          share();
          return result;
        } catch (error) {
          if (!moved.aborted || options.signal?.aborted) throw error;
        }
      }
    },
    forget(letter) {
      active().myHand.forget(letter);
      share();
    },
    export: () => active().myHand.export(),
    import(hand) {
      active().myHand.import(hand);
      share();
    },
  };

  return {
    myHand,
    moved() {
      if (kept) giveHand(active(), kept);
      moving.abort();
      moving = new AbortController();
    },
  };
}

/** Gives a client a hand, if that was taught to the model that it reads with. */
export function giveHand(client: Pick<SignifyClient, "myHand"> | undefined, hand: TaughtHand): void {
  try {
    client?.myHand.import(hand);
  } catch {
    // It keeps the hand that it has, if any: the app is told by its letters.
  }
}
