import { PM_SITES } from '../../lib/pages/profiles/sites';
import type { Mirror } from '../services';
import type { Site } from '../site-services';

/** One site as Options shows it. */
export interface ShownSite {
  pattern: string;
  /** `example.com and its subdomains`. */
  host: string;
  name: string;
  state: 'allowed' | 'taken-back' | 'not-allowed';
  /** Tabs of this site that were read in this session. */
  tabs: number;
}

/** `https://*.example.com/*` → `example.com and its subdomains`. */
export const hostWords = (pattern: string): string => {
  const host = /^[^:]+:\/\/([^/]*)/.exec(pattern)?.[1] ?? pattern;
  return host.startsWith('*.') ? `${host.slice(2)} and its subdomains` : host;
};

const nameOf = (pattern: string): string =>
  PM_SITES.find(({ hosts }) => hosts.some((host) => pattern.includes(`://${host}/`)))?.name ??
  'Practice-management pages';

const isOf = (pattern: string, origin: string): boolean => {
  const host = /^[^:]+:\/\/([^/]*)/.exec(pattern)?.[1] ?? '';
  const own = URL.parse(origin)?.hostname;
  if (own === undefined) return false;
  return host.startsWith('*.') ? own === host.slice(2) || own.endsWith(host.slice(1)) : own === host;
};

/** The sites of the manifest, each with what the browser and the session say of it. */
export const shownSites = (sites: readonly Site[], { tabs, revoked }: Pick<Mirror, 'tabs' | 'revoked'>): ShownSite[] =>
  sites.map(({ pattern, granted }) => ({
    pattern,
    host: hostWords(pattern),
    name: nameOf(pattern),
    state: granted ? 'allowed' : revoked.includes(pattern) ? 'taken-back' : 'not-allowed',
    tabs: Object.values(tabs).filter(({ origin }) => isOf(pattern, origin)).length,
  }));
