export { type ClusterSettings, clusterSchemas } from "./cluster-settings.ts";
export { visionProcessCount, visionSchemas, visionSettings } from "./vision-settings.ts";
