// What a phone has in place of React Native and the camera's packages: enough to show the example's screen to a test.
import { createElement, type ReactNode, useEffect } from "react";

type Props = { children?: ReactNode };
type Frame = { jpeg: ArrayBuffer; isDisposed: boolean; dispose(): void };
type FrameOutput = { onFrame(frame: Frame): void };

/** What the camera sees, and how often it is looked at: given by the test. */
declare const phone: { jpeg: ArrayBuffer; framesPerSecond: number; undisposed: number };

const host = (name: string) => (props: Props) => createElement(name, props);
export const View = host("View");
export const Text = host("Text");
export const Pressable = host("Pressable");
export const StyleSheet = { create: <Styles>(styles: Styles): Styles => styles };

export const CommonResolutions = { VGA_4_3: { width: 480, height: 640 } };
export const useFrameOutput = (output: FrameOutput): FrameOutput => output;

/** Its frames become pictures as those of the camera do, and it counts those that nobody has given back. */
export function Camera({ outputs, isActive }: { outputs: FrameOutput[]; isActive: boolean }) {
  const [output] = outputs;
  useEffect(() => {
    if (!isActive) return;
    const timer = setInterval(() => {
      phone.undisposed += 1;
      output?.onFrame({ jpeg: phone.jpeg, isDisposed: false, dispose: () => void (phone.undisposed -= 1) });
    }, 1000 / phone.framesPerSecond);
    return () => clearInterval(timer);
  }, [output, isActive]);
  return createElement("Camera");
}

export const HybridFrameConverter = {
  convertFrameToImage: ({ jpeg }: Frame) => ({
    toEncodedImageData: (format: string) => {
      if (format !== "jpg") throw new Error("expected JPEGs to be wanted");
      return { buffer: jpeg };
    },
    dispose() {},
  }),
};

export const scheduleOnRN = <Given extends unknown[]>(run: (...given: Given) => void, ...given: Given): void =>
  queueMicrotask(() => run(...given));
