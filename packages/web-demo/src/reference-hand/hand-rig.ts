import { Euler, Group, MathUtils, type Object3D, Quaternion, Vector3 } from "three";
import { fingerJoints, thumbJoints, wristJoint } from "./joint-names.ts";
import { type FingerPose, fingers, type HandPose, type ThumbPose } from "./types.ts";

/** A hand that takes poses. `root` belongs in a scene: x to the picture's right, y up, z towards the viewer. */
export type HandRig = {
  root: Group;
  /** Joints by their WebXR names. */
  joints: ReadonlyMap<string, Object3D>;
  setPose(pose: HandPose): void;
};

const z = new Vector3(0, 0, 1);

/**
 * Makes the right-hand model of the WebXR input profiles (generic-hand) ready to be posed.
 *
 * Its joints come as one flat list and are hung into each other here. Their axes follow the WebXR hand input
 * specification: −z points along the bone, +y out of the back of the hand; so a joint bends about −x and spreads about y.
 * The model is turned so that its palm faces the viewer with the fingers up, scaled to a palm of length 1, and moved so
 * that the middle of the palm is at the origin.
 *
 * @throws Error when the model lacks a joint
 */
export function createHandRig(model: Object3D): HandRig {
  const upright = new Group();
  upright.add(model);
  // The model points down (−y), its palm to −x and its thumb to −z.
  upright.quaternion.setFromEuler(new Euler(0, Math.PI / 2, Math.PI, "ZYX"));
  upright.updateMatrixWorld(true);

  const joints = collectJoints(model);
  const joint = (name: string): Object3D => {
    const found = joints.get(name);
    if (found === undefined) throw new Error(`The hand model has no joint "${name}": expected a WebXR hand.`);
    return found;
  };
  for (const names of [thumbJoints, ...fingers.map((finger) => fingerJoints[finger])]) {
    let parent = joint(wristJoint);
    for (const name of names) {
      parent.attach(joint(name));
      parent = joint(name);
    }
  }
  upright.updateMatrixWorld(true);

  const rest = new Map([...joints].map(([name, { quaternion }]) => [name, quaternion.clone()]));
  const wrist = joint(wristJoint).getWorldPosition(new Vector3());
  const knuckle = joint(fingerJoints.middle[1] ?? "").getWorldPosition(new Vector3());
  const palm = wrist.distanceTo(knuckle);
  upright.scale.setScalar(1 / palm);
  upright.position.copy(wrist).lerp(knuckle, 0.6).divideScalar(-palm);

  const root = new Group();
  root.add(upright);
  const thumbBase = joint(thumbJoints[0]);
  const thumbRest = thumbBase.getWorldQuaternion(new Quaternion());
  const thumbDirection = z.clone().negate().applyQuaternion(thumbRest);
  const wristRest = joint(wristJoint).getWorldQuaternion(new Quaternion()).invert();

  /** Turns a joint from its rest, in its own axes. */
  const turn = (name: string, bend: number, spread: number, twist: number) => {
    const change = new Quaternion().setFromEuler(
      new Euler(radians(-bend), radians(spread), radians(-twist), "YXZ"),
    );
    const resting = rest.get(name);
    if (resting !== undefined) joint(name).quaternion.copy(resting).multiply(change);
  };

  const setFinger = (names: readonly string[], { bend, spread, twist = 0 }: FingerPose) => {
    names.slice(1, 4).forEach((name, index) => {
      turn(name, bend[index] ?? 0, index === 0 ? spread : 0, index === 0 ? twist : 0);
    });
  };

  const setThumb = ({ out, forward, twist, bend, sway = 0 }: ThumbPose) => {
    const direction = new Vector3(
      Math.sin(radians(out)) * Math.cos(radians(forward)),
      Math.cos(radians(out)) * Math.cos(radians(forward)),
      Math.sin(radians(forward)),
    );
    const swing = new Quaternion().setFromUnitVectors(thumbDirection, direction);
    const roll = new Quaternion().setFromAxisAngle(direction, radians(-twist));
    thumbBase.quaternion.copy(wristRest).multiply(roll).multiply(swing).multiply(thumbRest);
    turn(thumbJoints[1], bend[0], sway, 0);
    turn(thumbJoints[2], bend[1], 0, 0);
  };

  return {
    root,
    joints,
    setPose(pose) {
      for (const finger of fingers) setFinger(fingerJoints[finger], pose[finger]);
      setThumb(pose.thumb);
      const { yaw, pitch, roll } = pose.orientation;
      root.quaternion.setFromEuler(new Euler(radians(pitch), radians(yaw), radians(roll), "ZXY"));
      root.position.set(pose.place.x, pose.place.y, 0);
    },
  };
}

function collectJoints(model: Object3D): Map<string, Object3D> {
  const joints = new Map<string, Object3D>();
  model.traverse((object) => {
    if ("isBone" in object) joints.set(object.name, object);
  });
  return joints;
}

function radians(degrees: number): number {
  return MathUtils.degToRad(degrees);
}
