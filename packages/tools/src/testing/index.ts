export { writeSafetensors } from "./write-safetensors.ts";
