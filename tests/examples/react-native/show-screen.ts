import { createElement } from "react";
import { create, type TestInstance } from "react-test-renderer";
import { LetterScreen } from "signify-example/letter-screen";

// The example's screen, used by a learner who holds an L before the camera. It runs among React Native's globals alone.

/** What the test gives. */
type Use = { url: string; pause: (milliseconds: number) => Promise<void> };

/** Times that the screen is looked at, for two minutes in all: a server on a busy machine answers long before. */
const mostLooks = 6000;

/** Shows the screen, chooses L, waits until L is shown, leaves, and answers every text that was there. */
async function useScreen({ url, pause }: Use): Promise<string[]> {
  const texts: string[] = [];
  const screen = create(createElement(LetterScreen, { url }));
  const untilSaid = async (wanted: string) => {
    for (let look = 0; look < mostLooks; look++) {
      const shown = screen.toJSON() === null ? [] : screen.root.findAll(({ type }) => type === "Text");
      for (const text of shown.map(textOf)) if (!texts.includes(text)) texts.push(text);
      if (texts.includes(wanted)) return;
      await pause(20);
    }
    throw new Error(`expected the screen to say "${wanted}"; it said ${texts.join(", ")}`);
  };
  await untilSaid("Sign A");
  screen.root.find((node) => node.type === "Pressable" && textOf(node) === "L").props.onPress?.();
  await untilSaid("That is L!");
  screen.unmount();
  return texts;
}

function textOf({ children }: TestInstance): string {
  return children.map((child) => (typeof child === "string" ? child : textOf(child))).join("");
}

Object.assign(globalThis, { useScreen });
