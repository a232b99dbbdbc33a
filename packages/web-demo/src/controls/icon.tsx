/** Line drawings on a 24 × 24 grid, in the color of the text. */
const paths = {
  practice:
    "M7 11V6a1.5 1.5 0 0 1 3 0v4m0-5a1.5 1.5 0 0 1 3 0v5m0-4a1.5 1.5 0 0 1 3 0v4m0-2a1.5 1.5 0 0 1 3 0v5a6 6 0 0 1-6 6h-1.5a6 6 0 0 1-4.9-2.5L4 15.5a1.6 1.6 0 0 1 2.5-2L7 14v-3",
  word: "M3 18 7 6l4 12M4.4 14h5.2M14 18V6h3.5a3 3 0 0 1 0 6H14h4a3 3 0 0 1 0 6z",
  read: "M2 12s4-6 10-6 10 6 10 6-4 6-10 6S2 12 2 12zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6z",
  ghost: "M6 21V10a6 6 0 0 1 12 0v11l-3-2-3 2-3-2zM10 10v.5m4-.5v.5",
  locked: "M6 11h12v9H6zM9 11V8a3 3 0 0 1 6 0v3",
  free: "M4 20h16M5 16l1-4L16 3l4 4L10 16z",
  speed: "M12 8v5l3 2M12 21a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9.5 2h5",
  progress: "M4 20h16M6 20v-6m6 6V8m6 12V4",
  teach: "M3 5h18v11H3zM8 20l4-4 4 4",
  settings:
    "M4 7h9m4 0h3M4 17h3m4 0h9M15 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM9 19.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z",
  about: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5m0-8.5v.5",
  camera: "M3 8h4l2-3h6l2 3h4v12H3zM12 17a4 4 0 1 0 0-8 4 4 0 0 0 0 8z",
  check: "m5 13 4.5 4.5L19 8",
  close: "M6 6l12 12M18 6 6 18",
  left: "m14 6-6 6 6 6",
  right: "m10 6 6 6-6 6",
  turnLeft: "M9 8H4V3M4.5 8A9 9 0 1 1 3 13",
  turnRight: "M15 8h5V3M19.5 8A9 9 0 1 0 21 13",
  front: "M5 12a7 7 0 1 0 14 0 7 7 0 1 0-14 0M12 2v4m0 12v4M2 12h4m12 0h4",
  play: "M8 5v14l11-7z",
  shield: "M12 3l8 3v6c0 4.5-3.2 7.8-8 9-4.8-1.2-8-4.5-8-9V6z",
  warning: "M12 4 2.5 20h19zM12 10v4.5m0 2.5v.5",
  file: "M6 3h8l5 5v13H6zM14 3v5h5",
} as const;

/** A decorative drawing; the text beside it, or the control's label, says the same. */
export function Icon({ name, size = 24 }: { name: keyof typeof paths; size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  );
}

/** The drawings there are. */
export type IconName = keyof typeof paths;
