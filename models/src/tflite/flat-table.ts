/**
 * A table of a FlatBuffers file, read field by field, and changed where nothing has to move. Every read is checked against the end of the file, which the
 * reader of the `flatbuffers` package does not do: a truncated file throws a `RangeError` here.
 *
 * Source: https://flatbuffers.dev/internals/ (tables, vtables and vectors).
 */
export class FlatTable {
  readonly #view: DataView;
  readonly #position: number;

  constructor(view: DataView, position: number) {
    this.#view = view;
    this.#position = position;
  }

  /** The root table of a file. */
  static root(bytes: Uint8Array): FlatTable {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return new FlatTable(view, view.getUint32(0, true));
  }

  /** Where the table begins in the file, in bytes. */
  get position(): number {
    return this.#position;
  }

  int8(field: number, fallback = 0): number {
    const at = this.#field(field);
    return at === undefined ? fallback : this.#view.getInt8(at);
  }

  int32(field: number, fallback = 0): number {
    const at = this.#field(field);
    return at === undefined ? fallback : this.#view.getInt32(at, true);
  }

  uint32(field: number, fallback = 0): number {
    const at = this.#field(field);
    return at === undefined ? fallback : this.#view.getUint32(at, true);
  }

  /** The position of what a field refers to (table, vector or string), in bytes from the start of the file. */
  target(field: number): number | undefined {
    const at = this.#field(field);
    return at === undefined ? undefined : this.#follow(at);
  }

  table(field: number): FlatTable | undefined {
    const target = this.target(field);
    return target === undefined ? undefined : new FlatTable(this.#view, target);
  }

  tables(field: number): FlatTable[] {
    return this.#elements(field, 4, (at) => new FlatTable(this.#view, this.#follow(at)));
  }

  int32s(field: number): number[] {
    return this.#elements(field, 4, (at) => this.#view.getInt32(at, true));
  }

  /** A vector of bytes, not copied. */
  bytes(field: number): Uint8Array {
    const vector = this.target(field);
    if (vector === undefined) return new Uint8Array(0);
    const length = this.#view.getUint32(vector, true);
    if (vector + 4 + length > this.#view.byteLength) throw new RangeError("a vector reaches past the end");
    return new Uint8Array(this.#view.buffer, this.#view.byteOffset + vector + 4, length);
  }

  /** Puts other numbers in the place of a vector's. @throws RangeError when they are not as many */
  setInt32s(field: number, values: readonly number[]): void {
    const vector = this.target(field);
    const count = vector === undefined ? 0 : this.#view.getUint32(vector, true);
    if (vector === undefined || count !== values.length) throw new RangeError(`expected ${count} numbers`);
    for (const [index, value] of values.entries()) {
      this.#view.setInt32(vector + 4 + 4 * index, value, true);
    }
  }

  /** Puts other bytes in the place of a vector's; where they are fewer, zeros follow. @throws RangeError when they are more */
  setBytes(field: number, values: Uint8Array): void {
    const bytes = this.bytes(field);
    const vector = this.target(field);
    if (vector === undefined || values.length > bytes.length) {
      throw new RangeError(`expected at most ${bytes.length} bytes`);
    }
    bytes.fill(0);
    bytes.set(values);
    this.#view.setUint32(vector, values.length, true);
  }

  string(field: number): string {
    return new TextDecoder().decode(this.bytes(field));
  }

  #field(field: number): number | undefined {
    const vtable = this.#position - this.#view.getInt32(this.#position, true);
    const slot = 4 + 2 * field;
    if (slot >= this.#view.getUint16(vtable, true)) return undefined;
    const offset = this.#view.getUint16(vtable + slot, true);
    return offset === 0 ? undefined : this.#position + offset;
  }

  #follow(at: number): number {
    return at + this.#view.getUint32(at, true);
  }

  #elements<T>(field: number, size: number, read: (at: number) => T): T[] {
    const vector = this.target(field);
    if (vector === undefined) return [];
    const count = this.#view.getUint32(vector, true);
    if (vector + 4 + size * count > this.#view.byteLength)
      throw new RangeError("a vector reaches past the end");
    return Array.from({ length: count }, (_, index) => read(vector + 4 + size * index));
  }
}
