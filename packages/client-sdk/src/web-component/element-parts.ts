import { elementStyle } from "./element-style.ts";

/** What the element is made of, in its shadow. */
export type ElementParts = {
  picture: HTMLElement;
  video: HTMLVideoElement;
  canvas: HTMLCanvasElement;
  letter: HTMLElement;
  bar: HTMLElement;
  words: HTMLElement;
  button: HTMLButtonElement;
};

/** Fills the shadow of an element. The words are a status, which screen readers read out; the letter on the picture is for eyes alone. */
export function buildElement(root: ShadowRoot): ElementParts {
  const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, part: string, parent: Node = root) => {
    const element = document.createElement(name);
    element.className = part;
    element.setAttribute("part", part);
    parent.appendChild(element);
    return element;
  };
  const style = document.createElement("style");
  style.textContent = elementStyle;
  root.append(style);
  const picture = make("div", "picture");
  picture.setAttribute("role", "img");
  const video = make("video", "video", picture);
  const canvas = make("canvas", "hand", picture);
  const letter = make("div", "letter", picture);
  const bar = make("div", "bar");
  bar.setAttribute("aria-hidden", "true");
  make("div", "fill", bar);
  const foot = make("div", "foot");
  const words = make("p", "words", foot);
  words.setAttribute("role", "status");
  const button = make("button", "button", foot);
  button.type = "button";
  return { picture, video, canvas, letter, bar, words, button };
}
