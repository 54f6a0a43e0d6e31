import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { PageSnapshot } from '../../../lib/claim/page';
import { absent } from '../../../lib/claim/reading';
import { FORM_CHANGED, type LiveReader, openPage, type PageEnv, type Worker } from '../../../lib/content/page';
import type { PageAnswer, SearchOrder } from '../../../lib/messages';
import { fingerprint } from '../../../lib/prefill/fingerprint';

const FORM = `<table><tr id="r1"><td style="width:200px">8841207</td></tr></table>
  <form><select id="payer"><option value="">--</option><option value="7">BRIGHTWATER</option></select>
  <input id="last"><button type="button" id="go">Search</button>
  <input id="box29"><button id="submit">Submit</button></form>`;
const ORDER: SearchOrder = {
  lookupId: 'l1',
  payer: { value: '7', label: 'BRIGHTWATER' },
  lastName: 'OKAFOR',
  pressed: false,
};
const NOTHING: PageAnswer = { marks: [], hold: [] };

const element = (id: string): Element | undefined => document.getElementById(id) ?? undefined;
const box = (id: string): HTMLInputElement => document.getElementById(id) as HTMLInputElement;

/** A reading of the page as it stands: a form with one box. */
const snapshot = (touched: (element: Element) => boolean = () => false): PageSnapshot => ({
  profile: 'test',
  page: 'claim-form',
  url: location.href,
  readAt: performance.now(),
  from: 'live',
  complete: true,
  title: '',
  patient: { name: absent, chart: absent, dob: absent },
  messages: [],
  problems: [],
  form: {
    claimId: '8841207',
    boxes: [
      {
        box: '29',
        control: 'text',
        value: box('box29').value,
        shown: box('box29').value,
        state: 'open',
        touched: touched(box('box29')),
        place: { page: 'claim-form', path: 'box29', label: 'Box 29' },
      },
    ],
    search: { payers: [], payer: '', lastName: '', state: 'none', hits: [], message: '' },
    transmission: { value: '', options: [] },
    messages: [],
  },
});

let stop: AbortController;
let changed: () => void;
beforeEach(() => {
  document.body.innerHTML = FORM;
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  document.body.innerHTML = '';
});

const start = (over: { worker?: Partial<Worker>; reader?: Partial<LiveReader> } = {}) => {
  const answers: Worker = {
    pageRead: async () => NOTHING,
    searchPressing: async () => true,
    searchProgress: async () => undefined,
    submitPressed: async () => undefined,
    ...over.worker,
  };
  const worker = {
    pageRead: vi.fn(answers.pageRead),
    searchPressing: vi.fn(answers.searchPressing),
    searchProgress: vi.fn(answers.searchProgress),
    submitPressed: vi.fn(answers.submitPressed),
  };
  const env: PageEnv = {
    window,
    now: () => 1,
    signal: stop.signal,
    worker,
    reader: {
      read: async (touched) => snapshot(touched),
      element,
      watch: (callback) => {
        changed = callback;
      },
      paths: { payer: 'payer', lastName: 'last', search: 'go', submit: 'submit' },
      rows: () => new Map([['8841207', element('r1')!]]),
      ...over.reader,
    },
  };
  return { worker, page: openPage(env) };
};

test('the page is read and told at once, and again only when something changed', async () => {
  const { worker } = start();
  await expect.poll(() => worker.pageRead.mock.calls.length).toBe(1);
  changed();
  box('box29').value = '50.69';
  changed();
  await expect.poll(() => worker.pageRead.mock.calls.length).toBe(2);
  expect(worker.pageRead.mock.calls[1]?.[0].form?.boxes[0]?.value).toBe('50.69');
});

test('a reading that fails to reach the worker is told again with the next change', async () => {
  const pageRead = vi.fn(async () => NOTHING).mockRejectedValueOnce(new Error('gone'));
  start({ worker: { pageRead } });
  await expect.poll(() => pageRead.mock.calls.length).toBe(1);
  await Promise.resolve();
  changed();
  await expect.poll(() => pageRead.mock.calls.length).toBe(2);
});

test('two readings never run at the same time', async () => {
  let running = 0;
  let most = 0;
  const read = async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => requestAnimationFrame(done));
    running -= 1;
    return snapshot();
  };
  const { page, worker } = start({ reader: { read } });
  changed();
  await Promise.all([page.read(), page.read()]);
  await expect.poll(() => worker.pageRead.mock.calls.length).toBeGreaterThan(0);
  expect(most).toBe(1);
});

test('marks come with the answer and go when the extension goes', async () => {
  const marks: PageAnswer['marks'] = [{ claimId: '8841207', verdict: 'ready', word: 'Ready' }];
  start({ worker: { pageRead: async () => ({ ...NOTHING, marks }) } });
  await expect.poll(() => element('r1')?.getAttribute('data-cob-mark')).toBe('ready');
  stop.abort();
  expect(element('r1')?.getAttributeNames()).toEqual(['id']);
});

test('a lookup is taken step by step until Search is pressed, each step told', async () => {
  let pressed = false;
  const searched = vi.fn();
  element('go')!.addEventListener('click', searched);
  const searchPressing = vi.fn(async () => {
    pressed = true;
    return true;
  });
  const pageRead = async () => ({ ...NOTHING, search: { ...ORDER, pressed } });
  const { worker } = start({ worker: { pageRead, searchPressing } });
  await expect.poll(() => worker.searchProgress.mock.calls.length).toBe(3);
  expect(worker.searchProgress.mock.calls.map(([{ progress }]) => progress.did)).toEqual(['payer', 'name', 'pressed']);
  expect(box('last').value).toBe('OKAFOR');
  expect(searched).toHaveBeenCalledOnce();
});

test('a page that undoes every step is given up in words', async () => {
  element('payer')!.addEventListener('change', () => {
    (element('payer') as HTMLSelectElement).selectedIndex = 0;
  });
  let over = false;
  const searchProgress = vi.fn(async (data: { progress: { did: string } }) => {
    over ||= data.progress.did === 'refused';
  });
  const pageRead = async () => (over ? NOTHING : { ...NOTHING, search: ORDER });
  start({ worker: { pageRead, searchProgress } });
  await expect.poll(() => searchProgress.mock.lastCall?.[0].progress.did).toBe('refused');
  expect(searchProgress.mock.calls.length).toBeLessThan(20);
});

test('boxes that the biller typed into are told as touched, boxes that were filled are not', async () => {
  const { page, worker } = start();
  await expect.poll(() => worker.pageRead.mock.calls.length).toBe(1);
  const before = snapshot().form!;
  const order = { box: '29', kind: 'text' as const, path: 'box29', expected: '', wanted: '50.69', source: 'Ledger' };
  const journal = await page.fillForm({ claimId: '8841207', fingerprint: fingerprint(before), orders: [order] });
  expect(journal.results).toMatchObject([{ box: '29', status: 'filled', before: '', after: '50.69' }]);
  expect((await page.read())?.form?.boxes[0]?.touched).toBe(false);
  await userEvent.type(box('box29'), '1');
  expect((await page.read())?.form?.boxes[0]?.touched).toBe(true);
});

test('a list that was made for another state of the form fills nothing', async () => {
  const { page } = start();
  const old = fingerprint(snapshot().form!);
  box('box29').value = '1.00';
  const order = { box: '29', kind: 'money' as const, path: 'box29', expected: '', wanted: '5069', source: 'Ledger' };
  const journal = await page.fillForm({ claimId: '8841207', fingerprint: old, orders: [order] });
  expect(journal).toEqual({ claimId: '8841207', filledAt: 1, results: [], stopped: FORM_CHANGED });
  expect(box('box29').value).toBe('1.00');
});

test('a list for another claim fills nothing', async () => {
  const { page } = start();
  const journal = await page.fillForm({ claimId: '1', fingerprint: fingerprint(snapshot().form!), orders: [] });
  expect(journal.stopped).toBe(FORM_CHANGED);
});

test('a fill is put back byte for byte', async () => {
  const { page } = start();
  box('box29').value = ' 0 ';
  const order = { box: '29', kind: 'text' as const, path: 'box29', expected: ' 0 ', wanted: '50.69', source: 'Ledger' };
  const made = fingerprint(snapshot().form!);
  const journal = await page.fillForm({ claimId: '8841207', fingerprint: made, orders: [order] });
  const undone = await page.undoFill(journal);
  expect(undone.undone).toEqual({ at: 1, putBack: 1, stayed: [] });
  expect(box('box29').value).toBe(' 0 ');
});

test('a press of Submit is told, and held while there is a reason', async () => {
  const sent = vi.fn((event: Event) => event.preventDefault());
  document.querySelector('form')!.addEventListener('submit', sent);
  const { worker } = start({ worker: { pageRead: async () => ({ ...NOTHING, hold: ['Line 2 is off by $0.01'] }) } });
  await expect.poll(() => worker.pageRead.mock.settledResults.length).toBe(1);
  await userEvent.click(element('submit')!);
  expect(sent).not.toHaveBeenCalled();
  await userEvent.click(element('submit')!);
  expect(sent).toHaveBeenCalledOnce();
  expect(worker.submitPressed.mock.calls).toEqual([[{ held: true }], [{ held: false }]]);
});

test('a reading that the worker did not take is told again by itself', async () => {
  let calls = 0;
  const { worker } = start({
    worker: {
      pageRead: async () => {
        calls += 1;
        if (calls === 1) throw new Error('The worker was stopped.');
        return NOTHING;
      },
    },
  });
  await vi.waitFor(() => expect(worker.pageRead).toHaveBeenCalledTimes(2));
});

test('a press of Search by the biller is told at once, a press by a script is not', async () => {
  let words = 'before';
  const { worker } = start({
    reader: { read: async () => ({ ...snapshot(), title: words }) },
  });
  await vi.waitFor(() => expect(worker.pageRead).toHaveBeenCalledTimes(1));
  words = 'searching';
  box('go').click();
  await Promise.resolve();
  expect(worker.pageRead).toHaveBeenCalledTimes(1);
  await userEvent.click(box('go'));
  await vi.waitFor(() => expect(worker.pageRead).toHaveBeenCalledTimes(2));
});
