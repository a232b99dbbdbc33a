import { beforeAll, describe, expect, test } from "bun:test";
import type { Letter } from "@signify/core";
import { Group, type Object3D, Vector3 } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { createHandRig, type HandRig } from "./hand-rig.ts";
import { fingerJoints, thumbJoints, wristJoint } from "./joint-names.ts";
import { poseOf } from "./poses.ts";
import { fingers } from "./types.ts";

const path = Bun.resolveSync(
  "@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb",
  import.meta.dir,
);
const loadModel = async (): Promise<Object3D> =>
  (await new GLTFLoader().parseAsync(await Bun.file(path).arrayBuffer(), "")).scene;

describe("createHandRig", () => {
  let rig: HandRig;
  beforeAll(async () => {
    rig = createHandRig(await loadModel());
  });

  const hold = (letter: Letter, upright = false) => {
    const pose = poseOf(letter);
    rig.setPose(upright ? { ...pose, orientation: { yaw: 0, pitch: 0, roll: 0 } } : pose);
    rig.root.updateMatrixWorld(true);
  };
  const at = (name: string | undefined): Vector3 => {
    const joint = rig.joints.get(name ?? "");
    if (joint === undefined) throw new Error(`no joint ${name}`);
    return joint.getWorldPosition(new Vector3());
  };
  const tip = (finger: (typeof fingers)[number]) => at(fingerJoints[finger].at(-1));
  const thumbTip = () => at(thumbJoints[3]);

  test("a right hand faces the viewer: thumb to the right, fingers up, palm of length 1", () => {
    hold("B");
    for (const finger of fingers) expect(tip(finger).y).toBeGreaterThan(0.8);
    expect(tip("index").x).toBeGreaterThan(tip("little").x);
    expect(at(thumbJoints[1]).x).toBeGreaterThan(at(fingerJoints.middle[1]).x);
    expect(at(wristJoint).distanceTo(at(fingerJoints.middle[1]))).toBeCloseTo(1, 3);
  });

  test("a fist brings the fingertips in front of the palm", () => {
    hold("S");
    for (const finger of fingers) {
      expect(tip(finger).z).toBeGreaterThan(0.05);
      expect(tip(finger).y).toBeLessThan(at(fingerJoints[finger][1]).y);
    }
  });

  test.each([
    ["F", "index"],
    ["O", "index"],
    ["D", "middle"],
  ] as const)("in %s the thumb meets the %s finger", (letter, finger) => {
    hold(letter, true);
    expect(thumbTip().distanceTo(tip(finger))).toBeLessThan(0.25);
  });

  test("in R the index and middle finger cross", () => {
    hold("U");
    expect(tip("index").x).toBeGreaterThan(tip("middle").x);
    hold("R");
    expect(tip("index").x).toBeLessThan(tip("middle").x);
  });

  test.each([
    ["A", 1, 2.5],
    ["T", 0.1, 0.9],
    ["N", -0.8, -0.1],
    ["M", -1.7, -0.6],
  ] as const)("%s has its thumb where it belongs, seen across the knuckles", (letter, low, high) => {
    hold(letter);
    // 0 at the middle finger's knuckle, 1 at the index finger's, about -1 at the ring finger's.
    const step = at(fingerJoints.index[1]).x - at(fingerJoints.middle[1]).x;
    const place = (thumbTip().x - at(fingerJoints.middle[1]).x) / step;
    expect(place).toBeGreaterThan(low);
    expect(place).toBeLessThan(high);
  });

  test.each([
    ["P", "middle"],
    ["Q", "index"],
  ] as const)("%s points down with the %s finger, its thumb seen", (letter, finger) => {
    hold(letter);
    expect(tip(finger).y).toBeLessThan(at(fingerJoints[finger][1]).y - 0.6);
    // Nearer to the viewer than the palm's other side.
    expect(thumbTip().z).toBeGreaterThan(at(fingerJoints.little[1]).z);
  });

  test.each(["G", "H"] as const)("%s points to the signer's other side", (letter) => {
    hold(letter);
    expect(tip("index").x).toBeGreaterThan(at(wristJoint).x + 1.2);
  });

  test("says which joint a model lacks", () => {
    expect(() => createHandRig(new Group())).toThrow(/no joint "wrist"/);
  });
});
