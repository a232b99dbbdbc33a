import {
  emptyBlocks,
  grayMeans,
  type HandMadeScan,
  handMadeJpeg,
  joined,
  jpegSegment,
} from "@signify/vision/testing";

type Bytes = Uint8Array<ArrayBuffer>;

const coefficients = 63;
const highestBit = 13;

/** Scans of a progressive picture, by which all blocks stay gray: the means of all components, then bit after bit of each. */
function grayScans(side: number, components: number, count: number): HandMadeScan[] {
  const blocks = Math.ceil(side / 8) ** 2;
  const every = Array.from({ length: components }, (_, index) => index);
  const means: HandMadeScan = { components: every, spectrum: [0, 0], data: grayMeans(blocks * components) };
  const data = emptyBlocks(blocks);
  const later = Array.from({ length: count - 1 }, (_, index): HandMadeScan => {
    const bit = highestBit - Math.floor(index / components);
    const before = bit === highestBit ? 0 : bit + 1;
    return { components: [index % components], spectrum: [1, coefficients], bits: [before, bit], data };
  });
  return [means, ...later];
}

/** A legal progressive picture that is gray all over, in as many scans as asked for. */
export function grayInScans(side: number, components: number, scans: number): Bytes {
  return handMadeJpeg({
    ...{ width: side, height: side, components, frame: 0xc2 },
    scans: grayScans(side, components, scans),
  });
}

/** Some hundred bytes of arithmetic coding, in which no data are as good as gray: each scan is a pass over all pixels. */
export function arithmeticCoded(side: number, components: number, scans: number): Bytes {
  const empty = grayScans(side, components, scans).map((scan) => ({ ...scan, data: new Uint8Array(0) }));
  return handMadeJpeg({ width: side, height: side, components, frame: 0xca, scans: empty });
}

/** A baseline picture of one gray block in as many components as asked for. */
export function inComponents(components: number): Bytes {
  const data = new Uint8Array(Math.ceil((components * 5) / 8));
  return handMadeJpeg({
    ...{ width: 8, height: 8, components },
    scans: [{ components: Array.from({ length: components }, (_, index) => index), data }],
  });
}

/** The same picture with segments in front of all others. */
export function withSegments(jpeg: Uint8Array, ...segments: readonly Uint8Array[]): Bytes {
  return joined(jpeg.subarray(0, 2), ...segments, jpeg.subarray(2));
}

/** EXIF whose directory is full of entries that each lead to the directory itself. */
export function tangledExif(): Bytes {
  const entries = 5400;
  const tiff = Buffer.alloc(10 + 12 * entries + 4);
  tiff.write("II*\0", "latin1");
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(entries, 8);
  for (let entry = 0; entry < entries; entry++) {
    const at = 10 + 12 * entry;
    tiff.writeUInt16LE(0x8769, at);
    tiff.writeUInt16LE(4, at + 2);
    tiff.writeUInt32LE(1, at + 4);
    tiff.writeUInt32LE(8, at + 8);
  }
  return jpegSegment(0xe1, joined(text("Exif\0\0"), tiff));
}

/** A color profile that sends every color through thousands of matrices, all of them stored in one place. */
export function endlessColorProfile(matrices: number): Bytes[] {
  const tableAt = 16 + 8 * matrices;
  const matrix = joined(text("matf\0\0\0\0"), Uint8Array.of(0, 3, 0, 3), ...identity.map(float32));
  const place = joined(uint32(tableAt), uint32(matrix.length));
  const places = new Array<Uint8Array>(matrices).fill(place);
  const shape = Uint8Array.of(0, 3, 0, 3);
  const stages = joined(text("mpet\0\0\0\0"), shape, uint32(matrices), ...places, matrix);
  const curve = joined(text("para\0\0\0\0\0\0\0\0"), uint32(2.2 * one));
  const profile = colorProfile({
    wtpt: xyz(0.9642, 1, 0.8249),
    rXYZ: xyz(0.436, 0.222, 0.014),
    gXYZ: xyz(0.385, 0.717, 0.097),
    bXYZ: xyz(0.143, 0.061, 0.714),
    rTRC: curve,
    gTRC: curve,
    bTRC: curve,
    D2B0: stages,
    D2B1: stages,
  });
  const partLength = 65_000;
  const parts = Math.ceil(profile.length / partLength);
  return Array.from({ length: parts }, (_, index) => {
    const part = profile.subarray(index * partLength, (index + 1) * partLength);
    return jpegSegment(0xe2, joined(text("ICC_PROFILE\0"), Uint8Array.of(index + 1, parts), part));
  });
}

/** A picture with a gain map, as phones store them for bright screens, whose description breaks off into these words. */
export function withDamagedGainMap(jpeg: Uint8Array, words: string): Bytes {
  const gainMap = withSegments(jpeg, description(`hdrgm:Version="1.0" ${words} hdrgm:GainMapMax="2.0"/>`));
  const item = (semantic: string, length: number) =>
    `<rdf:li rdf:parseType="Resource"><Container:Item Item:Semantic="${semantic}" Item:Mime="image/jpeg" Item:Length="${length}"/></rdf:li>`;
  const items = `<Container:Directory><rdf:Seq>${item("Primary", 0)}${item("GainMap", gainMap.length)}</rdf:Seq></Container:Directory>`;
  const first = description(`hdrgm:Version="1.0">${items}</rdf:Description>`);
  const index = (length: number) => pictureIndex(length, gainMap.length, length - first.length - 10);
  const primaryLength = jpeg.length + first.length + index(0).length;
  return joined(withSegments(jpeg, first, index(primaryLength)), gainMap);
}

/** XMP with one description in it. */
function description(attributes: string): Bytes {
  const item = "http://ns.google.com/photos/1.0/container/";
  const names = `xmlns:Container="${item}" xmlns:Item="${item}item/" xmlns:hdrgm="http://ns.adobe.com/hdr-gain-map/1.0/"`;
  const rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  const inner = `<rdf:RDF xmlns:rdf="${rdf}"><rdf:Description ${names} ${attributes}</rdf:RDF>`;
  const outer = `<x:xmpmeta xmlns:x="adobe:ns:meta/">${inner}</x:xmpmeta>`;
  return jpegSegment(0xe1, text(`http://ns.adobe.com/xap/1.0/\0${outer}`));
}

/** The index of a file of two pictures (CIPA DC-007); the second one's place counts from behind "MPF\0". */
function pictureIndex(firstLength: number, secondLength: number, secondAt: number): Bytes {
  const field = (tag: number, type: number, count: number, value: Uint8Array) =>
    joined(uint16(tag), uint16(type), uint32(count), value);
  const fields = [
    field(0xb000, 7, 4, text("0100")),
    field(0xb001, 4, 1, uint32(2)),
    field(0xb002, 7, 32, uint32(50)),
  ];
  const first = [0x30000, firstLength, 0, 0].map(uint32);
  const second = [0, secondLength, secondAt, 0].map(uint32);
  const tiff = [text("MM\0*"), uint32(8), uint16(fields.length), ...fields, uint32(0), ...first, ...second];
  return jpegSegment(0xe2, joined(text("MPF\0"), ...tiff));
}

function colorProfile(tags: Record<string, Uint8Array>): Bytes {
  const header = Buffer.alloc(128);
  header.writeUInt32BE(0x04300000, 8);
  header.write("mntrRGB XYZ ", 12, "latin1");
  header.write("acsp", 36, "latin1");
  header.set(xyz(0.9642, 1, 0.8249).subarray(8), 68);
  const entries = Object.entries(tags);
  let at = header.length + 4 + 12 * entries.length;
  const places = entries.map(([name, content]) => {
    const place = joined(text(name), uint32(at), uint32(content.length));
    at += content.length;
    return place;
  });
  header.writeUInt32BE(at, 0);
  return joined(header, uint32(entries.length), ...places, ...Object.values(tags));
}

const one = 65_536;
const identity = [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0];

function xyz(...values: readonly number[]): Bytes {
  return joined(text("XYZ \0\0\0\0"), ...values.map((value) => uint32(Math.round(value * one))));
}

function text(characters: string): Bytes {
  return new Uint8Array(Buffer.from(characters, "latin1"));
}

function uint16(value: number): Bytes {
  return Uint8Array.of(value >> 8, value & 255);
}

function uint32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

function float32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setFloat32(0, value);
  return bytes;
}
