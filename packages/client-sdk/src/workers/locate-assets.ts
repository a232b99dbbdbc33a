import {
  type AssetManifest,
  type AssetName,
  type AssetOptions,
  assetAddress,
  assetNames,
  inFolder,
  manifestName,
} from "./asset-address.ts";
import { fetchAsset } from "./fetch-asset.ts";

/** Where a file is. */
export type AssetPlace = {
  /** Full addresses of its parts, in order. */
  parts: readonly string[];
  /** Its size, where it is known. */
  bytes?: number;
};

/** Finds files: at once where the app has said all of it, and by the folder's manifest otherwise. */
export function locateAssets(options: AssetOptions): (name: AssetName) => AssetPlace | Promise<AssetPlace> {
  let fetched: Promise<AssetManifest> | undefined;

  const placeIn = (manifest: AssetManifest, name: AssetName): AssetPlace => {
    const entry = manifest[assetNames[name]];
    if (!entry) return { parts: [assetAddress(options, name)] };
    return { bytes: entry.bytes, parts: entry.parts.map((part) => inFolder(options, part)) };
  };
  const manifest = () => {
    fetched ??= fetchManifest(inFolder(options, manifestName)).catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
    return fetched;
  };

  return (name) => {
    if (options.assetFiles?.[name]) return { parts: [assetAddress(options, name)] };
    if (options.assetManifest) return placeIn(options.assetManifest, name);
    return manifest().then((known) => placeIn(known, name));
  };
}

/** A folder without a manifest has whole files; some servers answer with a page for what they do not have. */
async function fetchManifest(address: string): Promise<AssetManifest> {
  const response = await fetchAsset(address, { cache: "no-cache" });
  if (!response.ok) return {};
  return response.json().catch(() => ({}));
}
