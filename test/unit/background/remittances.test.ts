import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Adjudication } from '../../../lib/claim/era';
import { removeAllListeners } from '../../../lib/messages';
import { COMMANDS } from '../../../lib/schemas/commands';
import { patientFile } from '../../../lib/schemas/stored';
import { startWorker } from '../../../lib/worker';
import { anAnswer, aRemitLine, LATER } from '../../era/build';
import { aHistory, at, KEY, SITE, sessionAfter } from '../session/build';

const ID = 'abcdefghijklmnop';
const OWN = `chrome-extension://${ID}`;
const CLAIM = { patient: KEY, claim: '8841207' };
type Sender = chrome.runtime.MessageSender;
type Listener = (message: unknown, sender: Sender, respond: (answer: any) => void) => unknown;

let listeners: Listener[];

const PAGE: Sender = {
  id: ID,
  tab: { id: 1 } as chrome.tabs.Tab,
  frameId: 0,
  documentId: 'd1',
  origin: SITE,
  url: `${SITE}/x`,
};
const PANEL: Sender = { id: ID, origin: OWN, url: `${OWN}/sidepanel.html` };

beforeEach(async () => {
  fakeBrowser.reset();
  listeners = [];
  fakeBrowser.runtime.id = ID;
  fakeBrowser.runtime.getURL = ((path: string) => `${OWN}${path}`) as never;
  fakeBrowser.runtime.getManifest = (() => ({ host_permissions: ['https://*.healthfusionclaims.com/*'] })) as never;
  fakeBrowser.runtime.onMessage.addListener = ((listener: Listener) => void listeners.push(listener)) as never;
  fakeBrowser.runtime.onMessage.removeListener = (() => undefined) as never;
  fakeBrowser.tabs.sendMessage = ((
    _tab: number,
    _message: unknown,
    _options: unknown,
    respond: (a: unknown) => void,
  ) => {
    respond(undefined);
  }) as never;
  await startWorker().resume();
  await send('pageRead', aHistory(), PAGE);
});

afterEach(() => removeAllListeners());

const send = (type: string, data: unknown, sender: Sender = PANEL): Promise<any> =>
  new Promise((resolve, reject) => {
    const respond = (answer: any) => (answer.err ? reject(answer.err) : resolve(answer.res));
    const message = JSON.parse(JSON.stringify({ id: 1, timestamp: 1, type, data }));
    for (const listener of listeners) listener(message, sender, respond);
  });

const keep = (file: string, adjudications: unknown[], sender?: Sender) =>
  send('keepRemittance', { claim: CLAIM, file, adjudications }, sender);
const kept = async (): Promise<Record<string, Adjudication[]>> =>
  ((await fakeBrowser.storage.session.get(null)) as any)[`patient.${KEY}`].remittances;

const early = anAnswer({ file: 'early' });
const late = anAnswer({ file: 'late', payment: LATER });

describe('what a remittance file says of a claim', () => {
  it('is kept with the patient, file by file', async () => {
    await keep('early', [early]);
    await keep('late', [late]);
    expect(await kept()).toEqual({ '8841207': [early, late] });
    await keep('early', []);
    expect(await kept()).toEqual({ '8841207': [late] });
  });

  it('is read back as it was stored', async () => {
    const [file] = Object.values(sessionAfter([at(), aHistory()]).patients);
    const stored = JSON.parse(JSON.stringify({ ...file, remittances: { '8841207': [early, late] } }));
    expect(patientFile.parse(stored).remittances).toEqual({ '8841207': [early, late] });
    const { remittances: _, ...older } = stored;
    expect(patientFile.parse(older).remittances).toEqual({});
  });

  it('goes with its file, and with the session', async () => {
    await keep('early', [early]);
    await keep('late', [late]);
    await send('forgetRemittance', { file: 'early' });
    expect(await kept()).toEqual({ '8841207': [late] });
    await send('forgetSession', undefined);
    expect(JSON.stringify(await fakeBrowser.storage.session.get(null))).not.toContain('BW26083');
  });

  it('is never put on disk', async () => {
    await keep('early', [early]);
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('BW26083');
  });

  it('is kept for no patient that is not known', async () => {
    await send('keepRemittance', {
      claim: { patient: `${SITE}|HF000000`, claim: '8841207' },
      file: 'early',
      adjudications: [early],
    });
    expect(await kept()).toEqual({});
  });

  it.each(['keepRemittance', 'forgetRemittance'])('is the panel’s alone to tell: %s', async (type) => {
    const data = { claim: CLAIM, file: 'early', adjudications: [early] };
    await expect(send(type, data, PAGE)).rejects.toMatchObject({ name: 'Refused', code: 'sender' });
    expect(await kept()).toEqual({});
  });
});

describe('the shape of it', () => {
  const taken = (adjudications: unknown[]) =>
    COMMANDS.keepRemittance.safeParse({ claim: CLAIM, file: 'early', adjudications }).success;

  it('is taken with everything unread', () => {
    const line = aRemitLine({ charge: null, paid: null, units: null, dates: null, allowed: null, adjustments: [] });
    const claim = { charge: null, paid: null, patientResponsibility: null, lines: [line] };
    expect(taken([anAnswer({ claim, payment: { paidOn: null, total: null, direction: '' } })])).toBe(true);
  });

  it.each([
    ['half a cent', [anAnswer({ claim: { paid: 1.5 } })]],
    ['an amount as text', [anAnswer({ claim: { paid: '15.00' as never } })]],
    ['an unheard-of reason for the match', [anAnswer({ match: 'guess' as never })]],
    ['endless words', [anAnswer({ claim: { payerClaimNumber: 'x'.repeat(3000) } })]],
    ['endless lines', [anAnswer({ claim: { lines: Array.from({ length: 1001 }, () => aRemitLine()) } })]],
    ['endless answers', Array.from({ length: 51 }, () => early)],
    ['a qualifier that every object has', [anAnswer({ claim: { references: JSON.parse('{"constructor":"1"}') } })]],
    ['part of one', [{ file: { id: 'a', name: 'a' } }]],
  ])('is refused with %s', (_what, adjudications) => {
    expect(taken(adjudications)).toBe(false);
  });
});
