import { landmarkFrameLength } from "@signify/core";

/**
 * A made-up right hand that the letter model reads as some letter: an open palm, 21 points in picture heights, a
 * little different in each frame as a camera's are.
 */
export function signingHand(frame: number): Float32Array {
  const landmarks = new Float32Array(landmarkFrameLength);
  const fingers = [0.16, 0.24, 0.27, 0.25, 0.2];
  const place = (point: number, x: number, y: number, z: number) => {
    const tremor = Math.sin(frame * 0.7 + point) * 0.001;
    landmarks.set([x + tremor, y + tremor, z], (21 + point) * 3);
  };
  place(0, 0.66, 0.8, 0);
  for (const [finger, length] of fingers.entries()) {
    for (let joint = 1; joint <= 4; joint++) {
      const reach = 0.12 + (length * joint) / 4;
      const angle = (finger - 2) * 0.22 - (finger === 0 ? 0.5 : 0);
      place(finger * 4 + joint, 0.66 + Math.sin(angle) * reach, 0.8 - Math.cos(angle) * reach, -0.01 * joint);
    }
  }
  return landmarks;
}
