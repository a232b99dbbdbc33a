/** Runs a task when it is its turn. */
export type Turns = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** At most so many tasks at a time, in the order in which they came. */
export function takeTurns(atATime: number): Turns {
  let free = atATime;
  const waiting: (() => void)[] = [];

  return async (task) => {
    if (free === 0) await new Promise<void>((resolve) => waiting.push(resolve));
    else free -= 1;
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
