/**
 * Waits until everything that can happen without time passing has happened: `turns` rounds of the microtask queue,
 * more than one frame needs for the whole pipeline. It never sleeps.
 */
export async function settleMicrotasks(turns = 120): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await undefined;
}
