import type { Letter } from "@signify/core";
import {
  type BufferGeometry,
  Color,
  DirectionalLight,
  DoubleSide,
  Group,
  HemisphereLight,
  MathUtils,
  Mesh,
  MeshBasicMaterial,
  MeshStandardMaterial,
  type Object3D,
  PCFShadowMap,
  PerspectiveCamera,
  Scene,
  Vector3,
  WebGLRenderer,
} from "three";
import { createFingerMarks } from "./finger-marks.ts";
import { addFingernails } from "./fingernails.ts";
import { addForearm } from "./forearm.ts";
import { createHandRig } from "./hand-rig.ts";
import { landmarkJoints } from "./landmark-joints.ts";
import { createMotionPath } from "./motion-path.ts";
import { type SkinTone, skinTones } from "./skin-tones.ts";
import type { Handedness, HandPose } from "./types.ts";

/** Options of {@link createHandScene}. */
export type HandSceneOptions = {
  hand: Handedness;
  skinTone: SkinTone;
  /** A CSS color; without it the canvas stays transparent. */
  background?: string;
};

/** One hand, lit, in front of a camera; draws when it is told to. */
export type HandScene = {
  setPose(pose: HandPose): void;
  /** Draws a share (0..1) of the path of a letter that moves. */
  setPath(letter: Letter, share: number): void;
  setHand(hand: Handedness): void;
  setSkinTone(tone: SkinTone): void;
  setBackground(color: string): void;
  /** Colors parts of the hand: landmarks by MediaPipe's numbers, 0–20. */
  mark(landmarks: readonly number[]): void;
  /** The 21 landmarks of the right hand from the front, [21, 3] in palm lengths: x right, y up, z to the viewer. */
  points(): Float32Array;
  /** Turns the hand as if walked around it, in degrees: `yaw` to the right, `pitch` from above. */
  setView(yaw: number, pitch: number): void;
  /** Size of the drawing, in CSS pixels. */
  resize(width: number, height: number, pixelRatio?: number): void;
  render(): void;
  dispose(): void;
};

/** Height of what the camera sees at the hand, in palm lengths. */
const visibleHeight = 3.6;
const fieldOfView = 30;
/** Width / height of the narrowest place that shows the visible height: the widest letters reach its edges. */
const narrowest = 0.9;
/** Stands out from light and dark pages alike. */
const sleeveColor = new Color("#5c7f92");
/** Stands out from skin, sleeve, light and dark pages. */
const pathColor = new Color("#e03b8b");
/** Nails are the skin, a little of this mixed in. */
const nailTint = new Color("#ffd9d2");

/** Sets up a hand model (see `createHandRig`) on a canvas. @throws Error when the browser has no WebGL 2. */
export function createHandScene(
  canvas: HTMLCanvasElement,
  model: Object3D,
  { hand, skinTone, background }: HandSceneOptions,
): HandScene {
  const renderer = new WebGLRenderer({ canvas, antialias: true, alpha: background === undefined });
  renderer.shadowMap.enabled = true;
  renderer.shadowMap.type = PCFShadowMap;
  const scene = new Scene();
  if (background !== undefined) scene.background = new Color(background);

  const skin = new MeshStandardMaterial({ roughness: 0.62 });
  const rig = createHandRig(model);
  const nail = new MeshStandardMaterial({ roughness: 0.35 });
  const cloth = new MeshStandardMaterial({ color: sleeveColor, roughness: 0.9, side: DoubleSide });
  const geometries = [...dress(model, skin), addFingernails(rig.joints, nail)];
  const forearm = addForearm(model, rig.joints, { skin, cloth });
  geometries.push(...forearm.geometries);
  const marks = createFingerMarks(rig.joints);
  // A left hand is the right one in a mirror; three.js turns the faces of a mirrored mesh round.
  const mirror = new Group();
  mirror.add(rig.root);
  const ink = new MeshBasicMaterial({ color: pathColor });
  const path = createMotionPath(rig, ink);
  mirror.add(path.object);
  const turntable = new Group();
  turntable.add(mirror);
  const { lights, key } = makeLights();
  scene.add(turntable, ...lights);

  const camera = new PerspectiveCamera(fieldOfView, 1, 0.1, 50);
  camera.position.z = visibleHeight / 2 / Math.tan(MathUtils.degToRad(fieldOfView / 2));

  let posed: HandPose | undefined;
  const setHand = (next: Handedness) => {
    const side = next === "right" ? 1 : -1;
    mirror.scale.setX(side);
    // The light comes from the thumb's side of either hand.
    key.position.setX(side * Math.abs(key.position.x));
  };
  setHand(hand);
  const setSkinTone = (tone: SkinTone) => {
    skin.color.set(skinTones[tone]);
    nail.color.set(skinTones[tone]).lerp(nailTint, 0.35);
  };
  setSkinTone(skinTone);

  return {
    setPose(pose) {
      posed = pose;
      rig.setPose(pose);
      forearm.setWrist(pose.wrist);
    },
    setPath(letter, share) {
      path.show(letter, share);
      if (posed !== undefined) rig.setPose(posed);
    },
    setHand,
    setSkinTone,
    setBackground(color) {
      scene.background = new Color(color);
    },
    mark: marks.mark,
    points() {
      const points = new Float32Array(landmarkJoints.length * 3);
      const place = new Vector3();
      turntable.updateMatrixWorld(true);
      landmarkJoints.forEach((name, landmark) => {
        const joint = rig.joints.get(name);
        if (joint) mirror.worldToLocal(joint.getWorldPosition(place)).toArray(points, landmark * 3);
      });
      return points;
    },
    setView: (yaw, pitch) =>
      turntable.rotation.set(MathUtils.degToRad(pitch), MathUtils.degToRad(yaw), 0, "XYZ"),
    resize(width, height, pixelRatio = 1) {
      renderer.setPixelRatio(pixelRatio);
      renderer.setSize(width, height, false);
      camera.aspect = width / height;
      // In a narrow place the whole hand is shown smaller, for H and P are wide.
      camera.zoom = Math.min(1, camera.aspect / narrowest);
      camera.updateProjectionMatrix();
    },
    render: () => renderer.render(scene, camera),
    dispose() {
      for (const geometry of geometries) geometry.dispose();
      marks.dispose();
      path.dispose();
      ink.dispose();
      skin.dispose();
      nail.dispose();
      cloth.dispose();
      scene.traverse((object) => {
        if (object instanceof DirectionalLight) object.dispose();
      });
      renderer.dispose();
    },
  };
}

/** Gives the model its skin and lets it shade itself. Returns what has to be disposed of. */
function dress(model: Object3D, skin: MeshStandardMaterial): BufferGeometry[] {
  const geometries: BufferGeometry[] = [];
  model.traverse((object) => {
    if (!(object instanceof Mesh)) return;
    object.material = skin;
    object.castShadow = true;
    object.receiveShadow = true;
    // Its bounds are those of the flat hand.
    object.frustumCulled = false;
    geometries.push(object.geometry);
  });
  return geometries;
}

function makeLights(): { lights: Object3D[]; key: DirectionalLight } {
  const sky = new HemisphereLight(0xffffff, 0xb9a79c, 1.5);
  const key = new DirectionalLight(0xfff4e8, 2.1);
  key.position.set(1.6, 3.4, 4);
  key.castShadow = true;
  key.shadow.mapSize.set(1024, 1024);
  key.shadow.camera.left = key.shadow.camera.bottom = -3;
  key.shadow.camera.right = key.shadow.camera.top = 3;
  key.shadow.camera.far = 12;
  key.shadow.bias = -0.002;
  key.shadow.normalBias = 0.02;
  key.shadow.radius = 4;
  const rim = new DirectionalLight(0xe8f0ff, 0.7);
  rim.position.set(-3, 1, -1.5);
  return { lights: [sky, key, rim], key };
}
