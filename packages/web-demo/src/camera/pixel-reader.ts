const pixelFormat = { format: "RGBX" } as const;

/** How a video is read. */
export type PixelReaderParts = {
  /** The frame that is shown, in Chromium. */
  takeFrame?: () => VideoFrame | undefined;
  /** RGBA pixels of what is shown, by way of a canvas. */
  draw?: () => ArrayLike<number>;
};

/**
 * Makes what reads the RGBA pixels that a video shows; the next call overwrites them. In Chromium, known by what pages have
 * nowhere else, they are copied from the video's frame: it keeps each picture that is drawn of a video, up to half a gigabyte.
 * @throws what the browser says of a video that shows nothing
 */
export function createPixelReader(
  video: HTMLVideoElement,
  {
    takeFrame = () => ("MediaStreamTrackProcessor" in globalThis ? new VideoFrame(video) : undefined),
    draw = createDrawing(video),
  }: PixelReaderParts = {},
): () => Promise<ArrayLike<number>> {
  let pixels = new Uint8Array(0);

  const copy = async (frame: VideoFrame) => {
    try {
      const { width = 0, height = 0 } = frame.visibleRect ?? {};
      const bytes = frame.allocationSize(pixelFormat);
      // Some browsers only copy what the camera gave.
      if (bytes !== 4 * width * height) return undefined;
      if (pixels.length !== bytes) pixels = new Uint8Array(bytes);
      await frame.copyTo(pixels, pixelFormat);
      return pixels;
    } catch {
      return undefined;
    } finally {
      frame.close();
    }
  };
  return async () => {
    const frame = takeFrame();
    return (frame && (await copy(frame))) ?? draw();
  };
}

/** Draws a video very small, and reads that. */
function createDrawing(video: HTMLVideoElement): () => ArrayLike<number> {
  const size = { width: 32, height: 24 };
  let context: CanvasRenderingContext2D | null | undefined;
  return () => {
    const canvas = context?.canvas ?? Object.assign(document.createElement("canvas"), size);
    context ??= canvas.getContext("2d", { willReadFrequently: true });
    if (!context || video.videoWidth === 0) throw new Error("expected a video that shows something");
    context.drawImage(video, 0, 0, size.width, size.height);
    return context.getImageData(0, 0, size.width, size.height).data;
  };
}
