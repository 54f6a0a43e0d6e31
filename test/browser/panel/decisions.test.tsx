import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import { engine } from '../../../components/engine';
import { fingerprintOf } from '../../../lib/checks/acknowledged';
import type { Finding } from '../../../lib/checks/check';
import { type Answers, claimId } from '../../../lib/claim/case';
import { mergePolicy } from '../../../lib/policy/merge';
import { NO_POLICY, type Policy } from '../../../lib/policy/policy';
import { NO_POLICY_VIEW, type PolicyView } from '../../../lib/policy-storage';
import type { RecordEntry } from '../../../lib/record/record';
import { show } from './harness';
import { KEY, ledger, line, NOW, STATES, type State, TODAY } from './states';

afterEach(cleanup);

const BLOCKED = '8841207';
const DECISION = '8829914';
const named = (name: string): State => STATES[name]!;

/** Line 2 is a cent off, and nothing else is wrong. */
const CENT_OFF: State = (() => {
  const state = named('blocked');
  const lines = [
    line(BLOCKED, 1, '99214', [16500, 9840, 4200, 2460]),
    line(BLOCKED, 2, '97110', [8500, 5069, 2163, 1267]),
  ];
  const file = state.mirror.patients[KEY]!;
  const ledgers = {
    ...file.ledgers,
    [BLOCKED]: { ledger: ledger(BLOCKED, lines), readAt: NOW, from: 'fetched' as const },
  };
  return { ...state, mirror: { ...state.mirror, patients: { [KEY]: { ...file, ledgers } } } };
})();

const button = (name: string | RegExp) => page.getByRole('button', { name });
const focused = () => document.activeElement as HTMLElement;
const press = (keys: string) => userEvent.keyboard(keys);
const text = () => document.body.textContent ?? '';

/** The findings of a claim of a state, under a policy. */
const findingsOf = ({ mirror }: State, claim: string, policy = NO_POLICY_VIEW): Finding[] => {
  const c = engine.casesOf(mirror.patients[KEY]!, undefined, mirror, TODAY).find(({ row }) => claimId(row) === claim)!;
  return engine.examine(c, policy.effective).findings;
};

/** The state with what she said of a claim. */
const withWords = (
  state: State,
  claim: string,
  acknowledged: Answers['acknowledged'],
  record: RecordEntry[] = [],
): State => {
  const file = state.mirror.patients[KEY]!;
  const answers = { ...file.answers, [claim]: { ...file.answers[claim], acknowledged } };
  return { ...state, mirror: { ...state.mirror, record, patients: { [KEY]: { ...file, answers } } } };
};

const viewOf = (own: Policy, organization: Policy = NO_POLICY): PolicyView => ({
  own,
  organization,
  problems: [],
  effective: mergePolicy(organization, own),
});

const under = (state: State, policy: PolicyView): State => ({ ...state, mirror: { ...state.mirror, policy } });

const entry = (changes: Partial<RecordEntry> = {}): RecordEntry => ({
  at: NOW,
  action: 'overridden',
  patient: KEY,
  chart: 'HF204417',
  claim: BLOCKED,
  dos: '2026-02-24',
  check: 'C005',
  severity: 'block',
  title: 'Line 2, 97110, does not balance',
  reason: 'Posted to another batch',
  charge: 25001,
  balance: 3727,
  difference: 1,
  ...changes,
});

const overridden = (reason = 'Posted to another batch', at = NOW): State => {
  const finding = findingsOf(CENT_OFF, BLOCKED).find(({ check }) => check === 'C005')!;
  const said = { reason, of: fingerprintOf(finding), at, said: finding.title };
  return withWords(CENT_OFF, BLOCKED, { C005: [said] }, [entry()]);
};

describe('a decision', () => {
  test('is accepted with a reason of three characters, and goes into the record', async () => {
    const { asked } = show(named('decision'));
    await userEvent.click(button(/^Send anyway, with a reason.*An appeal/));
    const field = page.getByLabelText('Why is it right to send it?');
    await expect.element(field).toHaveFocus();
    await userEvent.fill(field, ' ok ');
    await press('{Enter}');
    expect(asked('sayOfFinding')).toEqual([]);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Type a reason of 3 characters or more.');
    await expect.element(field).toHaveFocus();
    await userEvent.fill(field, ' The appeal is about another line ');
    await press('{Enter}');
    const finding = findingsOf(named('decision'), DECISION).find(({ check }) => check === 'C021')!;
    expect(asked('sayOfFinding')).toEqual([
      [
        { patient: KEY, claim: DECISION },
        fingerprintOf(finding),
        expect.objectContaining({
          action: 'acknowledged',
          at: NOW,
          check: 'C021',
          severity: 'decide',
          reason: 'The appeal is about another line',
          title: finding.title,
          dos: '2026-01-06',
          charge: 1_248_000,
        }),
      ],
    ]);
  });

  test('wants a reason also where it is enough to have seen it', async () => {
    const policy = viewOf({ checks: { C068: { severity: 'decide' } }, margins: {} });
    const { asked } = show(under(named('decision'), policy));
    await userEvent.click(button(/^I know, with a reason/));
    await press('{Enter}');
    expect(asked('sayOfFinding')).toEqual([]);
    await expect.element(button('Accept it')).toBeVisible();
  });

  test('can take a reason that was given before', async () => {
    const state = withWords(named('decision'), DECISION, {}, [
      entry({ check: 'C021', reason: 'The payer asked for it' }),
    ]);
    const { asked } = show(state);
    await userEvent.click(button(/^Send anyway, with a reason.*An appeal/));
    await userEvent.click(button('The payer asked for it'));
    await expect.element(page.getByLabelText('Why is it right to send it?')).toHaveFocus();
    await press('{Enter}');
    expect(asked('sayOfFinding')).toHaveLength(1);
  });

  test('is not made by Esc, which closes the question first and gives the focus back', async () => {
    const { panel } = show(named('decision'));
    await userEvent.click(button(/^Send anyway, with a reason.*An appeal/));
    await press('{Escape}');
    expect(page.getByLabelText('Why is it right to send it?').query()).toBeNull();
    expect(focused().textContent).toContain('Send anyway, with a reason');
    expect(panel.store.getState().view.at).toBe('claim');
  });

  test('can be taken back, and stands there with reason and time until then', async () => {
    const { asked } = show(named('answered'));
    await userEvent.click(page.getByText('Decided by you'));
    await expect.element(page.getByText('The appeal is about another line (10:40 AM)')).toBeVisible();
    await userEvent.click(button(/^Take back.*An appeal/));
    expect(asked('sayOfFinding')).toEqual([
      [
        { patient: KEY, claim: DECISION },
        expect.stringMatching(/^[0-9a-f]{16}$/),
        expect.objectContaining({ action: 'taken-back', check: 'C021', reason: 'The appeal is about another line' }),
      ],
    ]);
  });
});

describe('a block', () => {
  test('is overridden with a reason', async () => {
    const { asked } = show(CENT_OFF);
    await userEvent.click(button(/^Override, with a reason.*Line 2/));
    await userEvent.fill(
      page.getByLabelText('Why is it right to send it although it is blocked?'),
      'Posted to another batch',
    );
    await userEvent.click(button('Override the block'));
    expect(asked('sayOfFinding')[0]?.[2]).toMatchObject({ action: 'overridden', severity: 'block', difference: 1 });
  });

  test('that is overridden shows with its reason, blocks no more, and hides nothing', () => {
    show(overridden());
    expect(document.querySelector('.verdict h2')!.textContent).toMatch(/^Ready, 1 block overridden/);
    expect(text()).toContain('Overridden: Line 2, 97110, does not balance');
    expect(text()).toContain('Posted to another batch (10:41 AM)');
    expect(document.querySelector('details.fold[open]')!.textContent).toContain('Decided by you');
    expect(text()).not.toContain('Not looked at while the claim is blocked');
  });

  test('that is overridden marks its row in the list, by shape and word', async () => {
    const state = overridden();
    show({ ...state, view: { at: 'patient' } });
    const row = document.querySelector(`[data-claim="${BLOCKED}"]`)!;
    expect(row.textContent).toContain('1 overridden');
    const tag = row.querySelector('.tag.late')!;
    expect(tag.querySelector('svg')).not.toBeNull();
    await expect.element(page.getByText('1 overridden')).toBeVisible();
  });

  test('that says something else now asks again, tells what was accepted, and the record says that it lapsed', async () => {
    const said = { reason: 'One cent is nothing', of: 'another', at: NOW, said: 'Line 1, 99213, does not balance' };
    const { asked } = show(withWords(CENT_OFF, BLOCKED, { C005: [said] }));
    expect(text()).toContain(
      'You accepted this at 10:41 AM when it said “Line 1, 99213, does not balance”, because: “One cent is nothing”. It says something else now.',
    );
    expect(document.querySelector('.verdict h2')!.textContent).toMatch(/^Blocked/);
    await expect
      .poll(() => asked('sayOfFinding'))
      .toEqual([
        [
          { patient: KEY, claim: BLOCKED },
          'another',
          expect.objectContaining({ action: 'lapsed', title: said.said, reason: said.reason }),
        ],
      ]);
  });

  test('that lapsed before is not told twice', async () => {
    const said = { reason: 'One cent is nothing', of: 'another', at: NOW, said: 'Line 1', lapsedAt: NOW };
    const { asked, mirror } = show(withWords(CENT_OFF, BLOCKED, { C005: [said] }));
    mirror(withWords(CENT_OFF, BLOCKED, { C005: [said] }).mirror);
    await expect.element(page.getByText('It says something else now.', { exact: false })).toBeVisible();
    expect(asked('sayOfFinding')).toEqual([]);
  });

  test('that nobody can override says why', () => {
    show(named('waiting'));
    expect(text()).toContain('No override: NextGen Office offers COB only for a claim that is finalized.');
    expect(button(/^Override/).query()).toBeNull();
  });

  test('that the organization lets nobody override says so', () => {
    show(under(CENT_OFF, viewOf(NO_POLICY, { checks: { C005: { mayOverride: false } }, margins: {} })));
    expect(text()).toContain('No override: Your organization does not allow this block to be overridden.');
    expect(button(/^Override/).query()).toBeNull();
  });
});

describe('a policy', () => {
  test('changes the verdict of the open claim, and Why tells what the rule book says', async () => {
    const { mirror } = show(CENT_OFF);
    expect(document.querySelector('.verdict h2')!.textContent).toMatch(/^Blocked/);
    mirror(under(CENT_OFF, viewOf({ checks: { C005: { severity: 'decide' } }, margins: {} })).mirror);
    await expect.poll(() => document.querySelector('.verdict h2')!.textContent).toMatch(/^Needs a decision/);
    await userEvent.click(button(/^Why.*C005/));
    expect(text()).toContain('The rule book says: blocks the claim. You set it to: needs a decision.');
  });

  test('that turns a rule off lists it as off, with the reason', () => {
    show(under(CENT_OFF, viewOf({ checks: { C005: { off: { reason: 'The ledger rounds' } } }, margins: {} })));
    expect(document.querySelector('.verdict h2')!.textContent).toMatch(/^Ready/);
    expect(text()).toContain('C005 is off, by you: The ledger rounds');
  });
});

describe('the record of the session', () => {
  const RECORD = [
    entry(),
    entry({ action: 'lapsed', difference: -1250, reason: '<img src=x onerror=alert(1)>', at: NOW + 60_000 }),
  ];
  const atRecord = (record: RecordEntry[]): State => ({
    ...withWords(CENT_OFF, BLOCKED, {}, record),
    view: { at: 'record' },
  });

  test('opens from the menu, the latest entry first', async () => {
    const { panel } = show(withWords(CENT_OFF, BLOCKED, {}, RECORD));
    await userEvent.click(button('More'));
    await userEvent.click(page.getByRole('menuitem', { name: 'Record of this session' }));
    expect(panel.store.getState().view).toEqual({ at: 'record' });
    const rows = [...document.querySelectorAll('tbody tr')].map((row) => row.textContent);
    expect(rows).toEqual([
      '10:42 AM04/02/2026Lapsed: Line 2, 97110, does not balance (C005)“<img src=x onerror=alert(1)>”02/24/2026, claim 8841207, chart HF204417−12.50',
      '10:41 AM04/02/2026Block overridden: Line 2, 97110, does not balance (C005)“Posted to another batch”02/24/2026, claim 8841207, chart HF2044170.01',
    ]);
    expect(document.title).toBe('Record of this session - COB Companion');
  });

  test('is exported as CSV and as JSON', async () => {
    const { asked } = show(atRecord(RECORD));
    await userEvent.click(button('Export as CSV'));
    await expect.poll(() => asked('downloadRecord')).toEqual([[RECORD, 'csv', TODAY]]);
    await userEvent.click(button('Export as JSON'));
    await expect.poll(() => asked('downloadRecord')[1]).toEqual([RECORD, 'json', TODAY]);
  });

  test('says where nothing was decided', () => {
    show(atRecord([]));
    expect(text()).toContain('Nothing decided yet');
    expect(button('Export as CSV').query()).toBeNull();
  });
});

describe('how it looks', () => {
  const LONG = 'The payer told us on the phone that it wants the claim again '.repeat(3);
  const open = async (state: State, name: RegExp) => {
    show(state);
    await userEvent.click(button(name).first());
  };
  const SCENES: Record<string, () => Promise<unknown>> = {
    override: () => open(withWords(CENT_OFF, BLOCKED, {}, [entry({ reason: LONG }), entry()]), /^Override/),
    overridden: async () => show(overridden(LONG)),
    'override-list': async () => show({ ...overridden(), view: { at: 'patient' } }),
    lapsed: async () =>
      show(withWords(CENT_OFF, BLOCKED, { C005: [{ reason: LONG, of: 'x', at: NOW, said: LONG, lapsedAt: 1 }] })),
    record: async () =>
      show({
        ...withWords(CENT_OFF, BLOCKED, {}, [
          entry({ reason: LONG, difference: -1_250_050 }),
          entry({ reason: 'x'.repeat(200) }),
        ]),
        view: { at: 'record' },
      }),
  };

  test.each(Object.keys(SCENES))('%s has no axe violation and nothing beside the panel', async (name) => {
    for (const width of [320, 360, 480]) {
      for (const theme of ['light', 'dark'] as const) {
        await page.viewport(width, 900);
        await SCENES[name]!();
        document.documentElement.dataset.theme = theme;
        const { violations } = await axe.run(document, { resultTypes: ['violations'] });
        expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
        expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        if (import.meta.env.VITE_SHOTS)
          await page.screenshot({ path: `../../../.artifacts/panel/${name}-${width}-${theme}.png` });
        cleanup();
      }
    }
    delete document.documentElement.dataset.theme;
  });
});
