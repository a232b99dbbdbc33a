/** A bounded number of places, in all and for each address. */
export type Places = {
  /** Takes a place, and returns how to leave it, which answers whether that was the first time; or says which limit is reached. */
  take(address: string): { leave: () => boolean } | "full" | "address-full";
  /** Places that are taken. */
  readonly taken: number;
};

/** Options of {@link createPlaces}. */
export type PlacesOptions = { max: number; maxPerAddress: number };

/** Counts who is in a place; addresses with nobody there are not remembered. */
export function createPlaces({ max, maxPerAddress }: PlacesOptions): Places {
  const byAddress = new Map<string, number>();
  let taken = 0;
  return {
    take(address) {
      const before = byAddress.get(address) ?? 0;
      if (taken >= max) return "full";
      if (before >= maxPerAddress) return "address-full";
      taken += 1;
      byAddress.set(address, before + 1);
      let left = false;
      const leave = () => {
        if (left) return false;
        left = true;
        taken -= 1;
        const remaining = (byAddress.get(address) ?? 1) - 1;
        if (remaining > 0) byAddress.set(address, remaining);
        else byAddress.delete(address);
        return true;
      };
      return { leave };
    },
    get taken() {
      return taken;
    },
  };
}
