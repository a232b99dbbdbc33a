import { useCallback } from "react";
import { StyleSheet } from "react-native";
import {
  Camera,
  CommonResolutions,
  type Frame,
  HybridFrameConverter,
  useFrameOutput,
} from "react-native-vision-camera";
import { scheduleOnRN } from "react-native-worklets";

/** Letters need no more, and the camera itself then keeps the rest of the phone free. */
const constraints = [{ fps: 15 }];

/** Shows the front camera as a mirror, and gives its pictures as JPEGs, mirrored as the preview is. */
export function LetterCamera({ onPicture }: { onPicture: (jpeg: ArrayBuffer) => void }) {
  const onFrame = useCallback(
    (frame: Frame) => {
      "worklet";
      try {
        const image = HybridFrameConverter.convertFrameToImage(frame);
        scheduleOnRN(onPicture, image.toEncodedImageData("jpg", 80).buffer);
        image.dispose();
      } finally {
        // A frame that is kept holds up the camera.
        frame.dispose();
      }
    },
    [onPicture],
  );
  const output = useFrameOutput({
    targetResolution: CommonResolutions.VGA_4_3,
    pixelFormat: "yuv",
    // Upright and mirrored in its pixels: a JPEG from iOS would say so in its metadata only.
    enablePhysicalBufferRotation: true,
    onFrame,
    onFrameDropped: () => {},
  });
  return (
    <Camera
      style={styles.camera}
      device="front"
      isActive
      outputs={[output]}
      constraints={constraints}
      mirrorMode="on"
    />
  );
}

const styles = StyleSheet.create({ camera: { flex: 1 } });
