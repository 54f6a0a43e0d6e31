import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Options } from '../../../components/Options';
import '../../../components/styles.css';
import type { Services } from '../../../components/services';
import type { Site } from '../../../components/site-services';
import type { PayerEntry } from '../../../lib/payers/entry';
import { keysOf, type LoadedList } from '../../../lib/payers/lists';
import { fakeServices } from './harness';
import { SETTINGS, STATES, type State, TODAY } from './states';

afterEach(cleanup);

const ALIAS = { chartName: 'LARKSPUR MUTUAL', formName: 'LM HEALTH' };
const SAID = { payer: 'LARKSPUR MUTUAL', electronicSecondary: 'no', saidOn: '2026-04-02' } as const;
const LIMIT = {
  payer: 'LARKSPUR MUTUAL',
  rule: { basis: 'PRIMARY_EOB', value: 90, unit: 'D' },
  saidOn: '2026-03-01',
} as const;

const listOf = (name: string, asOf = '2026-03-01', names: string[] = ['LARKSPUR MUTUAL']): LoadedList => {
  const entries = names.map(
    (one, i): PayerEntry => ({
      payerId: `P${i}`,
      name: one,
      aliases: [],
      otherIds: [],
      clearinghouse: 'Claim Post',
      asOf,
      electronicSecondary: 'yes',
    }),
  );
  return {
    id: name,
    name,
    clearinghouse: 'Claim Post',
    importedOn: '2026-03-20',
    count: entries.length,
    entries: entries.map((one) => JSON.stringify(one)),
    keys: entries.map((one) => keysOf(one).join('\n')),
  };
};

const showOptions = (
  changes: Partial<State['mirror']> = {},
  access: State['access'] = 'granted',
  answers: (own: Services) => Partial<Services> = () => ({}),
) => {
  const state = STATES.claims!;
  const shown = { ...state, access, mirror: { ...state.mirror, ...changes } };
  const own = fakeServices(shown).services;
  const fake = fakeServices(shown, answers(own));
  render(<Options services={fake.services} />);
  return fake;
};

const button = (name: string | RegExp) => page.getByRole('button', { name });
/** `Remove`, and of what, which is only spoken. */
const buttonFor = (verb: string, what: string) => button(new RegExp(`^${verb}\\s*:\\s*${what}`));
const status = () => [...document.querySelectorAll('output')].map(({ textContent }) => textContent).filter(Boolean);

describe('the panel', () => {
  test('each change is kept at once, and said to be', async () => {
    const { asked } = showOptions();
    await userEvent.click(page.getByRole('checkbox', { name: 'Hold the first Submit' }));
    expect(asked('saveSettings')).toEqual([[{ ...SETTINGS, holdSubmit: true }]]);
    await expect.poll(status).toEqual(['Saved: Hold the first Submit on.']);
    await userEvent.click(page.getByRole('radio', { name: 'Dark' }));
    expect(asked('saveSettings')[1]).toEqual([{ ...SETTINGS, theme: 'dark' }]);
    await expect.poll(status).toEqual(['Saved: theme dark.']);
  });

  test('the theme she fixed is the theme of the page', async () => {
    const { mirror } = showOptions({ settings: { ...SETTINGS, theme: 'dark' } });
    expect(document.documentElement.dataset.theme).toBe('dark');
    mirror(STATES.claims!.mirror);
    await expect.poll(() => document.documentElement.dataset.theme).toBeUndefined();
  });
});

describe('payers', () => {
  test('a confirmed payer name can be removed, and put back', async () => {
    const { asked } = showOptions({ aliases: [ALIAS] });
    await userEvent.click(buttonFor('Remove', 'LARKSPUR'));
    expect(asked('forgetAlias')).toEqual([[ALIAS]]);
    await userEvent.click(button(/^Undo/));
    expect(asked('confirmAlias')).toEqual([[ALIAS]]);
    await expect.poll(status).toEqual(['Undone: LARKSPUR MUTUAL is removed.']);
  });

  test('what she said of a payer stands there with its day, can be changed, forgotten, and put back with its day', async () => {
    const restoreAnswers = vi.fn(() => Promise.resolve());
    const { asked } = showOptions({ payers: [SAID] }, 'granted', (own) => ({
      payerLists: { ...own.payerLists, restoreAnswers },
    }));
    await expect
      .element(page.getByText('takes no electronic secondary claims. You said so on 04/02/2026.'))
      .toBeVisible();
    await userEvent.click(button(/^Change to: takes them/));
    expect(asked('sayOfPayer')).toEqual([[{ payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes' }]]);
    await userEvent.click(buttonFor('Forget', 'LARKSPUR'));
    expect(asked('forgetPayer')).toEqual([['LARKSPUR MUTUAL']]);
    await userEvent.click(button(/^Undo/));
    expect(restoreAnswers).toHaveBeenCalledWith([SAID]);
  });

  test('a time to file can be edited, renamed, removed and put back', async () => {
    const done: unknown[][] = [];
    showOptions({ payerLimits: [LIMIT] }, 'granted', (own) => ({
      payerLists: {
        ...own.payerLists,
        addLimit: (limit) => Promise.resolve(void done.push(['add', limit])),
        removeLimit: (payer) => Promise.resolve(void done.push(['remove', payer])),
      },
    }));
    await userEvent.click(buttonFor('Edit', 'LARKSPUR'));
    await expect.element(page.getByLabelText('Time', { exact: true })).toHaveFocus();
    await userEvent.fill(page.getByLabelText('Time', { exact: true }), '120');
    await userEvent.fill(page.getByLabelText('Payer', { exact: true }), 'LARKSPUR');
    await userEvent.click(button('Keep this time to file'));
    expect(done.splice(0)).toEqual([
      ['add', { payer: 'LARKSPUR', rule: { ...LIMIT.rule, value: 120 }, saidOn: TODAY }],
      ['remove', 'LARKSPUR MUTUAL'],
    ]);
    await userEvent.click(button(/^Undo/));
    expect(done.splice(0)).toEqual([
      ['remove', 'LARKSPUR'],
      ['add', LIMIT],
    ]);
    await userEvent.click(buttonFor('Remove', 'LARKSPUR'));
    await userEvent.click(button(/^Undo/));
    expect(done).toEqual([
      ['remove', 'LARKSPUR MUTUAL'],
      ['add', LIMIT],
    ]);
  });

  test('leaving an edit keeps what was there', async () => {
    showOptions({ payerLimits: [LIMIT] });
    await userEvent.click(buttonFor('Edit', 'LARKSPUR'));
    await userEvent.click(button('Leave it as it was'));
    await expect.element(page.getByLabelText('Payer', { exact: true })).toHaveValue('');
  });

  test('a list is removed with a way back to its place; the focus stays beside it', async () => {
    const remove = vi.fn(() => Promise.resolve());
    const restore = vi.fn(() => Promise.resolve());
    const [first, second] = [listOf('first.csv'), listOf('second.csv')];
    showOptions({ payerLists: [first, second] }, 'granted', (own) => ({
      payerLists: { ...own.payerLists, remove, restore },
    }));
    await userEvent.click(buttonFor('Remove', 'first.csv'));
    expect(remove).toHaveBeenCalledWith('first.csv');
    await expect.poll(() => document.activeElement?.className).toBe('done');
    await userEvent.keyboard('{Tab}{Enter}');
    expect(restore).toHaveBeenCalledWith(first, 0);
  });

  test('a list older than 90 days is said to be old, one of 90 days not', async () => {
    showOptions({ payerLists: [listOf('old.csv', '2026-01-01'), listOf('new.csv', '2026-01-02')] });
    expect(document.body.textContent).toContain('As of 01/01/2026, 91 days old. Import a newer list.');
    expect(document.body.textContent).not.toContain('As of 01/02/2026');
  });

  test('the built-in rules are found with their source, beside the lists', async () => {
    showOptions({ payerLists: [listOf('a.csv', '2026-03-01', ['MEDICARE PART B TEXAS'])] });
    await userEvent.fill(page.getByLabelText('Find a payer'), 'medicare');
    await expect.element(page.getByText(/^1 payer and \d built-in rules found\.$/)).toBeVisible();
    const found = page.getByRole('list', { name: 'Built-in rules found' }).element();
    expect(found.textContent).toContain('CMS Pub. 100-04 ch. 1 sec. 70');
    await userEvent.fill(page.getByLabelText('Find a payer'), 'tricare');
    await expect.element(page.getByText('1 built-in rule found.')).toBeVisible();
    await userEvent.fill(page.getByLabelText('Find a payer'), 'zzz');
    await expect.element(page.getByText('No payer fits.')).toBeVisible();
  });
});

describe('sites', () => {
  test('each site of the manifest stands there with its permission', async () => {
    showOptions();
    await expect.element(page.getByText('healthfusionclaims.com and its subdomains')).toBeVisible();
    await expect.element(page.getByText('1 of 1 allowed')).toBeVisible();
    await expect.element(page.getByText(/Allowed: the panel reads its pages/)).toBeVisible();
  });

  test('asks for the permission where it was taken back, and says what came of it', async () => {
    const ask = vi.fn(() => Promise.resolve(false));
    const pattern = 'https://*.healthfusionclaims.com/*';
    showOptions({ revoked: [pattern] }, 'missing', (own) => ({ sites: { ...own.sites, ask } }));
    await expect.element(page.getByText(/Permission was taken back/)).toBeVisible();
    await userEvent.click(button(/^Allow this site/));
    expect(ask).toHaveBeenCalledWith(pattern);
    await expect.poll(status).toEqual(['The browser did not give permission.']);
  });

  test('the permission can be given back, here or where the browser wants it', async () => {
    let how: 'done' | 'in-browser' = 'in-browser';
    showOptions({}, 'granted', (own) => ({ sites: { ...own.sites, giveBack: () => Promise.resolve(how) } }));
    await userEvent.click(button(/^Take permission back/));
    await expect
      .poll(status)
      .toEqual(['This browser lets only you take it back: on its page of extensions, COB Companion, Site access.']);
    how = 'done';
    await userEvent.click(button(/^Take permission back/));
    await expect.poll(status).toEqual(['The panel may not read NextGen Office any more.']);
  });

  test('a permission that changes elsewhere changes here', async () => {
    let tell: (sites: Site[]) => void = () => undefined;
    showOptions({}, 'granted', (own) => ({
      sites: {
        ...own.sites,
        watch: (told) => {
          tell = told;
          return () => undefined;
        },
      },
    }));
    tell([{ pattern: 'https://*.healthfusionclaims.com/*', granted: false }]);
    await expect.element(page.getByText('0 of 1 allowed')).toBeVisible();
  });
});

describe('privacy', () => {
  test('says in numbers what is kept of patients, and forgets it only when asked twice', async () => {
    const { asked } = showOptions();
    expect(document.body.textContent).toContain('1 patient, 8 claims');
    await userEvent.click(button('Forget this session'));
    await expect.element(button('Keep it')).toHaveFocus();
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Forget this session')).toHaveFocus();
    expect(asked('forgetSession')).toEqual([]);
    await userEvent.click(button('Forget this session'));
    await userEvent.click(button('Forget all of it'));
    expect(asked('forgetSession')).toHaveLength(1);
    await expect.poll(status).toEqual(['The session is forgotten.']);
  });

  test('says so where nothing of a patient is kept', async () => {
    showOptions({ patients: {}, lookups: [], record: [] });
    await expect.element(page.getByText('Nothing about a patient is kept now.')).toBeVisible();
    expect(document.body.textContent).not.toContain('Forget this session');
  });

  test('everything else that is kept can be forgotten and put back, by kind', async () => {
    const { asked } = showOptions({ aliases: [ALIAS], settings: { ...SETTINGS, marks: false } });
    await userEvent.click(buttonFor('Forget', 'Payer names you confirmed'));
    expect(asked('forgetAlias')).toEqual([[ALIAS]]);
    await userEvent.click(button(/^Undo/));
    expect(asked('confirmAlias')).toEqual([[ALIAS]]);
    await userEvent.click(buttonFor('Forget', 'Settings of the panel'));
    expect(asked('saveSettings')).toEqual([[SETTINGS]]);
    await userEvent.click(button(/^Undo/));
    expect(asked('saveSettings')[1]).toEqual([{ ...SETTINGS, marks: false }]);
  });
});

describe('the way through the page', () => {
  test('each section is gone to by its link, which is marked; the focus goes with it', async () => {
    await page.viewport(900, 500);
    showOptions();
    const link = (name: string) => page.getByRole('navigation').getByRole('link', { name });
    await expect.element(link('Panel')).toHaveAttribute('aria-current', 'true');
    for (const name of ['Privacy', 'Rules', 'Payers', 'Sites', 'Panel']) {
      await userEvent.click(link(name));
      await expect.element(link(name)).toHaveAttribute('aria-current', 'true');
      const heading = page.getByRole('heading', { level: 2, name: new RegExp(`^${name}`) });
      await expect.element(heading).toHaveFocus();
      await expect.poll(() => heading.element().getBoundingClientRect().top).toBeLessThan(500);
    }
    expect(document.querySelectorAll('nav [aria-current]')).toHaveLength(1);
    history.replaceState(null, '', location.pathname + location.search);
  });

  test('scrolled by hand, the link of what is read is marked', async () => {
    await page.viewport(900, 500);
    showOptions();
    document.documentElement.scrollTop = document.documentElement.scrollHeight;
    const current = () => document.querySelector('nav [aria-current]')?.textContent;
    await expect.poll(current).toBe('Privacy');
    document.documentElement.scrollTop = 0;
    await expect.poll(current).toBe('Panel');
  });

  test('headings stand in order, one landmark each', () => {
    showOptions({ payerLists: [listOf('a.csv')] });
    expect(document.querySelectorAll('h1, main, nav')).toHaveLength(3);
    const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
    for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
  });
});

describe('in every theme and width', () => {
  const FULL: Partial<State['mirror']> = {
    aliases: [ALIAS],
    payers: [SAID],
    payerLimits: [LIMIT],
    payerLists: [listOf('list of a clearinghouse with a long name 2026.csv', '2025-01-01')],
  };
  const tooSmall = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('a, button, summary, select, label.chk, input.field')]
      .filter((target) => target.checkVisibility() && !target.closest('.sr'))
      .map((target) => ({ target, box: target.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.height < 23.9 || box.width < 23.9))
      .map(({ target, box }) => `${target.textContent?.slice(0, 40)} ${box.width}x${box.height}`);

  for (const theme of ['light', 'dark'] as const)
    test(`${theme}: no axe violation, nothing too small or too wide from 320 to 1280 px`, async () => {
      for (const [access, changes] of [
        ['granted', FULL],
        ['missing', { patients: {}, lookups: [], revoked: ['https://*.healthfusionclaims.com/*'] }],
      ] satisfies [State['access'], Partial<State['mirror']>][]) {
        showOptions({ ...changes, settings: { ...SETTINGS, theme } }, access);
        await userEvent.fill(page.getByLabelText('Find a payer'), 'm');
        for (const width of [320, 360, 480, 900, 1280]) {
          await page.viewport(width, 900);
          // The contents stay at the top of the window, over what is scrolled beneath them.
          document.documentElement.scrollTop = 0;
          const { violations } = await axe.run(document, {
            runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
            resultTypes: ['violations'],
          });
          expect(
            violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
            `${width}`,
          ).toEqual([]);
          expect(document.documentElement.scrollWidth, `${width}`).toBeLessThanOrEqual(width);
          expect(tooSmall(), `${width}`).toEqual([]);
          if (import.meta.env.VITE_SHOTS && [320, 1280].includes(width)) {
            await page.viewport(width, Math.min(6000, document.documentElement.scrollHeight));
            const path = `../../../.artifacts/panel/options-${theme}-${access}-${width}.png`;
            await page.screenshot({ path });
          }
        }
        cleanup();
      }
    }, 60_000);
});
