import type { Letter, Session, SignifyError } from "@signify/core";
import type { ClientEvent, ClientState, StateReason } from "./events/client-event.ts";
import type { Listener } from "./events/event-hub.ts";
import type { FrameCounts } from "./frames/frame-counts.ts";
import type { JpegSource } from "./frames/read-jpeg.ts";
import type { MyHand } from "./my-hand/my-hand.ts";
import type { Picture, Recognition, RecognizeOptions } from "./pictures/recognition.ts";

/** What may be said of a frame. */
export type FrameOptions = {
  /** Whether left and right are exchanged in it, as in a selfie preview. Default false. */
  mirrored?: boolean;
  /** When it was captured, in milliseconds of a monotonic clock. Default: now, by `performance.now()`. */
  capturedAt?: number;
};

/**
 * Recognizes fingerspelled letters from one camera: on a server, or on this device. Frames go in, events come out.
 * It lives until `close`, an aborted signal, or an error that trying again would not cure.
 */
export type SignifyClient = {
  /** How it is doing; an event "state" tells of every change. */
  readonly state: ClientState;
  /** Why the state is not simply "ready". */
  readonly reason: StateReason | undefined;
  /** What closed the client, if it was not the app. */
  readonly error: SignifyError | undefined;
  /** What was said at the start of the present session, or of the last one. */
  readonly session: Session;
  /** The letter that is wanted, null for none. */
  readonly target: Letter | null;
  /** What became of the frames so far. */
  readonly counts: Readonly<FrameCounts>;
  /**
   * Sets the letter that is wanted, A–Z in either case, or null for none. When this returns, nothing about an older target
   * is delivered any more; a "target" event says that the new one is in force.
   * @throws SignifyError "bad-message" when it is not one letter A–Z or null; the target stays as it was.
   */
  setTarget(target: string | null): void;
  /**
   * Offers a JPEG. It is sent if there is room for it; if not, it waits until a newer frame takes its place. The bytes
   * must not be changed afterwards. Answers the frame's sequence number, which its events carry.
   * @throws SignifyError "bad-picture" when it is not a JPEG, "picture-too-large" when the server does not take messages of this size.
   */
  sendFrame(jpeg: JpegSource, options?: FrameOptions): number;
  /**
   * Offers the hands of a frame instead of its picture: [42, 3], rows 0–20 the signer's left hand, 21–41 the right,
   * zeros where there is none, in picture heights (x · aspect, y down, z · aspect). The array is copied.
   * @throws SignifyError "bad-frame" when it is not 126 finite numbers.
   */
  sendLandmarks(landmarks: ArrayLike<number>, options?: FrameOptions): number;
  /**
   * Says what one picture shows, in either mode: a picture stands for itself, and disturbs no camera. Every call is answered
   * or rejected, in the order of the calls; 64 may be open at once, of which one is under way. The pictures have a session of
   * their own, which is opened by the first one and closed when there was none for 30 seconds.
   *
   * ```ts
   * const { letter, probability } = await client.recognize(file);
   * const all = await Promise.all(photos.map((photo) => client.recognize(photo)));
   * ```
   *
   * @throws SignifyError "bad-picture" or "picture-too-large" for this picture; "unsupported" where no JPEG can be made of it;
   * "too-fast" when 64 are open; "unreachable" when the connection is lost or no answer comes in time; "closed" when the
   * client is; what the server says; or the signal's reason.
   */
  recognize(picture: Picture, options?: RecognizeOptions): Promise<Recognition>;
  /**
   * Says that no frames come, and why, such as a camera that is gone: an "error" event, and the state "degraded" until the
   * next frame. `sendPictures`, `sendHands` and `recognizeCamera` do so by themselves.
   */
  reportTrouble(error: SignifyError): void;
  /** How this learner signs: taught once, and letters are read by it from then on. */
  readonly myHand: MyHand;
  /** Calls `listener` for every event of a type. Answers how to stop that. */
  on<Type extends ClientEvent["type"]>(type: Type, listener: Listener<Type>): () => void;
  /**
   * All events from now on, for a `for await` loop. The loop ends when the client is closed, with its error if it has
   * one. A loop that falls more than 64 events behind loses the oldest letters.
   */
  events(): AsyncIterableIterator<ClientEvent>;
  /** Ends everything: sockets, timers, loops. May be called more than once. */
  close(): void;
  /** The same as `close`, for `await using`. */
  [Symbol.asyncDispose](): Promise<void>;
};
