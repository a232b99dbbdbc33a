// What a phone has, in place of React Native and the camera's packages: enough to show the example's screen to a test.
import { createElement, type ReactNode, useEffect } from "react";

type Props = { children?: ReactNode };
type Frame = { jpeg: ArrayBuffer; dispose(): void };
type FrameOutput = { onFrame(frame: Frame): void };

/** What its camera sees, and how many of its frames nobody has given back: shared with the test. */
declare const phone: { jpeg: ArrayBuffer; framesInUse: number };

const host = (name: string) => (props: Props) => createElement(name, props);
export const View = host("View");
export const Text = host("Text");
export const Pressable = host("Pressable");
export const StyleSheet = { create: <Styles>(styles: Styles): Styles => styles };

export const CommonResolutions = { VGA_4_3: { width: 480, height: 640 } };
export const useFrameOutput = (output: FrameOutput): FrameOutput => output;

type CameraProps = { isActive: boolean; outputs: FrameOutput[]; constraints: { fps: number }[] };

/** Gives its output as many frames a second as it is told to. */
export function Camera({ isActive, outputs, constraints }: CameraProps) {
  const onFrame = outputs[0]?.onFrame;
  const framesPerSecond = constraints[0]?.fps ?? 30;
  useEffect(() => {
    if (!isActive || !onFrame) return;
    const timer = setInterval(() => {
      phone.framesInUse += 1;
      onFrame({ jpeg: phone.jpeg, dispose: () => void phone.framesInUse-- });
    }, 1000 / framesPerSecond);
    return () => clearInterval(timer);
  }, [isActive, onFrame, framesPerSecond]);
  return createElement("Camera");
}

export const HybridFrameConverter = {
  convertFrameToImage: ({ jpeg }: Frame) => ({
    toEncodedImageData(format: string) {
      if (format !== "jpg") throw new Error("expected JPEGs to be asked for");
      return { buffer: jpeg };
    },
    dispose() {},
  }),
};

/** On a phone it goes from the camera's thread to the app's. */
export function scheduleOnRN<Given extends unknown[]>(run: (...given: Given) => void, ...given: Given): void {
  queueMicrotask(() => run(...given));
}
