// A screen that practices one letter. The camera package hands out JPEGs as base64; any other source of JPEGs or of
// hand points does as well.
import type { Letter } from "@signify/client-sdk";
import { useState } from "react";
import { Text, TouchableOpacity, View } from "react-native";
import { CameraPreview } from "./camera-preview";
import { useSignify } from "./use-signify";

const alphabet: readonly Letter[] = ["A", "B", "C", "L", "Y"];

export function LetterScreen({ url }: { url: string }) {
  const [target, setTarget] = useState<Letter>("A");
  const { client, prediction, state, problem } = useSignify(url, target);

  return (
    <View>
      <CameraPreview onPicture={(base64, mirrored) => client?.sendFrame(base64, { mirrored })} />
      <Text>
        {prediction
          ? `${prediction.letter}: ${Math.round(prediction.targetProbability * 100)} %`
          : (problem ?? state)}
      </Text>
      {alphabet.map((letter) => (
        <TouchableOpacity key={letter} onPress={() => setTarget(letter)}>
          <Text>{letter === target ? `[${letter}]` : letter}</Text>
        </TouchableOpacity>
      ))}
    </View>
  );
}
