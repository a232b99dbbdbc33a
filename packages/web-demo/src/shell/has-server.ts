/** Whether this build has a server behind it; `vite build --mode static` makes one that has none. */
export const hasServer: boolean = import.meta.env?.MODE !== "static";
