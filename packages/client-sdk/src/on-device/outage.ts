import { SignifyError } from "@signify/core";
import type { Timing } from "../timing.ts";

/** Options of {@link createOutage}. */
export type OutageOptions = {
  timing: Timing;
  /** Milliseconds for which the device may take longer than that before it is said that nobody reads letters. */
  patience: number;
  /** The server has been missed for long enough. */
  onDue: () => void;
  /** Neither the server nor this device reads letters; told once in an outage. */
  onUnbridged: (error: SignifyError) => void;
};

/** The time in which the server is missed, from the first sign of it until the server is back. */
export type Outage = {
  /** Whether letters are the device's to read. */
  readonly isDue: boolean;
  /** Whether it was told that nobody reads letters. */
  readonly isTold: boolean;
  /** Why the server cannot be reached, as far as is known. */
  readonly error: SignifyError | undefined;
  /** The server may turn out to be missed: calls back then, unless it is clear before. */
  suspect(milliseconds: number, then: () => void): void;
  /** The server is missed; the device is due after so many milliseconds, or when an earlier call said. */
  begin(milliseconds: number, error?: SignifyError): void;
  /** The device has taken over. */
  bridged(): void;
  /** The device cannot take over. */
  unbridged(error: SignifyError): void;
  /** The server is back. */
  end(): void;
};

/** Makes an {@link Outage} that has not begun. */
export function createOutage({ timing, patience, onDue, onUnbridged }: OutageOptions): Outage {
  let phase: "none" | "begun" | "due" = "none";
  let told = false;
  let reason: SignifyError | undefined;
  let cancel = () => {};

  const wait = (milliseconds: number, then: () => void) => {
    cancel();
    cancel = timing.timers.after(milliseconds, then);
  };
  const unbridged = (error: SignifyError) => {
    if (told || phase === "none") return;
    told = true;
    onUnbridged(error);
  };
  const becomeDue = () => {
    phase = "due";
    wait(patience, () => unbridged(notReady(reason)));
    onDue();
  };

  return {
    get isDue() {
      return phase === "due";
    },
    get isTold() {
      return told;
    },
    get error() {
      return reason;
    },
    suspect: wait,
    begin(milliseconds, error) {
      reason = error ?? reason;
      if (phase === "due") return;
      phase = "begun";
      if (milliseconds > 0) wait(milliseconds, becomeDue);
      else becomeDue();
    },
    bridged() {
      cancel();
      told = false;
    },
    unbridged,
    end() {
      cancel();
      phase = "none";
      told = false;
      reason = undefined;
    },
  };
}

function notReady(cause: SignifyError | undefined): SignifyError {
  return new SignifyError(
    "unreachable",
    "The server cannot be reached, and this device is not ready to read letters.",
    {
      cause,
    },
  );
}
