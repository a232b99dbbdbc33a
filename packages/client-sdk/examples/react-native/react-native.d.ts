// The little of React Native that this example uses, so that it is type-checked without installing it.
declare module "react-native" {
  import type { FunctionComponent, PropsWithChildren } from "react";
  export const View: FunctionComponent<PropsWithChildren>;
  export const Text: FunctionComponent<PropsWithChildren>;
  export const TouchableOpacity: FunctionComponent<PropsWithChildren<{ onPress?: () => void }>>;
}
