/** Writes bytes one after the other. */
export type ByteWriter = {
  byte(value: number): void;
  /** A whole number from 0 on, as LEB128: seven bits a byte, the least first. */
  number(value: number): void;
  /** The length in bytes, then UTF-8. */
  text(value: string): void;
  bytes(): Uint8Array;
};

/** Reads what a {@link ByteWriter} wrote. Each function throws a RangeError where there is nothing of the kind. */
export type ByteReader = {
  byte(): number;
  number(): number;
  text(): string;
  isAtEnd(): boolean;
};

/** A writer that has written nothing. */
export function createByteWriter(): ByteWriter {
  const written: number[] = [];
  const number = (value: number) => {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) written.push((rest % 128) | 128);
    written.push(rest);
  };
  return {
    byte: (value) => void written.push(value),
    number,
    text(value) {
      const encoded = new TextEncoder().encode(value);
      number(encoded.length);
      written.push(...encoded);
    },
    bytes: () => Uint8Array.from(written),
  };
}

/** A reader at the first byte. */
export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const byte = () => {
    const value = bytes[at];
    if (value === undefined) throw new RangeError("Expected more bytes.");
    at += 1;
    return value;
  };
  const number = () => {
    let value = 0;
    for (let factor = 1; factor < 2 ** 42; factor *= 128) {
      const next = byte();
      value += (next & 127) * factor;
      if (next < 128) return value;
    }
    throw new RangeError("Expected a number of six bytes at most.");
  };
  return {
    byte,
    number,
    text() {
      const length = number();
      if (at + length > bytes.length) throw new RangeError("Expected more bytes.");
      at += length;
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(at - length, at),
      );
    },
    isAtEnd: () => at === bytes.length,
  };
}
