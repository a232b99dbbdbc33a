import { describe, expect, test } from "bun:test";
import { createPosePlayer } from "./pose-player.ts";
import { poseOf } from "./poses.ts";

describe("createPosePlayer", () => {
  test("is at rest with its first letter", () => {
    const player = createPosePlayer("A", { reducedMotion: false });
    expect(player.at(0)).toEqual({ pose: poseOf("A"), drawn: 1, moving: false });
  });

  test("goes over to a letter, and comes to rest", () => {
    const player = createPosePlayer("A", { reducedMotion: false });
    player.show("B", 1000);
    expect(player.at(1000).pose.index.bend).toEqual(poseOf("A").index.bend);
    expect(player.at(1100).moving).toBe(true);
    expect(player.at(2000)).toEqual({ pose: poseOf("B"), drawn: 1, moving: false });
  });

  test("goes on from where it is when the letter changes on the way", () => {
    const player = createPosePlayer("A", { reducedMotion: false });
    player.show("B", 0);
    const before = player.at(150).pose;
    player.show("V", 150);
    expect(player.at(150).pose.index.bend).toEqual(before.index.bend);
  });

  test("moves J a few times and then rests where it starts", () => {
    const player = createPosePlayer("A", { reducedMotion: false });
    player.show("J", 0);
    const turned = Array.from(
      { length: 300 },
      (_, index) => player.at(index * 50).pose.orientation.yaw > 130,
    );
    const starts = turned.filter((now, index) => now && !turned[index - 1]).length;
    expect(starts).toBe(3);
    expect(player.at(60_000).moving).toBe(false);
    expect(player.at(60_000).pose.orientation.yaw).toBe(0);
  });

  test("the path of a J grows with its motion, begins anew with the next, and is seen whole at rest", () => {
    const player = createPosePlayer("A", { reducedMotion: false });
    player.show("J", 0);
    const drawn = Array.from({ length: 46 }, (_, index) => player.at(320 + index * 50).drawn);
    expect(drawn[0]).toBe(0);
    expect(drawn.slice(10, 28)).toEqual(drawn.slice(10, 28).toSorted((one, other) => one - other));
    expect(drawn[19]).toBeCloseTo(0.5, 5);
    expect(drawn[40]).toBe(1);
    expect(drawn[45]).toBe(0);
    expect(player.at(60_000).drawn).toBe(1);
    expect(createPosePlayer("J", { reducedMotion: true }).at(0)).toMatchObject({ drawn: 1, moving: false });
  });

  test("with reduced motion letters change at once, and J moves only when it is played, once", () => {
    const player = createPosePlayer("A", { reducedMotion: true });
    player.show("J", 0);
    expect(player.at(0).moving).toBe(false);
    expect(player.at(900)).toEqual(player.at(0));
    player.play(1000);
    expect(player.at(2400).moving).toBe(true);
    expect(player.at(2400).pose.orientation.yaw).toBeGreaterThan(100);
    expect(player.at(9000).moving).toBe(false);
  });

  test("is at rest at a moment before its own beginning: a frame's time lies before the call that asked for it", () => {
    const player = createPosePlayer("A", { reducedMotion: true });
    player.show("J", 1000);
    expect(player.at(990).moving).toBe(false);
  });

  test("a pause keeps the hand as it is until it is played or shows another letter", () => {
    const player = createPosePlayer("A", { reducedMotion: false });
    player.show("Z", 0);
    player.pause(1100);
    const { pose, drawn } = player.at(1100);
    expect(player.at(5000)).toEqual({ pose, drawn, moving: false });
    player.play(6000);
    expect(player.at(6600).moving).toBe(true);
  });
});
