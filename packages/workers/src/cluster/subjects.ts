/** Where what is said in a cluster. Servers and workers that would not read pictures alike have other subjects. */
export type Subjects = {
  /** To one of the free processes: a connection asks for one. */
  free: string;
  /** To one of the waiting connections: a process offers itself. */
  waiting: string;
  /** To one server or worker, about one thing that it has numbered. */
  to(id: string, number: number | "*"): string;
};

/** The group of all free processes, and that of all waiting connections. */
export const groups = { free: "processes", waiting: "connections" };

/** On which workers say that they are there, of whatever version. */
export const workersSubject = (prefix: string) => `${prefix}.workers`;

/** The subjects of those who share a prefix and a {@link fingerprint}. */
export function subjectsOf(prefix: string, fingerprint: string): Subjects {
  const base = `${prefix}.${fingerprint}`;
  return {
    free: `${base}.free`,
    waiting: `${base}.waiting`,
    to: (id, number) => `${base}.to.${id}.${number}`,
  };
}

/** The number at the end of a subject made by `to`. */
export function numberOf(subject: string): number {
  return Number(subject.slice(subject.lastIndexOf(".") + 1));
}
