import { useEffect } from "react";
import { Button, StyleSheet, Text, View } from "react-native";
import { useCameraPermission } from "react-native-vision-camera";
import { LetterScreen } from "./letter-screen";

/** An emulator of Android reaches its computer by this address; a phone needs the computer's own. */
const server = "ws://10.0.2.2:8765";

/** Asks for the camera, and then for a letter. */
export function PracticeApp() {
  const { hasPermission, canRequestPermission, requestPermission } = useCameraPermission();
  useEffect(() => {
    if (canRequestPermission) void requestPermission();
  }, [canRequestPermission, requestPermission]);

  if (hasPermission) return <LetterScreen url={server} />;
  return (
    <View style={styles.center}>
      <Text>Letters are read from the camera. Nothing that it sees is stored.</Text>
      <Button title="Allow the camera" onPress={() => void requestPermission()} />
    </View>
  );
}

const styles = StyleSheet.create({ center: { flex: 1, justifyContent: "center", padding: 24 } });
