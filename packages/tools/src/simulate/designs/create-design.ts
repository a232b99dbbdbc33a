import { createCentralDesign } from "./central-design.ts";
import type { Design, DesignOptions } from "./design.ts";
import { createLeaseDesign } from "./lease-design.ts";
import { createQueueDesign } from "./queue-design.ts";

/** The designs that can be compared, and what each is. */
export const designs = {
  lease: createLeaseDesign,
  "two-choices": (options: DesignOptions) => createQueueDesign("two-choices", options),
  random: (options: DesignOptions) => createQueueDesign("random", options),
  central: createCentralDesign,
} satisfies Record<string, (options: DesignOptions) => Design>;

/** The name of a design. */
export type DesignName = keyof typeof designs;
