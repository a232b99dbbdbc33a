import { SignifyCameraElement } from "./signify-camera-element.ts";

/**
 * Makes `<signify-camera>` known to the page; where it is known already nothing happens, nor where there is no page.
 *
 * @param options `assets`: the folder of the assets, for elements that name none; default "/signify/"
 */
export function defineSignifyCamera(options: { assets?: string | URL } = {}): void {
  const { customElements } = globalThis;
  if (!customElements || customElements.get("signify-camera")) return;
  if (options.assets) SignifyCameraElement.assets = options.assets;
  customElements.define("signify-camera", SignifyCameraElement);
}
