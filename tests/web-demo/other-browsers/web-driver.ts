import { until } from "../../support/with-deadline.ts";

/** A session of WebDriver, the standard's HTTP protocol: https://www.w3.org/TR/webdriver2/. */
export type WebDriverSession = {
  /** What the browser says of itself. */
  readonly capabilities: Readonly<Record<string, unknown>>;
  /** Sends a command of the session, such as "url". @throws Error with what the browser says. */
  ask(command: string, body: object): Promise<Record<string, unknown>>;
  /** Has the browser end, as far as it can. */
  close(): Promise<void>;
};

/** Opens a session of a driver that may still be starting. @throws Error with what the driver says. */
export async function openWebDriver(driver: string): Promise<WebDriverSession> {
  await until(`a driver at ${driver}`, () =>
    fetch(`${driver}/status`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const { sessionId, capabilities } = await post(`${driver}/session`, { capabilities: {} });
  return {
    capabilities: capabilities as Record<string, unknown>,
    ask: (command, body) => post(`${driver}/session/${sessionId}/${command}`, body),
    async close() {
      const signal = AbortSignal.timeout(5000);
      await fetch(`${driver}/session/${sessionId}`, { method: "DELETE", signal }).catch(() => {});
    },
  };
}

async function post(address: string, body: object): Promise<Record<string, unknown>> {
  const answer = await fetch(address, { method: "POST", body: JSON.stringify(body) });
  const { value } = (await answer.json()) as { value: Record<string, unknown> | null };
  if (!answer.ok) throw new Error(`${value?.error}: ${value?.message}`);
  return value ?? {};
}
