import { type Letter, letters } from "@signify/client-sdk";
import { useSignify } from "@signify/client-sdk/react";
import { useState } from "react";

/** Practices a letter: hands are found in the browser, and their points are read by the server that the page came from. */
export function App() {
  const [target, setTarget] = useState<Letter>("A");
  const signify = useSignify({ url: "/", target, autoStart: false });
  const { video, start, stop, state, error, status, letter, probability, verdict } = signify;
  const isOn = state !== "off" && state !== "failed";
  const said =
    error?.message ?? (state === "ready" ? (status === "no-hand" ? "Show your hand" : "…") : state);

  return (
    <>
      <h1>Fingerspelling practice</h1>
      <button type="button" onClick={isOn ? stop : start}>
        {isOn ? "Stop" : "Start"}
      </button>
      <video ref={video} muted playsInline />
      <output className="letter">{letter ? `${letter} ${Math.round(probability * 100)} %` : said}</output>
      <p role="status">{verdict === "shown" ? `That is ${target}!` : `Sign ${target}`}</p>
      <div className="alphabet">
        {letters.map((each) => (
          <button key={each} type="button" aria-pressed={each === target} onClick={() => setTarget(each)}>
            {each}
          </button>
        ))}
      </div>
    </>
  );
}
