import { CapsuleGeometry, type Material, Mesh, MeshBasicMaterial, type Object3D, Vector3 } from "three";
import { landmarkJoints } from "./landmark-joints.ts";

/** Colors parts of a hand: landmarks by MediaPipe's numbers, 0–20. */
export type FingerMarks = { mark(landmarks: readonly number[]): void; dispose(): void };

/** Orange is seen on every skin tone, and blue-blind and red-blind people tell it from skin by its light. */
const color = "#ff9500";
/** Radius in metres: a little more than a finger's. */
const radius = 0.0112;

/** Puts a glove finger of glass around each bone, to be shown when its finger is marked. */
export function createFingerMarks(joints: ReadonlyMap<string, Object3D>): FingerMarks {
  const material: Material = new MeshBasicMaterial({
    ...{ color, transparent: true, opacity: 0.62, depthWrite: false },
  });
  const gloves = new Map<number, Mesh<CapsuleGeometry>>();
  landmarkJoints.forEach((name, landmark) => {
    const joint = joints.get(name);
    const next = joints.get(landmarkJoints[landmark + 1] ?? "");
    // A bone goes from a landmark to the next one of the same finger.
    if (landmark === 0 || landmark % 4 === 0 || !joint || !next) return;
    const length = next.position.clone().length();
    const glove = new Mesh(new CapsuleGeometry(radius, length, 6, 16), material);
    // A capsule stands along y, a bone along what the next joint hangs from.
    glove.quaternion.setFromUnitVectors(new Vector3(0, 1, 0), next.position.clone().normalize());
    glove.position.copy(next.position).multiplyScalar(0.5);
    glove.visible = false;
    joint.add(glove);
    gloves.set(landmark, glove);
  });
  return {
    mark(landmarks) {
      for (const [landmark, glove] of gloves) {
        glove.visible = landmarks.includes(landmark) || landmarks.includes(landmark + 1);
      }
    },
    dispose() {
      for (const { geometry } of gloves.values()) geometry.dispose();
      material.dispose();
    },
  };
}
