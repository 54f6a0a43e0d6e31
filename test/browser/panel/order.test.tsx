import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import { ORDER } from '../../../components/models/order';
import type { CoverageAnswers } from '../../../lib/claim/coverage';
import type { PatientFile } from '../../../lib/session/session';
import { aPatient, is } from '../../unit/checks/build';
import { type Shown, show } from './harness';
import { medicareSecond, mspForm, ORDER_STATES, PLAN, WORKING } from './order-states';
import { file, frame, HISTORY, KEY, mirror, ORIGIN, row, type State, TAB, tabView } from './states';

beforeEach(() => page.viewport(360, 700));
afterEach(cleanup);

const named = (name: string): State => ORDER_STATES[name]!;
const button = (name: string | RegExp) => page.getByRole('button', { name });
const group = (name: string | RegExp) => page.getByRole('group', { name });
const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const bar = () => document.querySelector('.foot output')!.textContent;
const verdict = () => document.querySelector('#verdict, .verdict h2')?.textContent;
const section = () => document.getElementById(ORDER)!.closest('section, details')!;
const said = () => section().textContent;
const focused = () => document.activeElement as HTMLElement;
/** The question that has the focus. */
const asking = () => focused().closest('fieldset')?.textContent;
const press = (keys: string) => userEvent.keyboard(keys);

/** The panel beside a worker that keeps what it is told, as the real one does. */
const live = (state: State): Shown => {
  let now = state.mirror;
  const shown: Shown = show(state, {
    setCoverage: (patient: string, coverage: CoverageAnswers) => {
      const before = now.patients[patient] as PatientFile;
      now = { ...now, patients: { ...now.patients, [patient]: { ...before, coverage } } };
      shown.mirror(now);
      return Promise.resolve();
    },
  });
  return shown;
};

const answer = async (question: string | RegExp, choice: string) => {
  await expect.element(group(question)).toBeVisible();
  await userEvent.click(radio(choice));
  await userEvent.click(button('Keep this answer'));
};

describe('the order of the payers', () => {
  test('is asked where no page says it: one question at a time, until it is decided', async () => {
    live(named('order-asked'));
    expect(verdict()).toMatch(/^Cannot tell/);
    expect(bar()).toMatch(/^Next: answer \d questions about /);
    expect(document.querySelectorAll('main fieldset')).toHaveLength(1);
    await answer(`How does the insured have ${PLAN}?`, 'By a job they hold now');
    await expect.element(group('Why does the patient have Medicare?')).toBeVisible();
    await userEvent.click(page.getByRole('checkbox', { name: 'The patient is 65 or older' }));
    await userEvent.click(button('Keep this answer'));
    await answer(/How many employees/, '100 or more');
    await expect.poll(verdict).toBe('Ready: send electronically');
    expect(document.getElementById(ORDER)!.textContent).toMatch(
      /^Order: BRIGHTWATER PPO, then MEDICARE PART B TEXAS\. /,
    );
    expect(section().tagName).toBe('DETAILS');
    expect(focused().id).toBe(ORDER);
  });

  test('counts as it follows: the plan of a retiree is second, and the claim is blocked', async () => {
    live(named('order-asked'));
    await answer(/How does the insured have/, 'As a retiree of an employer');
    await userEvent.click(page.getByRole('checkbox', { name: 'The patient is 65 or older' }));
    await userEvent.click(button('Keep this answer'));
    await expect.poll(verdict).toMatch(/^Blocked/);
    expect(said()).toContain('Order: MEDICARE PART B TEXAS, then BRIGHTWATER PPO.');
    expect(section().tagName).toBe('SECTION');
    await userEvent.click(button('See the payer order').first());
    expect(focused().id).toBe(ORDER);
  });

  test('can be answered by keyboard alone; the focus goes on to the next question', async () => {
    live(named('order-asked'));
    await userEvent.click(button('First question'));
    expect(focused()).toBe(document.querySelector('main fieldset input'));
    await press(' {Enter}');
    await expect.poll(asking).toContain('Why does the patient have Medicare?');
    await press(' {Enter}');
    await expect.poll(asking).toContain('How many employees');
    await press('{ArrowDown}{ArrowDown}{Enter}');
    await expect.poll(verdict).toBe('Ready: send electronically');
    expect(focused().id).toBe(ORDER);
  });

  test('says which rule decides, and where the rule comes from', async () => {
    show(named('order-decided'));
    (section() as HTMLDetailsElement).open = true;
    expect(said()).not.toContain('42 CFR');
    await userEvent.click(button(/^Why ?, rule Working aged/));
    expect(said()).toMatch(/42 CFR/);
  });
});

describe('an answer', () => {
  test('is kept for the patient, listed, and said to end with the session', async () => {
    const { asked } = live(named('order-asked'));
    await answer(/How does the insured have/, 'By a job they hold now');
    await expect.poll(() => asked('setCoverage')).toEqual([]);
    await expect.poll(said).toContain('By a job they hold now');
    expect(said()).toContain('Your answers count for all claims of this patient, until the session ends.');
  });

  test('can be changed in place, and left as it is by Esc', async () => {
    live(named('order-decided'));
    (section() as HTMLDetailsElement).open = true;
    const change = button(/^Change ?: How does the insured have/);
    await userEvent.click(change);
    await expect.element(radio('By a job they hold now')).toBeChecked();
    expect(focused()).toBe(document.querySelector('main fieldset input'));
    await press('{Escape}');
    expect(document.querySelector('main fieldset')).toBeNull();
    expect(focused()).toBe(change.element());
    await userEvent.click(change);
    await answer(/How does the insured have/, 'As a retiree of an employer');
    await expect.poll(verdict).toMatch(/^Blocked/);
  });

  test('can be taken back, and is asked again', async () => {
    live(named('order-decided'));
    (section() as HTMLDetailsElement).open = true;
    await userEvent.click(button(/^Take back ?: How does the insured have/));
    await expect.element(group(/How does the insured have/)).toBeVisible();
    expect(verdict()).toMatch(/^Cannot tell/);
  });

  test('that she does not know stays unknown, says whom to ask, and waits', async () => {
    const { asked } = live(named('order-asked'));
    await userEvent.click(button('I do not know'));
    await expect.element(group('Why does the patient have Medicare?')).toBeVisible();
    expect(said()).toContain('You do not know');
    expect(said()).toContain('Ask the patient.');
    await userEvent.click(button('I do not know'));
    await expect.poll(bar).toBe('Next: find out what you do not know, then answer under Payer order.');
    expect(verdict()).toMatch(/^Cannot tell/);
    expect(asked('setCoverage')).toEqual([]);
    await userEvent.click(button(/^Answer ?: How does the insured have/));
    await answer(/How does the insured have/, 'As a retiree of an employer');
    await expect.poll(said).toContain('As a retiree of an employer');
  });

  test('without a choice, or with a day that is none, is not kept and says why', async () => {
    live(named('order-esrd'));
    const day = page.getByRole('textbox', { name: 'First day' });
    await userEvent.fill(day, '13/01/2024');
    await userEvent.click(button('Keep this answer'));
    expect(said()).toContain('Type the day as MM/DD/YYYY.');
    expect(focused()).toBe(day.element());
    await userEvent.fill(day, '9/30/2025');
    await press('{Enter}');
    await expect.poll(said).toContain('09/30/2025');
    expect(verdict()).toBe('Ready: send electronically');
    cleanup();
    live(named('order-asked'));
    await userEvent.click(button('Keep this answer'));
    expect(said()).toContain('Choose an answer, or say that you do not know.');
  });

  test('made by a script is none', () => {
    const { asked } = live(named('order-asked'));
    document.querySelector<HTMLInputElement>('main fieldset input')!.click();
    document.querySelector<HTMLFormElement>('main form')!.requestSubmit();
    [...document.querySelectorAll<HTMLElement>('main button')]
      .find((one) => one.textContent === 'I do not know')!
      .click();
    expect(asked('setCoverage')).toEqual([]);
    expect(document.querySelector('main fieldset')!.textContent).toContain('How does the insured have');
  });
});

describe('what pages say', () => {
  test('needs no answer and names its page', () => {
    show(named('order-asked'));
    expect(said()).toContain(`Whose job does ${PLAN} come from?The chart says so`);
    expect(said()).not.toContain('Whose job does MEDICARE');
  });

  test('that differs from an answer stands beside it, and neither counts', async () => {
    live(named('order-disagreed'));
    expect(verdict()).toMatch(/^Cannot tell/);
    expect(said()).toContain('The chart says: As a retiree of an employer. You said: By a job they hold now.');
    expect(said()).toContain('Neither counts until they agree.');
    await answer(/How does the insured have/, 'As a retiree of an employer');
    await expect.poll(verdict).toMatch(/^Blocked/);
    expect(said()).not.toContain('You said: By a job');
  });
});

test('answers are the patient’s: another one is asked anew, and sees nothing of them', async () => {
  const other = `${ORIGIN}|HF300111`;
  const mine = medicareSecond(WORKING);
  const hers: PatientFile = {
    ...medicareSecond(),
    key: other,
    strip: aPatient({ name: is({ last: 'ABERNATHY', first: 'COLE', middle: '' }), chart: is('HF300111') }),
  };
  const state = named('order-decided');
  const both = { ...state.mirror, patients: { [KEY]: mine, [other]: hers } };
  const shown = show({ ...state, mirror: both });
  expect(said()).toContain('Order: BRIGHTWATER PPO, then');
  shown.mirror({ ...both, tabs: { [String(TAB)]: tabView(frame('claim-history', { patient: other })) } });
  await userEvent.click(page.getByRole('link', { name: /02\/24\/2026/ }));
  await expect.poll(said).toContain('Order: not known yet.');
  expect(said()).not.toContain('You said so');
});

test('what was set aside is forgotten with the session', async () => {
  const { panel } = live(named('order-asked'));
  await userEvent.click(button('I do not know'));
  await expect.poll(() => panel.store.getState().unsure).toHaveLength(1);
  panel.act({ do: 'forget' });
  await expect.poll(() => panel.store.getState().unsure).toEqual([]);
});

test('answers stand on every claim of the patient', async () => {
  show({ ...named('order-decided'), view: { at: 'claim', patient: KEY, claim: '8832210', step: 'check' } });
  expect(said()).toContain('Order: BRIGHTWATER PPO, then MEDICARE PART B TEXAS.');
});

test('without a second payer there is no order', () => {
  const { coverage: _none, ...plain } = file({ claims: [row('8841207', '2026-02-24')] });
  const alone = {
    ...plain,
    claims: plain.claims.map((one) => ({ ...one, secondaryPayer: { kind: 'absent' as const } })),
  };
  const { chart: _chart, ...noChart } = alone;
  show({
    mirror: mirror(noChart, tabView(HISTORY)),
    tab: named('order-asked').tab,
    access: 'granted',
    view: { at: 'claim', patient: KEY, claim: '8841207', step: 'check' },
  });
  expect(document.getElementById(ORDER)).toBeNull();
});

describe('the insurance type', () => {
  const orders = (shown: Shown) =>
    shown.asked('fillForm').flatMap(([, order]) => (order as { orders: { box: string; wanted: string }[] }).orders);

  test('is proposed with its reason, and filled only with her tick', async () => {
    const shown = live(named('order-msp-type'));
    const card = page.getByRole('checkbox', { name: /Insurance type \(MSP\)/ });
    await expect.element(card).not.toBeChecked();
    expect(document.querySelector('.conf')!.textContent).toContain(
      'Working aged: 65 or older, employer plan of 20 or more',
    );
    expect(bar()).toBe('Next: read what the panel proposes, and tick it where it is right.');
    await userEvent.click(card);
    await userEvent.click(button('Fill 1 box'));
    await expect.poll(() => orders(shown)).toMatchObject([{ box: 'msp', wanted: '12' }]);
  });

  test('that she chose otherwise is not overwritten', () => {
    const state = named('order-msp-type');
    const tab = tabView(mspForm({ value: '43', shown: '43 - DISABLED UNDER 65, LGHP', touched: true }));
    show({ ...state, mirror: { ...state.mirror, tabs: { [String(TAB)]: tab } } });
    expect(page.getByRole('checkbox', { name: /Insurance type/, checked: true }).query()).toBeNull();
  });

  test('is not proposed while the order is not known', () => {
    const state = named('order-msp-type');
    show({ ...state, mirror: { ...state.mirror, patients: { [KEY]: medicareSecond() } } });
    expect(page.getByRole('checkbox', { name: /Insurance type/ }).query()).toBeNull();
    expect(document.body.textContent).toContain('Pick why Medicare is second');
  });
});
