import modelUrl from "@webxr-input-profiles/assets/dist/profiles/generic-hand/right.glb?url";
import type { Object3D } from "three";
import { GLTFLoader } from "three/addons/loaders/GLTFLoader.js";

/** Fetches the right hand of the WebXR input profiles (MIT). @throws Error when it cannot be fetched. */
export async function loadHandModel(url: string = modelUrl): Promise<Object3D> {
  return (await new GLTFLoader().loadAsync(url)).scene;
}
