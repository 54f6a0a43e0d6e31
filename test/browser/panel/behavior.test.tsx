import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import { aPatient, is } from '../../unit/checks/build';
import { show } from './harness';
import {
  file,
  frame,
  KEY,
  lookup,
  manyFile,
  mirror,
  NOW,
  ORIGIN,
  row,
  STATES,
  type State,
  state,
  TAB,
  tabView,
} from './states';

beforeEach(() => page.viewport(360, 700));
afterEach(cleanup);

const named = (name: string): State => STATES[name]!;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const title = () => document.querySelector('h1')!.textContent;
const bar = () => document.querySelector('.foot output')!.textContent;
const step = () => document.querySelector('[aria-current=step]')?.textContent ?? '';
const press = (keys: string) => userEvent.keyboard(keys);
const focused = () => document.activeElement as HTMLElement;
const claimLink = (id: string) => document.querySelector<HTMLElement>(`[data-claim="${id}"]`)!;

const OTHER = `${ORIGIN}|HF300111`;
const someoneElse = file({
  key: OTHER,
  strip: aPatient({ name: is({ last: 'ABERNATHY', first: 'COLE', middle: '' }), chart: is('HF300111') }),
  claims: [row('9900001', '2026-01-20')],
  ledgers: {},
});
const twoPatients = { [KEY]: file(), [OTHER]: someoneElse };

describe('the list of claims', () => {
  test('reads the ledgers behind it by itself, shows how far it is, and stops at her word', async () => {
    const waiting: (() => void)[] = [];
    const fetchLedger = () => new Promise<never>((_, reject) => waiting.push(() => reject(new Error('no answer'))));
    const claims = named('claims');
    const patients = { [KEY]: { ...claims.mirror.patients[KEY]!, ledgers: {} } };
    show({ ...claims, mirror: { ...claims.mirror, patients } }, { fetchLedger });
    const progress = page.getByRole('progressbar', { name: 'Ledgers read' });
    await expect.element(progress).toHaveAttribute('value', '0');
    await userEvent.click(button('Stop reading ledgers'));
    waiting[0]!();
    await expect.element(button(/^Read \d+ ledgers?$/)).toBeVisible();
    await expect.element(progress).not.toBeInTheDocument();
  });

  test('is grouped by what can be done, what needs no work folded at the end', async () => {
    show(named('claims'));
    await expect.element(page.getByText('Reading ledgers')).not.toBeInTheDocument();
    const heads = [...document.querySelectorAll('main h2, main summary')].map((head) => head.textContent);
    expect(heads).toEqual([
      'Ready 1',
      'Needs a decision 1',
      'Blocked 1',
      'Cannot tell 2',
      'Do not bill 1',
      'Waiting for the primary2 claims',
    ]);
    expect(document.querySelector('details')!.open).toBe(false);
    expect(bar()).toBe('Next: 02/24/2026 is ready to send.');
  });

  test('stays as it is under the pointer while ledgers are read, and is sorted once the pointer has left', async () => {
    const claims = named('claims');
    const files = claims.mirror.patients[KEY]!;
    const unread = { ...claims, mirror: { ...claims.mirror, patients: { [KEY]: { ...files, ledgers: {} } } } };
    const waiting: (() => void)[] = [];
    const fetchLedger = () => new Promise<never>((_, reject) => waiting.push(() => reject(new Error('no answer'))));
    const { mirror: tell, panel } = show(unread, { fetchLedger });
    const order = () => [...document.querySelectorAll<HTMLElement>('[data-claim]')].map((link) => link.dataset.claim);
    const before = order();
    const row = claimLink('8841207');
    const top = row.getBoundingClientRect().top;
    await userEvent.hover(row);
    tell(claims.mirror);
    await expect.element(button(/^\d+ changed, sort again$/)).toBeVisible();
    expect(order()).toEqual(before);
    expect(claimLink('8841207')).toBe(row);
    expect(row.getBoundingClientRect().top).toBe(top);
    panel.store.setState({ ledgers: { going: false, done: 3, total: 3, left: 0 } as never });
    await expect.element(page.getByText('All read.')).toBeVisible();
    expect(row.getBoundingClientRect().top).toBe(top);
    await userEvent.click(button(/sort again$/));
    await expect.poll(order).not.toEqual(before);
    const sorted = order();
    await userEvent.hover(page.getByRole('status'));
    await expect.element(page.getByText('All read.')).not.toBeInTheDocument();
    expect(order()).toEqual(sorted);
  });

  test('says unreadable for an amount that cannot be read, and does not add it up', () => {
    show(named('claims'));
    expect(claimLink('8838550').querySelector('.amt')!.textContent).toBe('unreadable');
    const group = [...document.querySelectorAll('.grp')].find((one) => one.textContent?.startsWith('Cannot tell'))!;
    expect(group.querySelector('.n')!.textContent).toBe('not read');
  });

  test('has one tab stop; arrows, Home and End move, Enter opens, Esc leads back to the row', async () => {
    const { panel } = show(named('claims'));
    expect(document.querySelectorAll('[data-claim][tabindex="0"]')).toHaveLength(1);
    claimLink('8841207').focus();
    await press('{ArrowDown}{ArrowDown}');
    expect(focused().dataset.claim).toBe('8846630');
    await press('k');
    expect(focused().dataset.claim).toBe('8829914');
    await press('{End}');
    expect(focused().dataset.claim).toBe('8853318');
    await press('{Home}{ArrowDown}{Enter}');
    expect(title()).toContain('01/06/2026');
    expect(focused().id).toBe('title');
    await press('{Escape}');
    expect(panel.store.getState().view.at).toBe('patient');
    expect(focused().dataset.claim).toBe('8829914');
  });

  test('has search and chips from 21 claims on, and says when nothing fits', async () => {
    show(named('many'));
    expect(page.getByPlaceholder('Date, payer, claim, amount').query()).not.toBeNull();
    await userEvent.click(button(/^Blocked \d+/));
    expect(document.querySelectorAll('.grp')).toHaveLength(1);
    expect(document.querySelector('.listhead')!.textContent).toMatch(/^\d+ of 204 claims, read /);
    await userEvent.fill(page.getByPlaceholder('Date, payer, claim, amount'), 'cardio');
    expect(document.body.textContent).toContain('204 claims do not match “cardio”.');
    await userEvent.click(button('Clear search'));
    expect(document.querySelectorAll('.grp').length).toBeGreaterThan(1);
  });

  test('keeps only the rows near the screen from 500 claims on, and says how many there are', async () => {
    show(state(manyFile(1200), [frame('claim-history')]));
    await expect.poll(() => document.querySelectorAll('[data-claim]').length).toBeGreaterThan(0);
    expect(document.querySelectorAll('[data-claim]').length).toBeLessThan(400);
    const item = document.querySelector('li[aria-setsize]')!;
    expect(Number(item.getAttribute('aria-setsize'))).toBeGreaterThan(100);
    expect(item.getAttribute('aria-posinset')).toBe('1');
    document.querySelector<HTMLElement>('[data-claim][tabindex="0"]')!.focus();
    await press('{End}');
    await expect.poll(() => focused().dataset.claim).toBeDefined();
    expect(focused().getBoundingClientRect().height).toBeGreaterThan(0);
  });

  test('single keys can be turned off', async () => {
    const off = named('claims');
    show({ ...off, mirror: { ...off.mirror, settings: { ...off.mirror.settings, singleKeys: false } } });
    claimLink('8841207').focus();
    await press('j?');
    expect(focused().dataset.claim).toBe('8841207');
    expect(title()).not.toContain('Keyboard');
    await press('{ArrowDown}');
    expect(focused().dataset.claim).toBe('8829914');
  });
});

describe('the Check step', () => {
  test('names the blocked line with its sum as on paper', () => {
    show(named('blocked'));
    expect(document.querySelector('.verdict h2')!.textContent).toBe('Blocked: line 2 is off by $0.01');
    const sum = [...document.querySelectorAll('.sum tr')].map((tr) => [...tr.children].map((td) => td.textContent));
    expect(sum).toEqual([
      ['Charge', '85.00'],
      ['Paid by BRIGHTWATER PPO', '−50.69'],
      ['Contractual adjustment, CO-45', '−21.63'],
      ['Coinsurance, PR-2', '−12.67'],
      ['Left over', '0.01'],
    ]);
    const image = document.querySelector('.mbar')!.getAttribute('aria-label');
    expect(image).toBe(
      'Charge 250.00: Paid by BRIGHTWATER PPO 149.09, Contractual adjustment, CO-45 65.63, Patient share: coinsurance, PR-2 35.27, left over 0.01',
    );
    expect(document.title).toBe('02/24/2026 blocked - COB Companion');
  });

  test('a cent left over can be seen in the bar', () => {
    show(named('blocked'));
    expect(document.querySelector('.mbar .s-off')!.getBoundingClientRect().width).toBeGreaterThanOrEqual(5);
  });

  test('draws no bar while the ledger is not read: it is read by itself, and again when asked', async () => {
    const { asked } = show(named('unread'));
    expect(document.querySelector('.mbar')).toBeNull();
    expect(document.body.textContent).toContain('Not known until the ledger is read');
    expect(document.querySelector('.money')!.textContent).toContain('Left overnot read');
    const order = [{ tabId: TAB, frameId: 0 }, '8838550', `${ORIGIN}/ledger?8838550`];
    await expect.poll(() => asked('keepSnapshot').length).toBe(1);
    expect(asked('fetchLedger')).toEqual([order]);
    await userEvent.click(button('Read the ledger').first());
    expect(asked('fetchLedger')).toEqual([order, order]);
    await expect.poll(() => asked('keepSnapshot').length).toBe(2);
    expect(bar()).toContain('No ledger came back. Open it on the page.');
  });

  test('asks what the Medicare remittance says', async () => {
    const { asked } = show(named('question'));
    expect(document.body.textContent).toContain('What does the Medicare remittance say?');
    await userEvent.click(button('No such remark: not forwarded'));
    expect(asked('setAnswers')).toEqual([
      [
        { patient: KEY, claim: '8841207' },
        { acknowledged: {}, electronicSecondary: 'yes', crossover: 'not-forwarded' },
      ],
    ]);
  });

  test('First question leads to the first question', async () => {
    show(named('decision'));
    await userEvent.click(button('First question'));
    expect(focused().id).toBe('question');
    expect(focused().textContent).toContain('An appeal of the primary is open');
  });

  test('Why opens the source of the rule in place', async () => {
    show(named('blocked'));
    const why = button(/^Why/).first();
    await userEvent.click(why);
    await expect.element(why).toHaveAttribute('aria-expanded', 'true');
    expect(document.querySelector('.finding .note')!.textContent).toMatch(/Rule C005$/);
  });

  test('shows a place on the page that is open, and the way to one that is not', async () => {
    const { asked } = show(named('blocked'));
    await userEvent.click(button(/^Show line 2 on page/));
    expect(asked('showPlace')).toEqual([[{ tabId: TAB, frameId: 0 }, 'claims/8841207/ledger', false]]);
    await expect.poll(bar).toContain('The ledger is not open. Its link is marked on the page.');
  });

  test('S shows what is focused, 1 to 4 go to the steps, R reads again', async () => {
    const { asked } = show(named('ready'));
    document.querySelector<HTMLElement>('.sechead button')!.focus();
    await press('s');
    expect(asked('showPlace')).toEqual([[{ tabId: TAB, frameId: 0 }, 'claims/8841207/ledger', false]]);
    await press('3');
    expect(step()).toContain('Fill');
    expect(focused().tagName).toBe('H2');
    await press('1');
    const before = asked('readPage').length;
    await press('r');
    await expect.poll(() => asked('readPage').length).toBe(before + 1);
  });
});

describe('whether the payer takes electronic claims', () => {
  /** The claim with nothing said of its payer, and what she said of payers before. */
  const asking = (name: string, payers: State['mirror']['payers'] = []): State => {
    const base = named(name);
    const patients = Object.values(base.mirror.patients).map((file) => [file.key, { ...file, answers: {} }]);
    return { ...base, mirror: { ...base.mirror, patients: Object.fromEntries(patients), payers } };
  };

  test('is asked once for all claims of the payer', async () => {
    const { asked } = show(asking('payer-start'));
    expect(document.body.textContent).toContain('Your answer is kept for all claims of this payer.');
    await userEvent.click(button('It takes them'));
    expect(asked('sayOfPayer')).toEqual([[{ payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes' }]]);
    expect(asked('setAnswers')).toEqual([]);
  });

  test('is not asked again; her answer stands there with its day, and can be taken back', async () => {
    const said = { payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes', saidOn: '2026-04-02' } as const;
    const { asked } = show(asking('ready', [said]));
    expect(button('It takes them').query()).toBeNull();
    await expect.element(page.getByText('You said so on 04/02/2026')).toBeVisible();
    await userEvent.click(button('Ask again'));
    expect(asked('forgetPayer')).toEqual([['LARKSPUR MUTUAL']]);
  });
});

describe('the Payer step', () => {
  test('starts a search with the payer and the last name', async () => {
    const { asked } = show(named('payer-start'));
    await userEvent.click(button('Search for OKAFOR'));
    expect(asked('startLookup')).toEqual([
      [{ tabId: TAB, claim: { patient: KEY, claim: '8841207' }, payer: 'LARKSPUR MUTUAL', lastName: 'OKAFOR' }],
    ]);
  });

  test('offers no search while the two names are not known to be one payer, and asks', async () => {
    const { asked } = show(named('payer-unlisted'));
    expect(button(/^Search for/).query()).toBeNull();
    await userEvent.click(button('They are the same payer'));
    expect(asked('confirmAlias')).toEqual([[{ chartName: 'LARKSPUR MUTUAL', formName: 'LM HEALTH' }]]);
  });

  test('the candidate that equals the chart is used at once, another only after a question', async () => {
    const { asked } = show(named('lookup'));
    await userEvent.click(button('Use LM99108221'));
    expect(asked('pickHit')).toEqual([]);
    expect(document.querySelector('.ask')!.textContent).toContain(
      'ID, name and birth date differ from the chart. Use LM99108221 anyway?',
    );
    await userEvent.click(button('Keep looking'));
    expect(document.querySelector('.ask')).toBeNull();
    await userEvent.click(button('Use LM44108220'));
    expect(asked('pickHit')).toEqual([
      [
        expect.objectContaining({ tabId: TAB, frameId: 0 }),
        expect.objectContaining({ path: 'search/1', insuranceId: 'LM44108220' }),
      ],
    ]);
  });

  test('a press made by a script does nothing', () => {
    const { asked } = show(named('lookup'));
    for (const one of document.querySelectorAll('button')) one.click();
    expect(asked('pickHit')).toEqual([]);
    expect(asked('startLookup')).toEqual([]);
  });

  test('a failed search says why and is tried again', async () => {
    const { asked } = show(named('lookup-failed'));
    expect(document.body.textContent).toContain('The page answered with an error, 2 tries.');
    await userEvent.click(button(/^Try again/).first());
    expect(asked('retryLookup')).toEqual([['l1']]);
  });

  test('a result whose link is gone from the page cannot be used', () => {
    const before = named('lookup');
    const form = before.mirror.tabs[TAB]!.frames['0']!.form!;
    const bare = frame('claim-form', { claimId: '8841207', form: { ...form, search: { ...form.search, hits: [] } } });
    show(state(before.mirror.patients[KEY]!, [bare], before.view!, { lookups: [lookup()] }));
    expect(button(/^Use /).query()).toBeNull();
    expect(document.body.textContent).toContain('Not in the list on the page any more. Search again to use it.');
  });
});

describe('the Fill step', () => {
  test('fills what is planned and leaves conflicts alone unless ticked', async () => {
    const kept = named('filled').mirror.patients[KEY]!.journals['8841207']!;
    const orders: { box: string }[] = [];
    const { asked } = show(named('prefill'), {
      fillForm: (_, order) => {
        orders.push(...order.orders);
        return Promise.resolve(kept);
      },
    });
    await userEvent.click(button(/^Fill \d+ boxes/));
    const boxes = orders.map(({ box }) => box);
    expect(boxes).toContain('24.1.paid');
    expect(boxes).not.toContain('29');
    expect(boxes).not.toContain('9d');
    await expect.poll(() => asked('keepJournal')).toEqual([[{ patient: KEY, claim: '8841207' }, kept]]);
    expect(bar()).toContain('3 filled, 1 to do by hand.');
  });

  test('a ticked conflict is filled, with the value it had when she ticked it', async () => {
    const { asked } = show(named('prefill'));
    await userEvent.click(page.getByRole('checkbox', { name: /Amount paid/ }));
    await userEvent.click(button(/^Fill \d+ boxes/));
    const [[, order]] = asked('fillForm') as [
      [unknown, { orders: { box: string; expected: string; wanted: string }[] }],
    ];
    expect(order.orders.find(({ box }) => box === '29')).toMatchObject({ expected: '180.00', wanted: '14909' });
  });

  test('a tick does not carry over to another value', async () => {
    const shown = show(named('prefill'));
    await userEvent.click(page.getByRole('checkbox', { name: /Amount paid/ }));
    const now = named('prefill').mirror;
    const view = now.tabs[TAB]!.frames['0']!;
    const boxes = view.form!.boxes.map((box) => (box.box === '29' ? { ...box, value: '99.00', shown: '99.00' } : box));
    shown.mirror({ ...now, tabs: { [TAB]: tabView({ ...view, form: { ...view.form!, boxes } }) } });
    await expect.element(page.getByRole('checkbox', { name: /Amount paid/ })).not.toBeChecked();
  });

  test('a blocked claim opens the step, says why, and its button is not the filled one', () => {
    show(named('prefill-blocked'));
    expect(document.querySelector('.btn.go')).toBeNull();
    expect(bar()).toContain('You can fill the form, but NextGen Office will refuse it.');
  });

  test('says of each box what came of it, and can undo', async () => {
    const { asked } = show(named('filled'));
    expect(document.querySelector('.verdict h2')!.textContent).toBe('3 filled, 1 to do by hand');
    expect(document.body.textContent).toContain('The page cleared the box after it was filled, so the panel left it.');
    await userEvent.click(button('Undo the fill'));
    expect(asked('undoFill')).toHaveLength(1);
    expect(asked('keepJournal')).toHaveLength(1);
  });
});

describe('the Submit step', () => {
  test('quotes a refusal, with its box and the posting that caused it', () => {
    show(named('refused'));
    const [first, second, third] = [...document.querySelectorAll('article')].map((one) => one.textContent!);
    expect(first).toContain('Service line 2: charge does not equal payment plus adjustments.');
    expect(first).toContain('The cause is in the posting: Line 2, 97110, does not balance');
    expect(first).toContain('Show the posting');
    expect(first).toContain('Show the box');
    expect(second).toContain('Box 24, line 3, adjudication date');
    expect(third).toContain('The panel does not know this message.');
    expect(document.querySelector('[role=alert]')!.textContent).toContain('Refused: 3 messages');
  });

  test('says that the balance moved, and leads to the next claim', async () => {
    const { panel } = show(named('accepted'));
    expect(document.querySelector('.verdict h2')!.textContent).toBe('HF Accepted');
    expect(document.querySelector('.cmp')!.textContent).toContain('LARKSPUR MUTUAL0.0037.27');
    await userEvent.click(button('Go to the next claim'));
    expect(panel.store.getState().view).toMatchObject({ at: 'claim', claim: '8832210', step: 'check' });
  });

  test('a balance that was not read is said to be not read', () => {
    const before = named('accepted');
    const patient = before.mirror.patients[KEY]!;
    const outcome = patient.outcomes['8841207']!;
    if (outcome.kind !== 'accepted') throw new Error('fixture');
    const none = { before: 3727, after: undefined };
    const outcomes = { '8841207': { ...outcome, patientBalance: none, moved: 'unknown' as const } };
    show({ ...before, mirror: mirror({ ...patient, outcomes }, before.mirror.tabs[TAB]) });
    expect(document.body.textContent).toContain('Not known whether the balance moved');
    expect(document.querySelector('.cmp')!.textContent).toContain('Patient37.27not read');
  });
});

describe('the page moves on', () => {
  const withForm = () => named('prefill').mirror;
  const history = (): State => ({ ...named('ready'), view: { at: 'patient' } });

  test('the panel goes along while nobody works in it', async () => {
    const shown = show(history());
    focused().blur();
    shown.mirror(withForm());
    await expect.poll(step).toContain('Fill');
    expect(focused()).toBe(document.body);
  });

  test('where she works in the panel it stays and offers the way', async () => {
    const shown = show(history());
    claimLink('8841207').focus();
    shown.mirror(withForm());
    await expect.element(page.getByText('The page now shows the claim form.')).toBeVisible();
    expect(focused().dataset.claim).toBe('8841207');
    await userEvent.click(button('Go to Fill'));
    expect(step()).toContain('Fill');
  });

  test('another patient on the page is the patient of the panel; the earlier one stays at hand', async () => {
    const shown = show({ ...named('ready') });
    shown.mirror({
      ...mirror(undefined, tabView(frame('claim-history', { patient: OTHER }))),
      patients: twoPatients,
    });
    await expect.poll(title).toBe('Abernathy, Cole');
    expect(document.body.textContent).not.toContain('8841207');
    expect(document.querySelector('.still')!.textContent).toContain('Okafor, Denise M.');
  });

  test('the data of one tab is never shown for another', async () => {
    const first = named('blocked');
    const second = { ...tabView(frame('claim-history', { patient: OTHER })), tabId: 8 };
    const both = { ...first.mirror, patients: { ...first.mirror.patients, [OTHER]: someoneElse } };
    const shown = show({ ...first, mirror: { ...both, tabs: { ...both.tabs, '8': second } } });
    shown.tab({ tabId: 8, isPm: true, silent: false });
    await expect.poll(title).toBe('Abernathy, Cole');
    expect(document.querySelector('.verdict')).toBeNull();
    shown.tab({ tabId: 9, isPm: false, silent: false });
    await expect.poll(() => document.body.textContent).toContain('Nothing to read on this page');
    expect(document.querySelector('h1')!.textContent).not.toContain('Abernathy');
    shown.tab(first.tab);
    await expect.poll(title).toContain('02/24/2026');
  });

  test('what is forgotten is not shown any more', async () => {
    const shown = show(named('blocked'));
    shown.mirror(mirror(undefined, undefined));
    await expect.poll(() => document.body.textContent).not.toContain('8841207');
  });
});

describe('permission and signing in', () => {
  test('Allow this site asks the browser, and a no is said', async () => {
    const { asked } = show(named('no-permission'), { askAccess: () => Promise.resolve(false) });
    expect(asked('askAccess')).toEqual([]);
    await userEvent.click(button('Allow this site'));
    await expect
      .poll(() => document.body.textContent)
      .toContain('The browser did not give permission. Nothing was read.');
  });

  test('permission taken back hides what was read', async () => {
    const shown = show(named('blocked'));
    shown.access('taken-back');
    await expect.poll(() => document.body.textContent).toContain('Permission for NextGen Office was taken back.');
    expect(document.body.textContent).not.toContain('8841207');
  });

  test('signed out keeps what was read and says what waits', () => {
    show(named('expired'));
    expect(document.querySelector('[role=alert]')!.textContent).toContain('NextGen Office signed you out');
    expect(document.body.textContent).toContain('8 claims kept, as read at 10:41 AM');
    expect(document.body.textContent).toContain('The search of OKAFOR waits until you sign in');
  });

  test('a page without the script offers to reload it', async () => {
    const { asked } = show(named('reload'));
    await userEvent.click(button('Reload the page'));
    expect(asked('reloadTab')).toEqual([[TAB]]);
  });

  test('a page that does not answer is said, not hidden', async () => {
    show(named('ready'), { showPlace: () => Promise.reject(new Error('gone')) });
    await userEvent.click(button('Show COB on page'));
    await expect.poll(bar).toContain('The page did not answer. Read again, or reload the page.');
  });
});

describe('the menu', () => {
  test('opens by key, moves by arrows, closes with Esc and gives the focus back', async () => {
    const { panel } = show(named('ready'));
    const more = page.getByRole('button', { name: 'More' });
    (more.element() as HTMLElement).focus();
    await press('{Enter}');
    await expect.poll(() => focused().textContent).toBe('Remittances');
    await press('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(focused().textContent).toBe('Keyboard shortcuts');
    await press('{Escape}');
    expect(focused()).toBe(more.element());
    expect(panel.store.getState().view.at).toBe('claim');
  });

  test('Forget this session asks the worker', async () => {
    const { asked } = show(named('ready'));
    await userEvent.click(page.getByRole('button', { name: 'More' }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Forget this session' }));
    expect(asked('forgetSession')).toHaveLength(1);
  });
});

describe('hostile text', () => {
  test('is shown as text, cut, and does nothing', () => {
    let ran = false;
    Object.assign(window, { alert: () => (ran = true) });
    show(named('hostile'));
    expect(document.querySelector('img')).toBeNull();
    expect(ran).toBe(false);
    expect(document.body.textContent!.length).toBeLessThan(5000);
    expect(document.body.textContent).not.toContain('\u202E');
  });
});

test('times are of the day of reading', () => {
  show(named('claims'));
  expect(document.querySelector('.listhead')!.textContent).toContain('8 claims, read 10:41 AM');
  expect(NOW).toBeGreaterThan(0);
});

test('a form that changed since the list was made is read again, and nothing is kept as filled', async () => {
  const stopped = 'The form changed since the list was made. Nothing was filled.';
  const { asked } = show(named('prefill'), {
    fillForm: () => Promise.resolve({ claimId: '8841207', filledAt: NOW, results: [], stopped }),
  });
  await userEvent.click(button(/^Fill \d+ boxes/));
  await expect.poll(bar).toContain(stopped);
  expect(asked('readPage')).toHaveLength(1);
  expect(asked('keepJournal')).toEqual([]);
});
