import { ByteBuffer } from "flatbuffers";

/** The root table of a FlatBuffer, read by the numbers of its fields. */
export class RootTable {
  readonly #buffer: ByteBuffer;
  readonly #root: number;

  /** Reads the bytes where they lie. */
  constructor(bytes: Uint8Array) {
    this.#buffer = new ByteBuffer(bytes);
    this.#root = this.#buffer.__indirect(0);
  }

  /** A number, 0 where it is left out. */
  uint32(field: number): number {
    const place = this.#place(field);
    return place === undefined ? 0 : this.#buffer.readUint32(place);
  }

  /** Where the table, text or vector lies that a field refers to; undefined where it is left out. */
  target(field: number): number | undefined {
    const place = this.#place(field);
    return place === undefined ? undefined : this.#buffer.__indirect(place);
  }

  /** Where the tables lie that a field lists. */
  tables(field: number): number[] {
    const place = this.target(field);
    if (place === undefined) return [];
    const length = this.#buffer.readUint32(place);
    return Array.from({ length }, (_, index) => this.#buffer.__indirect(place + 4 + 4 * index));
  }

  #place(field: number): number | undefined {
    const offset = this.#buffer.__offset(this.#root, 4 + 2 * field);
    return offset === 0 ? undefined : this.#root + offset;
  }
}
