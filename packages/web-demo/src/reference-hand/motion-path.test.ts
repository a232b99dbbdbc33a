import { expect, test } from "bun:test";
import { Group, type Mesh, MeshBasicMaterial } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";
import { createHandRig } from "./hand-rig.ts";
import { createMotionPath } from "./motion-path.ts";

const model = Bun.resolveSync(
  "@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb",
  import.meta.dir,
);

async function open() {
  const { scene } = await new GLTFLoader().parseAsync(await Bun.file(model).arrayBuffer(), "");
  const rig = createHandRig(scene);
  const path = createMotionPath(rig, new MeshBasicMaterial());
  new Group().add(rig.root, path.object);
  const seen = () => path.object.children.filter(({ visible }) => visible).map((part) => part as Mesh);
  return { path, seen };
}

test("a path grows with the motion, and has its arrow when it is whole", async () => {
  const { path, seen } = await open();
  path.show("J", 0.25);
  const [line] = seen();
  const quarter = line!.geometry.drawRange.count;
  expect(seen()).toHaveLength(1);
  path.show("J", 1);
  expect(seen()).toHaveLength(2);
  expect(line!.geometry.drawRange.count).toBe(4 * quarter);
});

test("a letter that is held, and a motion that has not begun, have none", async () => {
  const { path, seen } = await open();
  path.show("Z", 1);
  path.show("A", 1);
  expect(seen()).toHaveLength(0);
  path.show("Z", 0);
  expect(seen()).toHaveLength(0);
});

test("seen from the front the Z goes left, back down to the right, and left again", async () => {
  const { path, seen } = await open();
  path.show("Z", 1);
  const points = seen()[0]!.geometry.getAttribute("position");
  const x = Array.from({ length: points.count }, (_, index) => points.getX(index));
  const turns = [0, 0.3, 0.65, 1].map((share) => x[Math.round(share * (x.length - 1))]!);
  expect(turns[0]! - turns[1]!).toBeGreaterThan(0.5);
  expect(turns[2]! - turns[1]!).toBeGreaterThan(0.5);
  expect(turns[2]! - turns[3]!).toBeGreaterThan(0.5);
});
