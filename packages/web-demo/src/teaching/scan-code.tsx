import { useSignal } from "@preact/signals";
import { useEffect } from "preact/hooks";

/** Longest text that a phone still scans from a screen: a code of 97 squares a side. */
export const longestScan = 850;

/** From this length on a code has less to mend it with, so that its squares stay large. */
const longText = 200;

/** A QR code, drawn here: the address goes to nobody. */
export function ScanCode({ text, label }: { text: string; label: string }) {
  const drawing = useSignal<{ size: number; path: string } | undefined>(undefined);
  useEffect(() => {
    let over = false;
    void import("uqr").then(({ encode }) => {
      if (over) return;
      const { data, size } = encode(text, { ecc: text.length > longText ? "L" : "M", border: 4 });
      const path = data
        .flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])))
        .join("");
      drawing.value = { size, path };
    });
    return () => {
      over = true;
    };
  }, [text]);
  if (!drawing.value) return <div class="scan-code" />;
  const { size, path } = drawing.value;
  return (
    <svg
      class="scan-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
