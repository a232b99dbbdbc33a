import { describe, expect, test } from "bun:test";
import type { Letter } from "../letters/letters.ts";
import { rightHand } from "../testing/index.ts";
import { createLetterWriter } from "./letter-writer.ts";

/** Milliseconds from picture to picture. */
const interval = 50;

/** A writer before a hand that a test moves. */
function open() {
  let text = "";
  let now = 0;
  let bend = 0;
  const place = { x: 0, y: 0 };
  const writer = createLetterWriter({
    onLetter: (letter, replaces) => {
      text = (replaces ? text.slice(0, -1) : text) + letter;
    },
  });
  const frames = (time: number, each: (share: number) => void) => {
    for (let at = interval; at <= time; at += interval) {
      now += interval;
      each(at / time);
    }
  };
  return {
    writer,
    text: () => text,
    /** Holds a hand of so bent a finger, read as a letter from the second picture on. */
    show(letter: Letter, probability: number, time: number, shape = 0.4 * (letter.charCodeAt(0) % 5)) {
      bend = shape;
      frames(time, () => {
        writer.see(rightHand({ ...place, bend }), now);
        writer.read(letter, probability, now);
      });
    },
    /** Moves the hand without changing its shape, while it is read as before. */
    move(time: number, to: (share: number) => { x: number; y: number }) {
      const from = { ...place };
      frames(time, (share) => {
        const by = to(share);
        Object.assign(place, { x: from.x + by.x, y: from.y + by.y });
        writer.see(rightHand({ ...place, bend }), now);
      });
    },
    lose: (time: number) => frames(time, () => writer.lose(now)),
    wait: (time: number) => frames(time, () => writer.wait(now)),
  };
}

describe("a letter writer", () => {
  test("writes a sure letter of 0.3 seconds, and an unsure one later", () => {
    const spelling = open();
    spelling.show("C", 0.9, 300);
    expect(spelling.text()).toBe("C");
    spelling.show("O", 0.25, 300);
    expect(spelling.text()).toBe("C");
    spelling.show("O", 0.25, 300);
    expect(spelling.text()).toBe("CO");
  });

  test("writes a letter that stays once, however long", () => {
    const spelling = open();
    spelling.show("C", 0.9, 5000);
    expect(spelling.text()).toBe("C");
  });

  test("tells how far a letter is on its way", () => {
    const spelling = open();
    expect(spelling.writer.pending()).toBeUndefined();
    spelling.show("C", 0.5, 100);
    expect(spelling.writer.pending()).toEqual({ letter: "C", held: (0.5 * 50) / 80 });
    spelling.wait(200);
    expect(spelling.text()).toBe("C");
    expect(spelling.writer.pending()).toBeUndefined();
  });

  test("leaves out what is hardly likely", () => {
    const spelling = open();
    spelling.show("C", 0.19, 3000);
    expect(spelling.text()).toBe("");
  });

  test("gives who spells slowly more time than who spells fast", () => {
    const spellAt = (hold: number) => {
      const spelling = open();
      for (const letter of ["A", "B", "C", "D"] as const) spelling.show(letter, 0.9, hold);
      spelling.show("E", 0.9, 150);
      return spelling.text();
    };
    expect(spellAt(300)).toBe("ABCDE");
    expect(spellAt(1500)).toBe("ABCD");
  });
});

describe("doubles", () => {
  const spellL = () => {
    const spelling = open();
    spelling.show("L", 0.9, 500);
    return spelling;
  };
  const slide = (share: number) => ({ x: -0.4 * share, y: 0 });
  const bounce = (share: number) => ({ x: 0, y: 0.25 * Math.sin(Math.PI * share) });

  test.each([
    ["a slide to the signer's own side", slide],
    ["a bounce", bounce],
  ])("%s writes the letter again", (_, motion) => {
    const spelling = spellL();
    spelling.move(250, motion);
    spelling.show("L", 0.9, 500);
    expect(spelling.text()).toBe("LL");
  });

  test.each([
    ["a drift", 2500, slide],
    ["a slide to the other side", 250, (share: number) => ({ x: 0.4 * share, y: 0 })],
    ["a hand that goes elsewhere", 250, (share: number) => ({ x: -1.2 * share, y: 0.3 * share })],
    ["a tremble", 250, (share: number) => ({ x: 0.03 * Math.sin(20 * share), y: 0 })],
  ])("%s does not", (_, time, motion) => {
    const spelling = spellL();
    spelling.move(time, motion);
    spelling.show("L", 0.9, 500);
    expect(spelling.text()).toBe("L");
  });

  test("a slide into another letter does not", () => {
    const spelling = spellL();
    spelling.move(200, slide);
    spelling.show("O", 0.9, 500);
    expect(spelling.text()).toBe("LO");
  });
});

describe("letters by motion", () => {
  test("a J takes the place of the I that it began as, a Z that of the pointing hand", () => {
    const spelling = open();
    spelling.show("I", 0.9, 600);
    expect(spelling.text()).toBe("I");
    spelling.show("J", 0.9, 300, 10);
    expect(spelling.text()).toBe("J");
    spelling.show("A", 0.9, 400);
    spelling.show("D", 0.9, 600);
    spelling.show("Z", 0.9, 300, 10);
    expect(spelling.text()).toBe("JAZ");
  });

  test("a Z that is drawn twice is two, one that is seen for long is one", () => {
    const spelling = open();
    spelling.show("Z", 0.9, 1500, 1);
    expect(spelling.text()).toBe("Z");
    spelling.show("Z", 0.1, 200, 1);
    spelling.show("Z", 0.8, 300, 1);
    expect(spelling.text()).toBe("ZZ");
  });

  test("an I that was held long before it is a letter of its own", () => {
    const spelling = open();
    spelling.show("I", 0.9, 2500);
    spelling.show("J", 0.9, 300, 10);
    expect(spelling.text()).toBe("IJ");
  });
});

describe("a hand", () => {
  test("that keeps its shape is one letter, also if it is read as two by turns", () => {
    const spelling = open();
    for (let round = 0; round < 6; round++) {
      spelling.show("M", 0.6, 400, 3);
      spelling.show("N", 0.6, 400, 3);
    }
    expect(spelling.text()).toBe("M");
    spelling.show("N", 0.6, 400, 4);
    expect(spelling.text()).toBe("MN");
  });

  test("that is lost for a moment does not show its letter again, one that was gone does", () => {
    const spelling = open();
    spelling.show("L", 0.9, 500);
    spelling.lose(200);
    spelling.show("L", 0.9, 500);
    expect(spelling.text()).toBe("L");
    spelling.lose(500);
    spelling.show("L", 0.9, 500);
    expect(spelling.text()).toBe("LL");
  });

  test("that goes away has its last letter written, though it was seen for less long", () => {
    const spelling = open();
    spelling.show("A", 0.9, 300);
    spelling.show("B", 0.4, 150);
    expect(spelling.text()).toBe("A");
    spelling.lose(500);
    expect(spelling.text()).toBe("AB");
  });

  test("is forgotten with what was on its way when the writer is cleared", () => {
    const spelling = open();
    spelling.show("A", 0.4, 150);
    spelling.writer.clear();
    spelling.wait(1000);
    expect(spelling.text()).toBe("");
    expect(spelling.writer.pending()).toBeUndefined();
  });
});
