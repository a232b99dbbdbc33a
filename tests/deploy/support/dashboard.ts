import { deployText } from "./deploy-file.ts";

/** As much of a panel of the dashboard as tests look at. */
export type Panel = {
  id: number;
  title: string;
  gridPos: { x: number; y: number; w: number; h: number };
  /** The headline of a row has none. */
  targets?: { expr: string }[];
};

/** The panels of the dashboard. */
export const dashboardPanels = (): Panel[] =>
  (JSON.parse(deployText("grafana/signify.json")) as { panels: Panel[] }).panels;

/** What the dashboard asks Prometheus for, with the panel that does. */
export function dashboardExpressions(): { title: string; expression: string }[] {
  return dashboardPanels().flatMap(({ title, targets = [] }) =>
    targets.map(({ expr }) => ({ title, expression: expr })),
  );
}
