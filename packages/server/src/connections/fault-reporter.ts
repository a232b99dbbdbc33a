import { type Clock, createTokenBucket, isWireError, SignifyError, type WireError } from "@signify/core";
import type { Outbox } from "./outbox.ts";

/** Tells one client what went wrong. */
export type FaultReporter = (fault: unknown, sequence?: number) => void;

/** Options of {@link createFaultReporter}. */
export type FaultReporterOptions = {
  outbox: Outbox;
  clock: Clock;
  /** Faults told per second; more are counted but not answered. */
  rate: number;
  /** Writes an error in the words of the client's protocol. */
  format: (error: WireError, sequence?: number) => string;
  /** Told of every fault, also of those that the client is not told of. */
  onFault: (error: WireError) => void;
};

/**
 * The client's own faults are told in full, ours without detail; "too fast" at most once a second and others at a bounded
 * rate, so that a flood of messages is not answered with a flood of errors.
 */
export function createFaultReporter(options: FaultReporterOptions): FaultReporter {
  const { rate, clock } = options;
  const faults = createTokenBucket({ rate, capacity: rate, clock });
  const tooFast = createTokenBucket({ rate: 1, capacity: 1, clock });
  return (fault, sequence) => {
    const error = clientError(fault);
    options.onFault(error);
    const replies = error.code === "too-fast" ? tooFast : faults;
    if (replies.take()) options.outbox.sendNow(options.format(error, sequence));
  };
}

function clientError(fault: unknown): WireError {
  if (isWireError(fault)) return fault;
  return new SignifyError("internal", "The server could not read this frame.", { cause: fault });
}
