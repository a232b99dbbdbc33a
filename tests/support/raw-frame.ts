import { randomBytes } from "node:crypto";

/** Opcodes of RFC 6455, 5.2. */
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** One WebSocket frame as it lies on the wire, lawful or not. */
export type RawFrame = {
  opcode: number;
  payload: Uint8Array;
  /** Whether it ends its message. */
  final: boolean;
  /** The three reserved bits, 0..7. */
  reserved: number;
};

/** How a frame is written, where it is not as a well-behaved client would. */
export type RawFrameOptions = {
  opcode: number;
  payload?: string | Uint8Array;
  final?: boolean;
  reserved?: number;
  masked?: boolean;
  /** Bytes in which the length is written: 1, 2 or 8; by default the fewest. */
  lengthBytes?: 1 | 2 | 8;
};

/** Writes one frame, masked as clients must unless told otherwise (RFC 6455, 5.2). */
export function encodeRawFrame(options: RawFrameOptions): Buffer {
  const { opcode, final = true, reserved = 0, masked = true } = options;
  const payload = Buffer.from((options.payload ?? "") as Uint8Array);
  const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;
  const header = Buffer.concat([
    Buffer.from([first]),
    lengthOf(payload.length, masked ? 0x80 : 0, options.lengthBytes),
  ]);
  if (!masked) return Buffer.concat([header, payload]);
  const mask = randomBytes(4);
  return Buffer.concat([header, mask, payload.map((byte, index) => byte ^ (mask[index % 4] ?? 0))]);
}

function lengthOf(length: number, maskBit: number, bytes = fewestBytes(length)): Buffer {
  if (bytes === 1) return Buffer.from([maskBit | length]);
  const header = Buffer.alloc(1 + bytes);
  header.writeUInt8(maskBit | (bytes === 2 ? 126 : 127));
  if (bytes === 2) header.writeUInt16BE(length, 1);
  else header.writeBigUInt64BE(BigInt(length), 1);
  return header;
}

const fewestBytes = (length: number) => (length < 126 ? 1 : length < 0x10000 ? 2 : 8);

/** Reads the frames of a server, which are not masked, out of bytes that come in any pieces. */
export function createRawFrameReader(tell: (frame: RawFrame) => void): (bytes: Uint8Array) => void {
  let waiting = Buffer.alloc(0);
  return (bytes) => {
    waiting = Buffer.concat([waiting, bytes]);
    for (;;) {
      const [first = 0, second = 0] = waiting;
      if ((second & 0x80) !== 0) throw new Error("A server must not mask its frames.");
      const extra = second === 127 ? 8 : second === 126 ? 2 : 0;
      const start = 2 + extra;
      if (waiting.length < start) return;
      const length =
        extra === 8 ? Number(waiting.readBigUInt64BE(2)) : extra === 2 ? waiting.readUInt16BE(2) : second;
      if (waiting.length < start + length) return;
      const payload = new Uint8Array(waiting.subarray(start, start + length));
      waiting = waiting.subarray(start + length);
      tell({ opcode: first & 0xf, reserved: (first >> 4) & 7, final: (first & 0x80) !== 0, payload });
    }
  };
}
