import { describe, expect, it } from 'vitest';
import { hostWords, shownSites } from '../../../components/models/sites';
import { profiles } from '../../../lib/pages/profiles';
import { PM_SITES } from '../../../lib/pages/profiles/sites';
import type { TabView } from '../../../lib/session/session';

const OFFICE = 'https://*.healthfusionclaims.com/*';
const tab = (tabId: number, origin: string): TabView => ({ tabId, origin, frames: {} });

describe('the sites of Options', () => {
  it('have the name of their PM, the state of their permission, and the tabs that were read', () => {
    const tabs = {
      1: tab(1, 'https://txn2.healthfusionclaims.com'),
      2: tab(2, 'https://healthfusionclaims.com.example.org'),
      3: tab(3, 'http://127.0.0.1:4000'),
    };
    const sites = [
      { pattern: OFFICE, granted: true },
      { pattern: 'http://127.0.0.1/*', granted: false },
    ];
    expect(shownSites(sites, { tabs, revoked: [] })).toMatchObject([
      { name: 'NextGen Office', state: 'allowed', tabs: 1 },
      { name: 'Practice-management pages', state: 'not-allowed', tabs: 1 },
    ]);
    expect(shownSites([{ pattern: OFFICE, granted: false }], { tabs: {}, revoked: [OFFICE] })[0]?.state).toBe(
      'taken-back',
    );
  });

  it('read as hosts', () => {
    expect(hostWords(OFFICE)).toBe('healthfusionclaims.com and its subdomains');
    expect(hostWords('http://127.0.0.1/*')).toBe('127.0.0.1');
  });

  it('name every PM that has a profile', () => {
    expect(PM_SITES.map(({ name }) => name)).toEqual(profiles.map(({ name }) => name));
  });
});
