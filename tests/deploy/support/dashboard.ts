import { deployText } from "./deploy-file.ts";

type Panel = { title: string; targets: { expr: string }[] };

/** What the dashboard asks Prometheus for, with the panel that does. */
export function dashboardExpressions(): { title: string; expression: string }[] {
  const { panels } = JSON.parse(deployText("grafana/signify.json")) as { panels: Panel[] };
  return panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expression: expr })));
}
