import { type Letter, letters } from "@signify/client-sdk";
import { useSignify } from "@signify/client-sdk/react";
import { useCallback, useState } from "react";
import { Pressable, StyleSheet, Text, View } from "react-native";
import { LetterCamera } from "./letter-camera";

/** Practices a letter: the camera, what is read, and the alphabet to choose from. */
export function LetterScreen({ url }: { url: string }) {
  const [target, setTarget] = useState<Letter>("A");
  // The camera is the app's own: its pictures go to the client by hand.
  const { client, state, error, status, letter, probability, verdict } = useSignify({
    url,
    target,
    camera: false,
  });
  const send = useCallback(
    (jpeg: ArrayBuffer) => {
      client?.sendFrame(jpeg, { mirrored: true });
    },
    [client],
  );
  const said =
    error?.message ?? (state === "ready" ? (status === "no-hand" ? "Show your hand" : "…") : state);

  return (
    <View style={styles.screen}>
      <LetterCamera onPicture={send} />
      <Text style={styles.letter}>{letter ? `${letter} ${Math.round(probability * 100)} %` : said}</Text>
      <Text style={styles.verdict} accessibilityLiveRegion="polite">
        {verdict === "shown" ? `That is ${target}!` : `Sign ${target}`}
      </Text>
      <View style={styles.alphabet}>
        {letters.map((each) => (
          <Pressable key={each} accessibilityRole="button" onPress={() => setTarget(each)}>
            <Text style={[styles.choice, each === target && styles.chosen]}>{each}</Text>
          </Pressable>
        ))}
      </View>
    </View>
  );
}

const styles = StyleSheet.create({
  screen: { flex: 1 },
  letter: { fontSize: 48, textAlign: "center" },
  verdict: { fontSize: 20, textAlign: "center" },
  alphabet: { flexDirection: "row", flexWrap: "wrap", justifyContent: "center", padding: 12 },
  choice: { fontSize: 24, padding: 8 },
  chosen: { fontWeight: "bold", textDecorationLine: "underline" },
});
