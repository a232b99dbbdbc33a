import type { CameraSource } from "./camera-source.ts";

/**
 * Calls back when a camera gives nothing for a while, because the system or the browser holds it back, and when it gives
 * pictures again. Answers how to stop that.
 */
export function watchMute(source: CameraSource, onChange: (muted: boolean) => void): () => void {
  const track = streamOf(source)?.getVideoTracks()[0];
  const mute = () => onChange(true);
  const unmute = () => onChange(false);
  track?.addEventListener("mute", mute);
  track?.addEventListener("unmute", unmute);
  return () => {
    track?.removeEventListener("mute", mute);
    track?.removeEventListener("unmute", unmute);
  };
}

function streamOf(source: CameraSource): MediaStream | undefined {
  if ("getVideoTracks" in source) return source;
  const shown = "srcObject" in source ? source.srcObject : undefined;
  return shown && "getVideoTracks" in shown ? shown : undefined;
}
