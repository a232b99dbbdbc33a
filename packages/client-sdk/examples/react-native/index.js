import { AppRegistry } from "react-native";
import { name } from "./app.json";
import { PracticeApp } from "./practice-app";

AppRegistry.registerComponent(name, () => PracticeApp);
