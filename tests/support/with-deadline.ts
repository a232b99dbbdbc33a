/** Long enough for a machine that is busy with other things; nothing waits for it unless something is broken. */
const generous = 45_000;

type Wait<T> = (resolve: (value: T) => void, reject: (error: Error) => void) => () => void;

/**
 * Waits for an event, and says what it waited for when it does not come. `wait` starts to listen and answers how to
 * stop.
 */
export function withDeadline<T>(what: string, wait: Wait<T>, describe = () => ""): Promise<T> {
  return new Promise((resolve, reject) => {
    let stop = () => {};
    const end = () => {
      clearTimeout(timer);
      stop();
    };
    const timer = setTimeout(() => {
      end();
      reject(new Error(`Waited ${generous} ms for ${what}.${describe()}`));
    }, generous);
    const stopListening = wait(
      (value) => {
        end();
        resolve(value);
      },
      (error) => {
        end();
        reject(error);
      },
    );
    stop = () => void stopListening();
  });
}

/** Asks again and again, at an interval that costs nothing, until the answer is there. */
export async function until<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  interval = 20,
): Promise<T> {
  const start = performance.now();
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (performance.now() - start > generous) throw new Error(`Waited ${generous} ms for ${what}.`);
    await Bun.sleep(interval);
  }
}
