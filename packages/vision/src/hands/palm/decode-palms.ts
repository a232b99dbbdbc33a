import { createPalmAnchors } from "./palm-anchors.ts";
import { type PalmDetection, palmCoordinateCount } from "./palm-detection.ts";
import { type PalmShape, palmSquare } from "./palm-shape.ts";

const anchorsOfShape = new Map<string, Float32Array>();

/**
 * Palms that the network proposes with at least `minScore`, in the order of its anchors; neighbors that mean the same
 * palm are still apart (see `suppressOverlaps`). They are counted in 0..1 of the square around the middle of the input.
 *
 * Source: MediaPipe's `tensors_to_detections_calculator` with the options of `palm_detection_cpu.pbtxt`.
 *
 * @param boxes [anchors, 18]: center, size and seven points, in pixels of the input, relative to the anchor
 * @param scores [anchors], logits
 * @param minScore probability, 0..1
 * @param shape what the network read
 */
export function decodePalms(
  boxes: Float32Array,
  scores: Float32Array,
  minScore: number,
  shape: PalmShape = palmSquare,
): PalmDetection[] {
  const anchors = anchorsOf(shape);
  const side = Math.max(shape.width, shape.height);
  const palms: PalmDetection[] = [];
  const minLogit = Math.log(minScore / (1 - minScore));
  for (let index = 0; index < anchors.length / 2; index++) {
    const logit = scores[index] ?? Number.NEGATIVE_INFINITY;
    if (!(logit >= minLogit)) continue;
    palms.push({
      score: 1 / (1 + Math.exp(-logit)),
      coordinates: decodeCoordinates(boxes, index, anchors, side),
    });
  }
  return palms;
}

function anchorsOf(shape: PalmShape): Float32Array {
  const key = `${shape.width} ${shape.height}`;
  const anchors = anchorsOfShape.get(key) ?? createPalmAnchors(shape);
  anchorsOfShape.set(key, anchors);
  return anchors;
}

function decodeCoordinates(
  boxes: Float32Array,
  index: number,
  anchors: Float32Array,
  side: number,
): Float32Array {
  const at = (position: number) => (boxes[palmCoordinateCount * index + position] ?? 0) / side;
  const anchorX = anchors[2 * index] ?? 0;
  const anchorY = anchors[2 * index + 1] ?? 0;
  const centerX = at(0) + anchorX;
  const centerY = at(1) + anchorY;
  const coordinates = new Float32Array(palmCoordinateCount);
  coordinates.set([centerX - at(2) / 2, centerY - at(3) / 2, centerX + at(2) / 2, centerY + at(3) / 2]);
  for (let position = 4; position < palmCoordinateCount; position += 2) {
    coordinates[position] = at(position) + anchorX;
    coordinates[position + 1] = at(position + 1) + anchorY;
  }
  return coordinates;
}
