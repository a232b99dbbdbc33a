// Stands for your camera package: it shows the camera and gives a JPEG, as base64, about 20 times a second.
import { View } from "react-native";

export function CameraPreview(_: { onPicture: (base64: string, mirrored: boolean) => void }) {
  return <View />;
}
