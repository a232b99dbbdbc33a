import type { MyHandRule } from "../my-hand/my-hand-rule.ts";
import type { VerdictRule } from "../verdict/verdict-rule.ts";

/** How a letter model's outputs are used, as was measured when it was trained. */
export type LetterRules = { verdict: VerdictRule; myHand: MyHandRule };
