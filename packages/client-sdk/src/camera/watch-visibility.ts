/** Calls back when the page is hidden or shown. Answers how to stop that. A hidden page's camera gives few pictures or none. */
export function watchVisibility(onChange: (hidden: boolean) => void): () => void {
  if (typeof document === "undefined") return () => {};
  const tell = () => onChange(document.visibilityState === "hidden");
  document.addEventListener("visibilitychange", tell);
  if (document.visibilityState === "hidden") tell();
  return () => document.removeEventListener("visibilitychange", tell);
}
