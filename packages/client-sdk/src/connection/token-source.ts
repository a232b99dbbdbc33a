/** A token, or where to get one: a function is asked again for each attempt. */
export type TokenSource = string | (() => string | Promise<string>);
