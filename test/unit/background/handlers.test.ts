import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { admit, Refused, type Rule } from '../../../lib/handlers';
import type { Protocol } from '../../../lib/messages';
import { COMMANDS } from '../../../lib/schemas/commands';
import { ORDERS } from '../../../lib/schemas/orders';
import { aHistory, SITE } from '../session/build';

const ID = 'abcdefghijklmnop';
const OWN = `chrome-extension://${ID}`;

beforeEach(() => {
  fakeBrowser.runtime.id = ID;
  fakeBrowser.runtime.getURL = vi.fn((path: string) => `${OWN}${path}`) as never;
  fakeBrowser.runtime.getManifest = vi.fn(() => ({
    host_permissions: ['https://*.healthfusionclaims.com/*'],
  })) as never;
});

type Sender = chrome.runtime.MessageSender;

const pageSender = (changes: Partial<Sender> = {}): Sender => ({
  id: ID,
  tab: { id: 4 } as chrome.tabs.Tab,
  frameId: 0,
  documentId: 'd1',
  documentLifecycle: 'active',
  origin: SITE,
  url: `${SITE}/electronic/pm/action.do`,
  ...changes,
});
const panelSender = (changes: Partial<Sender> = {}): Sender => ({
  id: ID,
  origin: OWN,
  url: `${OWN}/sidepanel.html`,
  ...changes,
});

const rule = <N extends keyof Protocol & keyof typeof COMMANDS>(name: N, from: Rule<N>['from']) =>
  ({ from, schema: COMMANDS[name] }) as unknown as Rule<N>;
const pageRead = () => rule('pageRead', 'page');
const forget = () => rule('forgetSession', 'panel');

/** The code of the refusal, or `taken`. Anything else thrown fails the test. */
const outcome = (run: () => unknown): string => {
  try {
    run();
    return 'taken';
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
};

describe('a message to the worker', () => {
  it('is taken from the script of a PM page, and from the panel, each in its place', () => {
    expect(outcome(() => admit(pageRead(), aHistory(), pageSender()))).toBe('taken');
    expect(outcome(() => admit(forget(), undefined, panelSender()))).toBe('taken');
    expect(outcome(() => admit(forget(), undefined, panelSender({ url: `${OWN}/options.html` })))).toBe('taken');
    // The panel opened as a tab is still the panel.
    expect(outcome(() => admit(forget(), undefined, panelSender({ tab: { id: 9 } as chrome.tabs.Tab })))).toBe('taken');
  });

  it.each([
    ['another extension', pageSender({ id: 'ponmlkjihgfedcba' })],
    ['no tab', pageSender({ tab: undefined as never })],
    ['another site', pageSender({ origin: 'https://evil.example' })],
    ['a look-alike site', pageSender({ origin: 'https://healthfusionclaims.com.evil.example' })],
    ['the right site without encryption', pageSender({ origin: 'http://txn2.healthfusionclaims.com' })],
    ['a sandboxed frame', pageSender({ origin: 'null' })],
    ['no origin, whatever the address says', pageSender({ origin: undefined as never })],
    ['a page that is only being prepared', pageSender({ documentLifecycle: 'prerender' })],
    ['the panel', panelSender()],
    ['another PM host than the one it speaks of', pageSender({ origin: 'https://txn3.healthfusionclaims.com' })],
  ])('is refused as a page reading from %s', (_who, sender) => {
    expect(outcome(() => admit(pageRead(), aHistory(), sender))).toBe('sender');
  });

  it.each([
    ['a PM page', pageSender()],
    ['a PM page that gives itself the address of the panel', pageSender({ url: `${OWN}/sidepanel.html` })],
    ['another page of the extension', panelSender({ url: `${OWN}/elsewhere.html` })],
    ['another extension', panelSender({ id: 'ponmlkjihgfedcba' })],
    ['nobody', {} as Sender],
  ])('is refused as a command of the panel from %s', (_who, sender) => {
    expect(outcome(() => admit(forget(), undefined, sender))).toBe('sender');
  });

  it('refuses a reading that speaks of another site than its own', () => {
    expect(outcome(() => admit(pageRead(), aHistory({ url: 'https://evil.example/' }), pageSender()))).toBe('sender');
  });
});

describe('the payload of a message', () => {
  it('loses what its schema does not know', () => {
    const sent = { ...aHistory(), surplus: 1, patient: { ...aHistory().patient, more: '__proto__' } };
    const taken = admit(pageRead(), sent, pageSender());
    expect(taken).toEqual(aHistory());
  });

  const cyclic: Record<string, unknown> = { ...aHistory() };
  cyclic.patient = cyclic;

  it.each([
    ['nothing', undefined],
    ['text', 'pageRead'],
    ['a list', []],
    ['a part', { page: 'ledger' }],
    ['a page that goes in circles', cyclic],
    ['an endless title', { ...aHistory(), title: 'x'.repeat(1_000_000) }],
    ['an endless list', { ...aHistory(), claims: Array.from({ length: 5_001 }, () => aHistory().claims?.[0]) }],
    ['a time that is no number', { ...aHistory(), readAt: Number.NaN }],
    ['half a cent', JSON.parse(JSON.stringify(aHistory()).replace(/25000/, '250.5'))],
    ['an amount as text', JSON.parse(JSON.stringify(aHistory()).replace(/25000/, '"25000"'))],
    ['an unheard-of status', JSON.parse(JSON.stringify(aHistory()).replace(/"value":"finalized"/, '"value":"RSLVD"'))],
  ])('is refused when it is %s', (_what, data) => {
    expect(outcome(() => admit(pageRead(), data, pageSender()))).toBe('payload');
  });

  it.each([
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
    ['without end', 'x'.repeat(1_000)],
  ])('is refused when it names a claim %s', (_what, claim) => {
    const data = { claim: { patient: 'a|b', claim }, answers: { acknowledged: {} } };
    expect(outcome(() => admit(rule('setAnswers', 'panel'), data, panelSender()))).toBe('payload');
  });

  it('is taken or refused, and nothing else, whatever it is', () => {
    const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
    const near = fc.letrec((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(null, undefined, Number.NaN, -1, 1e308, '', '__proto__', 'x'.repeat(3_000), true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(
          fc.constantFrom(
            '__proto__',
            'constructor',
            'id',
            'claim',
            'url',
            'data',
            'snapshot',
            'tabId',
            'patient',
            'kind',
          ),
          tie('value'),
          { maxKeys: 4 },
        ),
      ),
    })).value;
    const spoilt = fc
      .tuple(fc.constantFrom('page', 'url', 'patient', 'claims', 'messages', 'complete'), near)
      .map(([key, value]) => ({ ...aHistory(), [key]: value }));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.oneof(near, spoilt), (name, data) => {
        for (const from of ['page', 'panel'] as const) {
          const sender = from === 'page' ? pageSender() : panelSender();
          expect(['taken', 'payload', 'sender']).toContain(outcome(() => admit(rule(name, from), data, sender)));
        }
        expect(({} as Record<string, unknown>).polluted).toBeUndefined();
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

describe('an order to a page', () => {
  it.each([
    ['showPlace', { path: 'claims/1', focus: 'yes' }],
    ['setMarks', { marks: [{ claimId: '__proto__', verdict: 'ready', word: 'Ready' }] }],
    ['search', { lookupId: 'L1', payer: '31', lastName: 'OKAFOR', pressed: false }],
    ['fillForm', { claimId: '1', fingerprint: '', orders: [{ box: '29' }] }],
    ['pickHit', { path: 'search/hit/1' }],
  ] as const)('%s is refused when it is not whole', (name, data) => {
    expect(ORDERS[name].safeParse(data).success).toBe(false);
  });

  it('comes from the extension itself, never from another page', () => {
    const order = { from: 'worker-or-panel', schema: ORDERS.showPlace } as Rule<'showPlace'>;
    const data = { path: 'claims/1', focus: false };
    expect(outcome(() => admit(order, data, { id: ID, origin: OWN, url: `${OWN}/background.js` }))).toBe('taken');
    expect(outcome(() => admit(order, data, panelSender()))).toBe('taken');
    expect(outcome(() => admit(order, data, pageSender()))).toBe('sender');
  });
});
