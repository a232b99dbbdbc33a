// The plugin makes worklets of the functions that run on the camera's thread. It comes last.
module.exports = {
  presets: ["module:@react-native/babel-preset"],
  plugins: ["react-native-worklets/plugin"],
};
