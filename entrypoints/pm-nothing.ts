import { notedNothing } from '../lib/content/gate';

/** Run by the worker in a page that has loaded and said nothing. Gives what `pm.ts` found: nothing, and where; else undefined. */
export default defineUnlistedScript(() =>
  notedNothing() ? { url: location.href, title: document.title.slice(0, 200) } : undefined,
);
