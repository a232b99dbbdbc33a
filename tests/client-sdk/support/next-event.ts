import type { ClientEvent, ClientEventOf, SignifyClient } from "@signify/client-sdk";
import { withDeadline } from "../../support/with-deadline.ts";

/** The next event of this type that matches. */
export function nextEvent<Type extends ClientEvent["type"]>(
  client: SignifyClient,
  type: Type,
  matches: (event: ClientEventOf<Type>) => boolean = () => true,
): Promise<ClientEventOf<Type>> {
  return withDeadline(`the event "${type}"`, (resolve) =>
    client.on(type, (event) => {
      if (matches(event)) resolve(event);
    }),
  );
}
