// What is kept on this device until the server has it: a copy for each draft and page, so that no tab overwrites another's words. It lies in this site's part of the
// browser. Every access may throw where site data is blocked.
const prefix = 'draft:';
const longestKept = 30 * 24 * 60 * 60 * 1000;

const attempt = (what, otherwise) => {
  try {
    return what();
  } catch {
    return otherwise;
  }
};

export const device = {
  /** Where this page keeps its copy of a draft. */
  nameOf: (key) => `${prefix}${key}:${Math.random().toString(36).slice(2)}`,

  /** Copies of a draft that pages left behind, each with its name, the newest first. */
  copies: (key) => attempt(() => Object.keys(localStorage)
    .filter((name) => name.startsWith(`${prefix}${key}:`))
    .map((name) => [name, JSON.parse(localStorage.getItem(name))])
    .sort(([, one], [, other]) => other.at - one.at), []),

  /** Whether it is kept here now. */
  write: (name, copy) => attempt(() => {
    localStorage.setItem(name, JSON.stringify({ ...copy, at: Date.now() }));
    return true;
  }, false),

  forget: (name) => attempt(() => localStorage.removeItem(name)),

  /** Copies that nobody came back to are not kept for ever. */
  tidy: () => attempt(() => Object.keys(localStorage)
    .filter((name) => name.startsWith(prefix) && Date.now() - JSON.parse(localStorage.getItem(name)).at > longestKept)
    .forEach((name) => localStorage.removeItem(name))),
};
