/** Something that falls due. */
export type Event = { readonly at: number; readonly run: () => void };

/** What falls due, the earliest first; what falls due together, in the order in which it was added. */
export type EventHeap = {
  /** Adds what falls due at `at`; the answer takes it away again, and does nothing once it is taken or popped. */
  add(at: number, run: () => void): () => void;
  /** When the next one falls due; endless where there is none. */
  readonly next: number;
  /** Takes the next one. */
  pop(): Event | undefined;
  readonly size: number;
};

type Entry = Event & { order: number; place: number };

const taken = -1;

/**
 * A binary heap in which every entry knows its place: adding, popping and taking away cost the logarithm of the number
 * of entries. Most timers of a cluster are deadlines that are taken away; left in the heap they would fill it.
 */
export function createEventHeap(): EventHeap {
  const entries: Entry[] = [];
  let added = 0;

  const isBefore = (one: Entry, other: Entry) =>
    one.at < other.at || (one.at === other.at && one.order < other.order);
  const put = (entry: Entry, place: number) => {
    entries[place] = entry;
    entry.place = place;
  };

  const rise = (entry: Entry) => {
    let { place } = entry;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = entries[above] as Entry;
      if (!isBefore(entry, parent)) break;
      put(parent, place);
      place = above;
    }
    put(entry, place);
  };

  const sink = (entry: Entry) => {
    let { place } = entry;
    for (;;) {
      const left = entries[2 * place + 1];
      const right = entries[2 * place + 2];
      const child = left && right && isBefore(right, left) ? right : left;
      if (!child || !isBefore(child, entry)) break;
      const below = child.place;
      put(child, place);
      place = below;
    }
    put(entry, place);
  };

  const take = (entry: Entry) => {
    const { place } = entry;
    const last = entries.pop() as Entry;
    entry.place = taken;
    if (last === entry) return;
    put(last, place);
    rise(last);
    sink(last);
  };

  return {
    add(at, run) {
      const entry: Entry = { at, run, order: added++, place: entries.length };
      entries.push(entry);
      rise(entry);
      return () => {
        if (entry.place !== taken) take(entry);
      };
    },
    get next() {
      return entries[0]?.at ?? Number.POSITIVE_INFINITY;
    },
    pop() {
      const [first] = entries;
      if (first) take(first);
      return first;
    },
    get size() {
      return entries.length;
    },
  };
}
