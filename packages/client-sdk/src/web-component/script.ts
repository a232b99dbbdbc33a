// The program of `<script type="module" src="…/signify-camera.js">`: it lies in the folder of the assets, and finds them there.
import { defineSignifyCamera } from "./define-signify-camera.ts";

defineSignifyCamera({ assets: new URL(".", import.meta.url) });
