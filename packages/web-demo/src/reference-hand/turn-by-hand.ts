/** Degrees for each CSS pixel that the pointer is dragged. */
const degreesPerPixel = 0.6;

/** Degrees for each press of an arrow key: yaw, pitch. */
const arrows: Record<string, readonly [number, number]> = {
  ArrowLeft: [-15, 0],
  ArrowRight: [15, 0],
  ArrowUp: [0, -15],
  ArrowDown: [0, 15],
};

/**
 * Lets an element be turned by dragging it and with the arrow keys. Returns what undoes that.
 * Vertical swipes still scroll the page.
 */
export function turnByHand(element: HTMLElement, turn: (yaw: number, pitch: number) => void): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const touchAction = element.style.touchAction;
  element.style.touchAction = "pan-y";

  element.addEventListener("pointerdown", (event) => element.setPointerCapture(event.pointerId), { signal });
  element.addEventListener(
    "pointermove",
    (event) => {
      if (!element.hasPointerCapture(event.pointerId)) return;
      turn(event.movementX * degreesPerPixel, event.movementY * degreesPerPixel);
    },
    { signal },
  );
  element.addEventListener(
    "keydown",
    (event) => {
      const step = arrows[event.key];
      if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      turn(...step);
    },
    { signal },
  );

  return () => {
    listening.abort();
    element.style.touchAction = touchAction;
  };
}
