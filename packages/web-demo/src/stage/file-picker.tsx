import { useRef } from "preact/hooks";
import { session } from "../recognition/page-session.ts";
import { texts } from "../texts/texts.ts";

/** For people without a camera: a picture or a clip takes its place. */
export function FilePicker() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" class="link-button" onClick={() => input.current?.click()}>
        {texts.camera.noCamera}
      </button>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/*,video/*"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          event.currentTarget.value = "";
          if (file) void session.startFile(file);
        }}
      />
    </>
  );
}
