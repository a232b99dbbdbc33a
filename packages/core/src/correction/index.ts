export { type CorrectionParts, correctionParts } from "./correction-parts.ts";
export { type Advisor, type AdvisorOptions, createAdvisor, type Reading } from "./create-advisor.ts";
export { type FoundCorrection, findCorrection, type Showing } from "./find-correction.ts";
export { type FeatureName, featureNames, type HandFeatures, handFeatures } from "./hand-features.ts";
export type { HandRange, UsualRange } from "./hand-ranges.ts";
export { type HandPoints, handPoints, inPalm, type PalmFrame, palmFrame, pointOf } from "./palm-frame.ts";
export { type SigningHand, signingHand } from "./signing-hand.ts";
export { between, cross, dot, lengthOf, scaled, sum, unit, type Vector } from "./vector.ts";
