export { correctionSentence } from "./correction-sentence.ts";
