import { afterEach } from 'vitest';
import type { PageSnapshot } from '../../../lib/claim/page';
import type { PageKind, Reading } from '../../../lib/claim/reading';
import { Handles } from '../../../lib/pages/handles';
import { profiles } from '../../../lib/pages/profiles';
import { type ReadOptions, readPageSync } from '../../../lib/pages/read';
import { recognise } from '../../../lib/pages/recognise';

export const HOST = 'https://txn2.healthfusionclaims.com/electronic/pm';
export const profile = profiles[0] as (typeof profiles)[number];

export const handles = new Handles();

/** Puts markup into the page that is laid out, and reads it as a page of the PM. */
export const show = (html: string, page: PageKind, more: Partial<ReadOptions> = {}): PageSnapshot => {
  document.body.innerHTML = html;
  return readPageSync(document, `${HOST}/action.do`, { profile, page, now: 1, from: 'live', handles, ...more });
};

/** Reads markup as a page that was fetched: never laid out. */
export const fetched = (html: string, page: PageKind, more: Partial<ReadOptions> = {}): PageSnapshot =>
  readPageSync(new DOMParser().parseFromString(html, 'text/html'), `${HOST}/action.do`, {
    profile,
    page,
    now: 1,
    from: 'fetched',
    handles: new Handles(),
    ...more,
  });

export const parse = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

export const pageOf = (html: string, path = '/action.do', title = 'NextGen Office'): string | undefined => {
  const doc = parse(`<!doctype html><html><head><title>${title}</title></head><body>${html}</body></html>`);
  return recognise(doc, `${HOST}${path}`, profiles)?.page;
};

/** A reading in brief: the value, `-` for absent, `?` for unreadable. */
export const brief = (reading: Reading<unknown> | undefined): unknown =>
  reading?.kind === 'read' ? reading.value : reading?.kind === 'unreadable' ? '?' : '-';

afterEach(() => {
  document.body.replaceChildren();
});
