import { lengthBytes } from "./vision-codec.ts";

/** Options of {@link splitMessages}. */
export type SplitterOptions = {
  /** Bytes of the longest message. */
  maxLength: number;
  /** Told of each message, without its length. */
  onMessage: (message: Uint8Array) => void;
  /** Told when a longer one begins; nothing is read any more. */
  onTooLong: () => void;
};

/** Something of a known length that comes in pieces. */
type Part = { bytes: Uint8Array; filled: number };

/**
 * Finds the messages in a stream of bytes, each led by its length (u32), however the stream is cut into chunks. One that
 * lies whole in a chunk is not copied.
 * @returns takes the next chunk
 */
export function splitMessages({
  maxLength,
  onMessage,
  onTooLong,
}: SplitterOptions): (chunk: Uint8Array) => void {
  const head: Part = { bytes: new Uint8Array(lengthBytes), filled: 0 };
  const headView = new DataView(head.bytes.buffer);
  /** The message that has begun, once its length is known. */
  let body: Part | undefined;
  let closed = false;

  return (chunk) => {
    let at = 0;
    while (at < chunk.length && !closed) {
      at += fill(body ?? head, chunk, at);
      if (head.filled < lengthBytes) return;
      if (!body) {
        const length = headView.getUint32(0, true);
        closed = length > maxLength;
        if (closed) return onTooLong();
        const whole = at + length <= chunk.length;
        body = whole
          ? { bytes: chunk.subarray(at, at + length), filled: length }
          : { bytes: new Uint8Array(length), filled: 0 };
        if (whole) at += length;
      }
      if (body.filled < body.bytes.length) continue;
      const { bytes } = body;
      body = undefined;
      head.filled = 0;
      onMessage(bytes);
    }
  };
}

/** Copies what is missing, or as much of it as there is, and answers how many bytes that were. */
function fill(part: Part, chunk: Uint8Array, start: number): number {
  const count = Math.min(part.bytes.length - part.filled, chunk.length - start);
  part.bytes.set(chunk.subarray(start, start + count), part.filled);
  part.filled += count;
  return count;
}
