/** A picture without pixels. */
export type FakePicture = { width: number; height: number; close(): void };

/** A video track that a test drives. */
export type FakeTrack = EventTarget & {
  kind: "video";
  readyState: "live" | "ended";
  enabled: boolean;
  muted: boolean;
  label: string;
  stop(): void;
  /** Gives a picture to whoever reads the track; one that was not read in time gives way to it. */
  show(picture: FakePicture): void;
  unplug(): void;
  /** Says that it gives nothing for a while, or that it does again. */
  mute(muted: boolean): void;
  /** Whether somebody reads it. */
  isRead(): boolean;
  /** Stands in for MediaStreamTrackProcessor. */
  Processor: new (options: {
    track: unknown;
  }) => { readable: { getReader(): object } };
};

type Result = { done: boolean; value: FakePicture | undefined };

/** Makes a {@link FakeTrack}. */
export function createFakeTrack(): FakeTrack {
  let unread: FakePicture | undefined;
  let readers = 0;
  let waiting: ((result: Result) => void) | undefined;

  const give = (result: Result) => {
    const resolve = waiting;
    waiting = undefined;
    resolve?.(result);
  };
  const end = () => {
    track.readyState = "ended";
    unread?.close();
    unread = undefined;
    give({ done: true, value: undefined });
  };
  const reader = {
    read: () =>
      new Promise<Result>((resolve) => {
        if (track.readyState === "ended") return resolve({ done: true, value: undefined });
        if (!unread) {
          waiting = resolve;
          return;
        }
        resolve({ done: false, value: unread });
        unread = undefined;
      }),
    async cancel() {
      readers -= 1;
      unread?.close();
      unread = undefined;
      give({ done: true, value: undefined });
    },
  };
  const track: FakeTrack = Object.assign(new EventTarget(), {
    kind: "video" as const,
    enabled: true,
    muted: false,
    label: "Fake camera",
    readyState: "live" as FakeTrack["readyState"],
    stop: end,
    show(picture: FakePicture) {
      if (track.readyState === "ended") return picture.close();
      if (waiting) return give({ done: false, value: picture });
      unread?.close();
      unread = picture;
    },
    isRead: () => readers > 0,
    mute(muted: boolean) {
      track.muted = muted;
      track.dispatchEvent(new Event(muted ? "mute" : "unmute"));
    },
    unplug() {
      end();
      track.dispatchEvent(new Event("ended"));
    },
    Processor: class {
      readable = {
        getReader() {
          readers += 1;
          return reader;
        },
      };
    },
  });
  return track;
}
