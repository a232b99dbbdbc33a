import {
  type ClientState,
  connect,
  type Letter,
  type PredictionEvent,
  type SignifyClient,
  SignifyError,
} from "@signify/client-sdk";
import { useEffect, useState } from "react";

/** What a screen shows of a connection. */
export type Signify = {
  client: SignifyClient | undefined;
  prediction: PredictionEvent | undefined;
  state: ClientState;
  /** A sentence for the user, when it did not work. */
  problem: string | undefined;
};

/** Connects while the screen is there, and sets the target whenever it changes. */
export function useSignify(url: string, target: Letter): Signify {
  const [client, setClient] = useState<SignifyClient>();
  const [prediction, setPrediction] = useState<PredictionEvent>();
  const [state, setState] = useState<ClientState>("connecting");
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const leave = new AbortController();
    connect({ url, signal: leave.signal }).then(
      (connected) => {
        connected.on("prediction", setPrediction);
        connected.on("state", (event) => {
          setState(event.state);
          setProblem(event.error?.message);
        });
        setClient(connected);
        setState(connected.state);
      },
      (error: unknown) => {
        if (!leave.signal.aborted)
          setProblem(SignifyError.isInstance(error) ? error.message : "It did not work.");
      },
    );
    return () => leave.abort();
  }, [url]);

  useEffect(() => {
    client?.setTarget(target);
    setPrediction(undefined);
  }, [client, target]);

  return { client, prediction, state, problem };
}
