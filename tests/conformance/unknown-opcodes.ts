import { encodeRawFrame, opcodes } from "../support/raw-frame.ts";
import { type ConformanceCase, failed } from "./conformance-case.ts";

const reservedOpcodes = [3, 4, 5, 6, 7, 11, 12, 13, 14, 15];

/** Opcodes that mean nothing yet (RFC 6455, 5.2). */
export const unknownOpcodes: ConformanceCase[] = [
  ...reservedOpcodes.flatMap((opcode) => [
    {
      name: `opcode ${opcode} without payload`,
      sent: () => [encodeRawFrame({ opcode })],
      received: failed(1002),
    },
    {
      name: `opcode ${opcode} with payload, behind a message`,
      sent: (message: string) => [
        encodeRawFrame({ opcode: opcodes.text, payload: message }),
        encodeRawFrame({ opcode, payload: message }),
        encodeRawFrame({ opcode: opcodes.text, payload: message }),
      ],
      received: ["answer", ...failed(1002)],
    },
  ]),
];
