/** Things of which one is drawn by chance. */
export type Lots<T> = {
  add(item: T): void;
  delete(item: T): void;
  /** One of them; `undefined` where there is none. */
  draw(): T | undefined;
};

/** Adding, deleting and drawing take as long with one item as with a million. `random` is 0..1, below 1. */
export function createLots<T>(random: () => number): Lots<T> {
  const items: T[] = [];
  const places = new Map<T, number>();
  return {
    add(item) {
      if (places.has(item)) return;
      places.set(item, items.length);
      items.push(item);
    },
    delete(item) {
      const place = places.get(item);
      if (place === undefined) return;
      places.delete(item);
      const last = items.pop() as T;
      if (last === item) return;
      items[place] = last;
      places.set(last, place);
    },
    draw: () => items[Math.floor(random() * items.length)],
  };
}
