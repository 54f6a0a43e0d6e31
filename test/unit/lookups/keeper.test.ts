import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PayerSearch } from '../../../lib/claim/form';
import {
  type KeeperEnv,
  keep,
  LEASE,
  LONGEST_ATTEMPT,
  LONGEST_WAIT,
  type LookupEvent,
} from '../../../lib/lookups/keeper';
import { isOpen, type Lookup } from '../../../lib/lookups/lookup';
import type { SearchPage } from '../../../lib/lookups/page';
import { matchPayer } from '../../../lib/payers/aliases';
import { aHit, aSearch, KEY, SITE } from '../session/build';

const CLAIM = { patient: KEY, claim: '8841207' };

const aSearchPage = (search: Partial<PayerSearch> | undefined, changes: Partial<SearchPage> = {}): SearchPage => ({
  tabId: 1,
  frameId: 0,
  documentId: 'd1',
  origin: SITE,
  page: 'claim-form',
  complete: true,
  serverError: false,
  ...(search ? { search: aSearch(search) } : {}),
  claim: CLAIM,
  ...changes,
});

/** The keeper with pages around it; stored and read back between any two events. */
class World {
  lookups: Lookup[] = [];
  now = 1_000_000;
  ids = 0;
  pages = new Map<number, SearchPage>();
  orders: { tabId: number; order: { lookupId: string; pressed: boolean; lastName: string } }[] = [];

  env(): KeeperEnv {
    return {
      now: this.now,
      newId: () => `L${++this.ids}`,
      searchIn: (tabId) => {
        const page = this.pages.get(tabId);
        return page?.search && page.page !== 'login' ? page : undefined;
      },
      tabFor: () => [...this.pages.values()].find((page) => page.claim && page.search)?.tabId,
      match: (payer, options) => matchPayer(payer, options),
    };
  }
  tell(event: LookupEvent) {
    const kept = keep(this.lookups, event, this.env());
    this.lookups = JSON.parse(JSON.stringify(kept.lookups));
    this.orders = kept.orders;
    return kept;
  }
  shows(search: Partial<PayerSearch> | undefined, changes: Partial<SearchPage> = {}) {
    const page = aSearchPage(search, changes);
    const old = this.pages.get(page.tabId);
    const before = old?.search ? { before: { documentId: old.documentId, search: old.search } } : {};
    this.pages.set(page.tabId, page);
    return this.tell({ on: 'page', page: { ...before, ...page } });
  }
  start(payer = 'LARKSPUR MUTUAL', lastName = 'OKAFOR', tabId = 1, claim = CLAIM) {
    return this.tell({ on: 'start', claim, payer, lastName, tabId }).started!;
  }
  get one() {
    return this.lookups[0]!;
  }
  /** A lookup whose Search was pressed on document `d1`. */
  pressed() {
    this.shows({});
    const { id } = this.start();
    this.shows({ payer: '31', lastName: 'OKAFOR' });
    expect(this.tell({ on: 'pressing', id }).mayPress).toBe(true);
    this.tell({ on: 'progress', id, progress: { did: 'pressed' } });
    return id;
  }
}

const ASKED = { payer: '31', lastName: 'OKAFOR' };
const DONE = { ...ASKED, state: 'done' as const, hits: [aHit()] };

describe('a payer lookup', () => {
  it('goes from the panel through payer, name and press to its result', () => {
    const world = new World();
    world.shows({});
    const { id, state } = world.start();
    expect(state).toBe('searching');
    expect(world.orders).toEqual([
      {
        tabId: 1,
        frameId: 0,
        order: { lookupId: id, payer: { value: '31', label: 'LARKSPUR MUTUAL' }, lastName: 'OKAFOR', pressed: false },
      },
    ]);
    world.shows({ payer: '31' });
    expect(world.one.step).toBe('name');
    world.shows(ASKED);
    expect(world.one.step).toBe('press');
    expect(world.tell({ on: 'pressing', id }).mayPress).toBe(true);
    expect(world.tell({ on: 'pressing', id }).mayPress).toBe(false);
    world.shows(DONE, { documentId: 'd2' });
    expect(world.one).toMatchObject({ state: 'found', hits: [aHit()] });
    expect(world.one.leaseUntil).toBeUndefined();
  });

  it.each([
    ['none', []],
    ['found', [aHit()]],
    ['found', [aHit(), aHit({ path: 'search/hit/2' })]],
    ['several', [aHit(), aHit({ name: 'OKAFOR, DAVID' })]],
    ['several', [aHit(), aHit({ dob: '1960-01-01' })]],
  ] as const)('ends as %s', (state, hits) => {
    const world = new World();
    world.pressed();
    world.shows({ ...ASKED, state: 'done', hits: [...hits], message: hits.length === 0 ? 'No results.' : '' });
    expect(world.one.state).toBe(state);
  });

  it.each([
    ['another payer', { ...DONE, payer: '32' }],
    ['another name', { ...DONE, lastName: 'ADEYEMI' }],
    ['a search that is not done', { ...DONE, state: 'none' as const }],
  ])('takes no result of %s', (_what, search) => {
    const world = new World();
    world.pressed();
    world.shows(search);
    expect(world.one).toMatchObject({ state: 'searching', hits: [] });
  });

  it('does not take the result that stood there before for its own', () => {
    const old = { state: 'done' as const, hits: [aHit({ insuranceId: 'OLD' })] };
    const world = new World();
    world.shows({ ...old, payer: '32', lastName: 'OKAFOR' });
    const { id } = world.start();
    world.shows({ ...old, ...ASKED });
    expect(world.one.state).toBe('searching');
    world.tell({ on: 'pressing', id });
    world.shows({ ...old, ...ASKED });
    expect(world.one.state).toBe('searching');
    world.shows({ ...ASKED, state: 'busy', hits: old.hits });
    world.shows({ ...old, ...ASKED });
    expect(world.one).toMatchObject({ state: 'found', hits: old.hits });
  });

  it('made again takes a new answer at once, and the old one only if it still stands there in the end', () => {
    const again = () => {
      const world = new World();
      const id = world.pressed();
      world.shows(DONE);
      world.now += 1;
      world.tell({ on: 'retry', id });
      world.tell({ on: 'pressing', id });
      world.shows(DONE);
      expect(world.one.state).toBe('searching');
      return world;
    };
    const changed = again();
    changed.shows({ ...DONE, hits: [aHit(), aHit({ insuranceId: 'NEW' })] });
    expect(changed.one.state).toBe('several');
    const same = again();
    same.now += LEASE;
    same.tell({ on: 'tick' });
    expect(same.one).toMatchObject({ state: 'found', hits: [aHit()] });
  });

  it('takes no result from half a page', () => {
    const world = new World();
    world.pressed();
    world.shows(DONE, { documentId: 'd2', complete: false });
    expect(world.one.state).toBe('searching');
  });

  it('is joined by an equal one and kept for the session with its age', () => {
    const world = new World();
    world.shows({});
    const first = world.start();
    expect(world.start('Larkspur Mutual', 'Okafor').id).toBe(first.id);
    world.shows(ASKED);
    world.tell({ on: 'pressing', id: first.id });
    world.shows(DONE);
    const age = world.one.updatedAt;
    world.now += 600_000;
    expect(world.start()).toMatchObject({ id: first.id, state: 'found', updatedAt: age });
    const other = world.start('LARKSPUR MUTUAL', 'OKAFOR', 1, { ...CLAIM, claim: '5' });
    expect(other).toMatchObject({ state: 'found', updatedAt: age, claim: { claim: '5' } });
    expect(other.id).not.toBe(first.id);
  });

  it('waits while another one searches on the same form, and begins when that ends', () => {
    const world = new World();
    world.shows({});
    const first = world.start();
    const second = world.start('SUMMIT RIDGE HMO');
    expect(second.state).toBe('queued');
    world.tell({ on: 'cancel', id: first.id });
    expect(world.lookups.map(({ state }) => state)).toEqual(['cancelled', 'searching']);
    expect(world.orders.map(({ order }) => order.lookupId)).toEqual([second.id]);
  });

  it('fails with a reason where it cannot begin', () => {
    const world = new World();
    expect(world.start()).toMatchObject({
      state: 'failed',
      reason: 'Open the secondary claim form, then search again.',
    });
    world.shows({});
    expect(world.start('UNHEARD OF')).toMatchObject({
      state: 'failed',
      reason: "UNHEARD OF is not in the form's payer list. Pick the payer on the form; the panel remembers the name.",
    });
  });

  it('fails when the page refuses a step', () => {
    const world = new World();
    world.shows({});
    const { id } = world.start();
    world.tell({ on: 'progress', id, progress: { did: 'refused', why: 'The Search button was not found.' } });
    expect(world.one).toMatchObject({ state: 'failed', reason: 'The Search button was not found.' });
  });

  it('tries a second time by itself when the page comes back without an answer, and no third time', () => {
    const world = new World();
    const id = world.pressed();
    world.shows({}, { documentId: 'd2' });
    expect(world.one).toMatchObject({ state: 'searching', attempt: 2, step: 'payer' });
    world.shows(ASKED, { documentId: 'd2' });
    expect(world.tell({ on: 'pressing', id }).mayPress).toBe(true);
    world.shows({}, { documentId: 'd3' });
    expect(world.one).toMatchObject({ state: 'failed', reason: 'The page came back without an answer, 2 tries.' });
    world.tell({ on: 'retry', id });
    expect(world.one).toMatchObject({ state: 'searching', attempt: 1 });
    expect(world.one.reason).toBeUndefined();
  });

  it('fails when the PM answers with an error in place of the form', () => {
    const world = new World();
    world.pressed();
    world.shows(undefined, { page: 'unknown', documentId: 'd2', serverError: true });
    expect(world.one).toMatchObject({ state: 'failed', reason: 'The page answered with an error.' });
  });

  it('is lost when its lease runs out, with a reason', () => {
    const world = new World();
    world.pressed();
    world.now += LEASE - 1;
    world.tell({ on: 'tick' });
    expect(world.one.state).toBe('searching');
    world.now += 1;
    world.tell({ on: 'tick' });
    expect(world.one).toMatchObject({ state: 'lost', reason: 'The page did not answer.' });
    world.shows(DONE, { documentId: 'd2' });
    expect(world.one.state).toBe('lost');
  });

  it('is lost in the end, however long the page says that it is busy', () => {
    const world = new World();
    world.pressed();
    const until = world.now + LONGEST_ATTEMPT;
    while (world.now < until) {
      world.now += LEASE - 1000;
      world.shows({ ...ASKED, state: 'busy' });
    }
    expect(world.one.state).toBe('lost');
  });

  it.each([
    ['tab-closed', 'The tab was closed during the search.'],
    ['tab-left', 'The page moved on during the search.'],
  ] as const)('is lost on %s', (on, reason) => {
    const world = new World();
    world.pressed();
    world.tell({ on, tabId: 2 });
    expect(world.one.state).toBe('searching');
    world.tell({ on, tabId: 1 });
    expect(world.one).toMatchObject({ state: 'lost', reason });
  });

  it('is lost when the biller goes to another page', () => {
    const world = new World();
    world.pressed();
    world.shows(undefined, { page: 'claim-history', documentId: 'd2' });
    expect(world.one).toMatchObject({ state: 'lost', reason: 'The page moved on during the search.' });
  });

  it('waits when the PM asks to sign in, and goes on when the form is back', () => {
    const world = new World();
    const id = world.pressed();
    world.shows(undefined, { page: 'login', documentId: 'd2' });
    expect(world.one).toMatchObject({
      state: 'searching',
      signedOut: true,
      reason: 'The search of OKAFOR waits until you sign in.',
    });
    expect(world.one.leaseUntil).toBeUndefined();
    world.now += 3_600_000;
    world.tell({ on: 'tick' });
    expect(world.one.state).toBe('searching');
    expect(world.tell({ on: 'pressing', id }).mayPress).toBe(false);
    world.shows(undefined, { page: 'chart', documentId: 'd3' });
    expect(world.one).toMatchObject({ state: 'searching', signedOut: true });
    world.shows({}, { documentId: 'd4' });
    expect(world.one.signedOut).toBeUndefined();
    expect(world.orders.map(({ order }) => order.pressed)).toEqual([false]);
    world.shows(ASKED, { documentId: 'd4' });
    expect(world.tell({ on: 'pressing', id }).mayPress).toBe(true);
    world.shows(DONE, { documentId: 'd5' });
    expect(world.one.state).toBe('found');
  });

  it('is lost when nobody opens the form again after signing in', () => {
    const world = new World();
    world.pressed();
    world.shows(undefined, { page: 'login', documentId: 'd2' });
    world.shows(undefined, { page: 'chart', documentId: 'd3' });
    world.now += LONGEST_WAIT;
    world.tell({ on: 'tick' });
    expect(world.one).toMatchObject({ state: 'lost', reason: 'The claim form was not opened again.' });
  });

  it("is made once more where the page says that its search failed, then fails with the page's own words", () => {
    const failed = { ...ASKED, state: 'failed' as const, message: 'The search could not be completed.' };
    const world = new World();
    const id = world.pressed();
    world.shows({ ...ASKED, state: 'busy' });
    world.shows(failed);
    expect(world.one).toMatchObject({ state: 'searching', step: 'payer', attempt: 2 });
    world.shows(failed);
    expect(world.one).toMatchObject({ state: 'searching', step: 'press' });
    expect(world.tell({ on: 'pressing', id }).mayPress).toBe(true);
    world.shows(failed);
    expect(world.one).toMatchObject({ state: 'searching', step: 'result' });
    world.shows({ ...ASKED, state: 'busy' });
    world.shows(failed);
    expect(world.one).toMatchObject({
      state: 'failed',
      reason: 'The search did not come through: The search could not be completed, 2 tries.',
    });
  });

  it('fails rather than is lost where the page goes on saying that its search failed', () => {
    const failed = { ...ASKED, state: 'failed' as const, message: 'Search failed.' };
    const world = new World();
    world.shows(failed);
    const { id } = world.start();
    world.shows(failed);
    world.tell({ on: 'pressing', id });
    world.now += LEASE;
    world.tell({ on: 'tick' });
    expect(world.one).toMatchObject({
      state: 'failed',
      reason: 'The search did not come through: Search failed.',
    });
  });

  it('hears from its popup that it has to sign in, or that the server failed', () => {
    const popup = { tabId: 9, page: 'login' as const, documentId: 'p1', openerTabId: 1 };
    const signedOut = new World();
    signedOut.pressed();
    signedOut.shows(undefined, popup);
    expect(signedOut.one).toMatchObject({ state: 'failed', reason: expect.stringContaining('Sign in there') });
    const broken = new World();
    broken.pressed();
    broken.shows(undefined, { ...popup, page: 'unknown', serverError: true });
    expect(broken.one).toMatchObject({ state: 'searching', step: 'payer', attempt: 2 });
    const stranger = new World();
    stranger.pressed();
    stranger.shows(undefined, { ...popup, openerTabId: 5 });
    expect(stranger.one).toMatchObject({ state: 'searching', step: 'result' });
  });

  it('takes its result from the popup of its form', () => {
    const world = new World();
    world.pressed();
    world.shows(DONE, { tabId: 9, openerTabId: 1, page: 'payer-search', documentId: 'p1' });
    expect(world.one.state).toBe('found');
  });

  it('takes its result from a window of unknown origin only if that names payer and name', () => {
    const world = new World();
    world.pressed();
    const popup = { tabId: 9, page: 'payer-search' as const, documentId: 'p1' };
    world.shows({ ...DONE, payer: '' }, popup);
    world.shows(DONE, { ...popup, origin: 'https://elsewhere.example' });
    expect(world.one.state).toBe('searching');
    world.shows(DONE, popup);
    expect(world.one.state).toBe('found');
  });

  it('sends its order again when the worker was stopped before it could', () => {
    const world = new World();
    world.shows({});
    world.start();
    world.tell({ on: 'restart' });
    expect(world.orders).toHaveLength(1);
  });
});

describe('a search that the biller makes in the page', () => {
  it('is noticed while the page says that it searches', () => {
    const world = new World();
    world.shows({ ...ASKED, state: 'busy' });
    expect(world.one).toMatchObject({
      startedBy: 'page',
      state: 'searching',
      payer: 'LARKSPUR MUTUAL',
      lastName: 'OKAFOR',
    });
    world.shows(DONE);
    expect(world.lookups).toHaveLength(1);
    expect(world.one).toMatchObject({ state: 'found', startedBy: 'page' });
  });

  it('is noticed by its result when payer and name stood there before', () => {
    const world = new World();
    world.shows(ASKED);
    world.shows(DONE, { documentId: 'd2' });
    expect(world.one).toMatchObject({ startedBy: 'page', state: 'found' });
    world.shows(DONE, { documentId: 'd2' });
    expect(world.lookups).toHaveLength(1);
  });

  it('is not made up from an old result under a new payer', () => {
    const world = new World();
    world.shows({ ...DONE, payer: '32' });
    world.shows(DONE);
    world.shows({ ...DONE, documentId: 'd2' } as never);
    expect(world.lookups).toEqual([]);
  });
});

describe('lookups under any order of events, stored and read back after each', () => {
  const page = fc.record({
    tab: fc.constantFrom(1, 1, 2),
    doc: fc.nat(4),
    kind: fc.constantFrom('claim-form', 'claim-form', 'claim-form', 'login', 'claim-history', 'unknown'),
    payer: fc.constantFrom('', '31', '31', '32'),
    lastName: fc.constantFrom('', 'OKAFOR', 'OKAFOR', 'LEE'),
    state: fc.constantFrom('none', 'busy', 'done', 'done'),
    hits: fc.nat(2),
    serverError: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
    complete: fc.integer({ min: 0, max: 9 }).map((n) => n > 0),
  });
  const event = fc.oneof(
    { weight: 6, arbitrary: page.map((p) => ({ do: 'page' as const, p })) },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('start' as const),
        tab: fc.constantFrom(1, 2),
        payer: fc.constantFrom('LARKSPUR MUTUAL', 'SUMMIT RIDGE HMO'),
        name: fc.constantFrom('OKAFOR', 'LEE'),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        do: fc.constantFrom(
          'pressing' as const,
          'retry' as const,
          'cancel' as const,
          'payer' as const,
          'pressed' as const,
          'refused' as const,
        ),
        n: fc.nat(4),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant('time' as const),
        ms: fc.constantFrom(1_000, 10_000, LEASE, LONGEST_WAIT),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constantFrom('tab-closed' as const, 'tab-left' as const, 'restart' as const),
        tab: fc.constantFrom(1, 2),
      }),
    },
  );

  it('never search twice in one form, never stay silent, never end twice, never take a foreign result', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 60 }), (events) => {
        const world = new World();
        world.shows({});
        world.shows({}, { tabId: 2, claim: { ...CLAIM, claim: '6' } });
        let presses = new Map<string, number>();
        for (const each of events) {
          const before = new Map(world.lookups.map((lookup) => [lookup.id, lookup]));
          const id = 'n' in each ? (world.lookups[each.n]?.id ?? 'gone') : '';
          if (each.do === 'page') {
            const { tab: tabId, doc, kind, hits, serverError, complete, ...search } = each.p;
            const form = kind === 'claim-form';
            world.shows(
              // Each hit carries the question that it answers.
              form
                ? {
                    ...search,
                    state: search.state as 'done',
                    hits: Array.from({ length: hits }, (_, i) =>
                      aHit({ insuranceId: `${search.payer}-${search.lastName}-${i}` }),
                    ),
                  }
                : undefined,
              {
                tabId,
                documentId: `d${doc}`,
                page: kind as 'claim-form',
                serverError,
                complete,
                claim: { ...CLAIM, claim: tabId === 1 ? '8841207' : '6' },
              },
            );
          } else if (each.do === 'start')
            world.start(each.payer, each.name, each.tab, { ...CLAIM, claim: each.tab === 1 ? '8841207' : '6' });
          else if (each.do === 'time') {
            world.now += each.ms;
            world.tell({ on: 'tick' });
          } else if (each.do === 'pressing') {
            const attempt = `${id}/${before.get(id)?.attemptAt}/${before.get(id)?.attempt}`;
            const { mayPress } = world.tell({ on: 'pressing', id });
            if (mayPress) {
              expect(before.get(id)).toMatchObject({ state: 'searching' });
              presses = presses.set(attempt, (presses.get(attempt) ?? 0) + 1);
            }
          } else if (each.do === 'payer' || each.do === 'pressed')
            world.tell({ on: 'progress', id, progress: { did: each.do } });
          else if (each.do === 'refused') world.tell({ on: 'progress', id, progress: { did: 'refused', why: 'No.' } });
          else if (each.do === 'retry' || each.do === 'cancel') world.tell({ on: each.do, id });
          else if (each.do === 'restart') world.tell({ on: 'restart' });
          else if ('tab' in each) world.tell({ on: each.do, tabId: each.tab });

          for (const tab of [1, 2]) {
            const searching = world.lookups.filter(({ state, tabId }) => state === 'searching' && tabId === tab);
            expect(searching.length).toBeLessThanOrEqual(1);
            const queued = world.lookups.some(({ state, tabId }) => state === 'queued' && tabId === tab);
            if (queued) expect(searching).toHaveLength(1);
          }
          for (const lookup of world.lookups) {
            if (lookup.state === 'searching')
              expect(lookup.signedOut || (lookup.leaseUntil ?? 0) > world.now).toBe(true);
            if (!isOpen(lookup)) expect(lookup.leaseUntil).toBeUndefined();
            if (['failed', 'lost'].includes(lookup.state)) expect(lookup.reason).toMatch(/\.$/);
            expect(lookup.attempt).toBeLessThanOrEqual(2);
            for (const hit of lookup.hits) {
              expect(hit.insuranceId).toMatch(new RegExp(`^${lookup.option?.value}-${lookup.lastName}-`));
            }
            const old = before.get(lookup.id);
            const woken = each.do === 'retry' || each.do === 'start';
            if (old && !isOpen(old) && !woken) expect(lookup).toEqual(old);
          }
          expect(new Set(world.lookups.map(({ id: each_ }) => each_)).size).toBe(world.lookups.length);
        }
        for (const times of presses.values()) expect(times).toBe(1);
      }),
      { numRuns: 600 },
    );
  });
});
