/**
 * Buffers for a network's input that are used again. A frame needs half a megabyte of them; making that anew for each
 * would keep the garbage collector busy. A buffer that is in use is never handed out again, so searches may overlap.
 */
export class InputBuffers {
  readonly #length: number;
  readonly #free: Float32Array[] = [];

  constructor(length: number) {
    this.#length = length;
  }

  /** Lends a buffer until the promise that `use` returns settles. Its content is whatever was left in it. */
  async lend<Result>(use: (buffer: Float32Array) => Promise<Result>): Promise<Result> {
    const buffer = this.#free.pop() ?? new Float32Array(this.#length);
    try {
      return await use(buffer);
    } finally {
      this.#free.push(buffer);
    }
  }
}
