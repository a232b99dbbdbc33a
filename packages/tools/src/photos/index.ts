export { photoClip } from "./photo-clip.ts";
export { hasPhotos, photoPath, referenceHands, withoutPhotos } from "./photos.ts";
