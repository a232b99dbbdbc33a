import type { Letter } from "@signify/core";
import { drawHand } from "../drawing/draw-hand.ts";
import type { ClientEvent } from "../events/client-event.ts";
import { createLetterCamera } from "../letter-camera/letter-camera.ts";
import { type LetterCameraOptions, whereOf } from "../letter-camera/letter-camera-options.ts";
import type { LetterCameraSnapshot } from "../letter-camera/letter-camera-snapshot.ts";
import type { Where } from "../on-device/recognize-camera.ts";
import { elementAttributes, optionsOfAttributes } from "./element-options.ts";
import { buildElement, type ElementParts } from "./element-parts.ts";
import { englishWords, type SignifyCameraWords, sentencesOf } from "./words.ts";

/** Where there is no page, as on a server, the class is there to be named and makes nothing. */
const Base = (globalThis.HTMLElement ?? class {}) as typeof HTMLElement;

/** Properties that a page may have set before the element was defined. */
const settable = ["where", "url", "target", "assets", "options", "words"] as const;

/**
 * `<signify-camera>`: the camera, the hand drawn on it, the letter, and what there is to say about it in short words.
 *
 * Attributes: `where`, `url`, `target`, `assets`, `facing`, `preview`, `mirrored` as the options of these names, and `autostart`: without it
 * the camera is asked for when its button is pressed.
 *
 * Events, none of which bubbles: `prediction`, `status`, `correction`, `target` and `landmarks`, with the client's event as `detail`; `state`
 * with `{ state, reason, error }` of the snapshot; `error` with `{ error }`.
 */
export class SignifyCameraElement extends Base {
  /** The attributes that it listens to. */
  static readonly observedAttributes: readonly string[] = elementAttributes;
  /** The folder of the assets for elements that name none. */
  static assets: string | URL = "/signify/";

  readonly #camera = createLetterCamera({});
  #parts: ElementParts | undefined;
  #options: Partial<LetterCameraOptions> = {};
  #words: SignifyCameraWords = englishWords;
  #shown: LetterCameraSnapshot = this.#camera.snapshot;
  #isConfiguring = false;

  /** What there is to show now. */
  get snapshot(): LetterCameraSnapshot {
    return this.#camera.snapshot;
  }

  /** Where letters are read: the attribute `where`, "landmarks" where there is a `url`, "device" without. */
  get where(): Where {
    return whereOf(this.#wish());
  }
  set where(where: Where) {
    this.setAttribute("where", where);
  }

  /** The server's address: the attribute `url`, "" for none. */
  get url(): string {
    return this.getAttribute("url") ?? "";
  }
  set url(url: string | URL) {
    this.setAttribute("url", String(url));
  }

  /** The wanted letter: the attribute `target`, null for none or what is no letter. */
  get target(): Letter | null {
    return optionsOfAttributes((name) => this.getAttribute(name)).target as Letter | null;
  }
  set target(target: Letter | Lowercase<Letter> | null) {
    if (target === null) this.removeAttribute("target");
    else this.setAttribute("target", target);
  }

  /** The folder of the assets: the attribute `assets`, or the one that the element's script lies in. */
  get assets(): string {
    return this.getAttribute("assets") ?? String(SignifyCameraElement.assets);
  }
  set assets(assets: string | URL) {
    this.setAttribute("assets", String(assets));
  }

  /** Options that no attribute has, such as a token; they go before attributes. */
  get options(): Partial<LetterCameraOptions> {
    return this.#options;
  }
  set options(options: Partial<LetterCameraOptions>) {
    this.#options = options;
    this.#configureSoon();
  }

  /** Other words than English ones, or some of them. */
  get words(): SignifyCameraWords {
    return this.#words;
  }
  set words(words: Partial<SignifyCameraWords>) {
    this.#words = { ...englishWords, ...words };
    this.#show();
  }

  /** Asks for the camera and starts, or tries again what has failed. */
  start(): void {
    this.#camera.configure(this.#wish());
    this.#camera.start();
  }

  /** Stops the camera and closes everything. */
  stop(): void {
    this.#camera.stop();
  }

  /** Called by the browser. */
  connectedCallback(): void {
    this.#takeEarlyProperties();
    this.#parts ??= this.#build();
    // A video that is moved in the page pauses; attached again it plays.
    this.#camera.attach(this.#parts.video);
    this.#camera.configure(this.#wish());
    this.#show();
    if (this.hasAttribute("autostart")) this.start();
  }

  /** Called by the browser. What is only moved goes on. */
  disconnectedCallback(): void {
    queueMicrotask(() => {
      if (!this.isConnected) this.stop();
    });
  }

  /** Called by the browser. */
  attributeChangedCallback(): void {
    this.#configureSoon();
  }

  /** Of several attributes that change at once one restart comes. */
  #configureSoon(): void {
    if (this.#isConfiguring) return;
    this.#isConfiguring = true;
    queueMicrotask(() => {
      this.#isConfiguring = false;
      this.#camera.configure(this.#wish());
      this.#show();
    });
  }

  #wish(): LetterCameraOptions {
    const given: LetterCameraOptions = {
      assets: SignifyCameraElement.assets,
      ...optionsOfAttributes((name) => this.getAttribute(name)),
      ...this.#options,
    };
    const events = ["status", "correction"] as const;
    return {
      // The pictures' hands are found on the server alone.
      events: whereOf(given) === "pictures" ? [...events, "landmarks"] : events,
      ...given,
      onHands: (hands) => {
        this.#draw(hands.landmarks, hands.aspect);
        given.onHands?.(hands);
      },
      onEvent: (event) => {
        this.#hear(event);
        given.onEvent?.(event);
      },
    };
  }

  #hear(event: ClientEvent): void {
    if (event.type === "landmarks" && this.where === "pictures") this.#draw(event.points, event.aspect);
    if (event.type === "status" && event.state === "no-hand") this.#draw([], undefined);
    if (event.type !== "state" && event.type !== "error") this.#tell(event.type, event);
  }

  #build(): ElementParts {
    const parts = buildElement(this.attachShadow({ mode: "open" }));
    parts.button.addEventListener("click", () => (this.#isOff() ? this.start() : this.stop()));
    this.#camera.subscribe(() => this.#show());
    return parts;
  }

  #isOff(): boolean {
    return this.snapshot.state === "off" || this.snapshot.state === "failed";
  }

  #show(): void {
    const { snapshot } = this;
    const before = this.#shown;
    this.#shown = snapshot;
    if (this.#parts) showSnapshot(this.#parts, snapshot, this.where, this.#words);
    const { state, reason, error } = snapshot;
    if (state !== before.state || reason !== before.reason) this.#tell("state", { state, reason, error });
    if (error && error !== before.error) this.#tell("error", { error });
  }

  #draw(landmarks: ArrayLike<number>, aspect: number | undefined): void {
    const { canvas, video } = this.#parts ?? {};
    const context = canvas?.getContext("2d");
    if (!canvas || !video || !context) return;
    // Setting a size clears; a camera that is turned has another one.
    canvas.width = video.videoWidth || 640;
    canvas.height = video.videoHeight || 480;
    const highlighted = this.snapshot.correction?.points ?? [];
    drawHand(context, landmarks, { aspect, mirrored: video.style.transform !== "", highlighted });
  }

  #tell(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #takeEarlyProperties(): void {
    for (const name of settable) {
      if (!Object.hasOwn(this, name)) continue;
      const value: unknown = this[name];
      Reflect.deleteProperty(this, name);
      Reflect.set(this, name, value);
    }
  }
}

/** Puts a snapshot on the page. */
function showSnapshot(
  { picture, letter, bar, words, button }: ElementParts,
  snapshot: LetterCameraSnapshot,
  where: Where,
  texts: SignifyCameraWords,
): void {
  const isOff = snapshot.state === "off" || snapshot.state === "failed";
  const sentences = sentencesOf(snapshot, where, texts);
  picture.toggleAttribute("data-on", !isOff);
  picture.setAttribute("aria-label", texts.picture);
  letter.textContent = snapshot.letter ?? "";
  letter.dataset.verdict = snapshot.verdict ?? "";
  bar.hidden = isOff || snapshot.target === null;
  (bar.firstElementChild as HTMLElement).style.transform = `scaleX(${snapshot.targetProbability})`;
  // A status that is set anew to the same words is read out again by some screen readers.
  if (words.textContent !== sentences) words.textContent = sentences;
  button.textContent = isOff ? texts.start : texts.stop;
}

declare global {
  // biome-ignore lint/style/useConsistentTypeDefinitions: what the language has there is an interface, to be added to
  interface HTMLElementTagNameMap {
    "signify-camera": SignifyCameraElement;
  }
}
