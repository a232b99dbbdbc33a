import { type SplitterOptions, splitMessages } from "./message-splitter.ts";

/** The descriptor of a vision process that leads to who started it: the first behind the standard ones. */
export const channelDescriptor = 3;

/** One end of a pair of sockets between a vision process and who started it. */
export type Channel = {
  /** Sends a message, which may be written over afterwards. What is sent to an end that is gone is lost. */
  send(message: Uint8Array): void;
  /** Settles when what is sent goes out at once; before that it waits. */
  readonly opened: Promise<void>;
};

/** Options of {@link openChannel}. */
export type ChannelOptions = SplitterOptions & {
  /** An open socket, which is the channel's from now on. */
  descriptor: number;
  /** Told once, when the other end is gone and all that it sent has been read. */
  onClose: () => void;
};

/**
 * Opens this end. Messages go as bytes on a socket, not through the runtime's own channel for child processes, which
 * clones objects: twice the time for both ends.
 */
export function openChannel({ descriptor, onClose, ...splitter }: ChannelOptions): Channel {
  const take = splitMessages(splitter);
  /** What the socket has not taken yet, in order. */
  let unsent: Uint8Array[] = [];
  let write = (_: Uint8Array): number => 0;
  const opened = Promise.withResolvers<void>();

  const send = (message: Uint8Array) => {
    const written = unsent.length > 0 ? 0 : write(message);
    // Less than nothing is written where the other end is gone.
    if (written >= 0 && written < message.length) unsent.push(message.slice(written));
  };
  const sendUnsent = () => {
    const messages = unsent;
    unsent = [];
    for (const message of messages) send(message);
  };

  const options = {
    fd: descriptor,
    socket: {
      open(socket: Bun.Socket) {
        write = (message) => socket.write(message);
        sendUnsent();
        opened.resolve();
      },
      data: (_: Bun.Socket, chunk: Uint8Array) => take(chunk),
      drain: sendUnsent,
      close: onClose,
      error() {},
    },
  };
  // Bun takes an open descriptor, as its node:net does, but its types know none.
  Bun.connect(options as unknown as Bun.UnixSocketOptions<undefined>).catch(onClose);
  return { send, opened: opened.promise };
}
