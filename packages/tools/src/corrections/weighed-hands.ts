import type { RecordedHand } from "./recorded-hand.ts";

/** A hand and how much it counts. */
export type WeighedHand = { hand: RecordedHand; weight: number };

/** People of one name that are not told apart count for so many, as in training. */
const peopleOf: Readonly<Record<string, number>> = { ankara: 4, aslnow: 3, dvorakman: 2 };
/** Hands of one letter that are taken of each of them. */
const handsEach = 40;

/** Hands of one letter, so that every person counts alike, however many samples there are of them. */
export function weighHands(hands: readonly RecordedHand[]): WeighedHand[] {
  return [...Map.groupBy(hands, ({ person }) => person)].flatMap(([person, own]) => {
    const people = peopleOf[person] ?? 1;
    const taken = evenly(own, handsEach * people);
    return taken.map((hand) => ({ hand, weight: people / taken.length }));
  });
}

/** At most `count` of the items, evenly over all of them. */
export function evenly<Item>(items: readonly Item[], count: number): Item[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, at) => items[Math.floor((at * items.length) / count)]).filter(
    (item) => item !== undefined,
  );
}

/** At most `count` samples of each letter of each person. */
export function samplesOfEach(hands: readonly RecordedHand[], count: number): RecordedHand[] {
  const each = Map.groupBy(hands, ({ person, letter }) => `${person} ${letter}`);
  return [...each.values()].flatMap((own) => evenly(own, count * (peopleOf[own[0]?.person ?? ""] ?? 1)));
}
