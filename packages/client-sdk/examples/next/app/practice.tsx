"use client";
import { type Letter, letters } from "@signify/client-sdk";
import { useSignify } from "@signify/client-sdk/react";
import { useState } from "react";

/** Practices a letter. It is rendered on the server as it is before it starts, and goes on in the browser. */
export function Practice({ url }: { url: string }) {
  const [target, setTarget] = useState<Letter>("A");
  const signify = useSignify({ url, target, autoStart: false });
  const { video, start, stop, state, error, status, letter, probability, verdict } = signify;
  const isOn = state !== "off" && state !== "failed";
  const said =
    error?.message ?? (state === "ready" ? (status === "no-hand" ? "Show your hand" : "…") : state);

  return (
    <>
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
