import { cleanup } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { show } from './harness';
import { STATES } from './states';

afterEach(cleanup);

const button = (name: string | RegExp) => page.getByRole('button', { name });
const focused = () => document.activeElement as HTMLElement;
const rules = () => [...document.querySelectorAll<HTMLElement>('.bookrule summary')];
const summary = (id: string) => document.getElementById(`rule-${id}`);
const isOpen = (id: string) => summary(id)?.closest('details')?.open;
const search = () => page.getByRole('searchbox', { name: 'Search the rules' });
const count = () => document.querySelector('.foot output')?.textContent;

const openFromMenu = async () => {
  const shown = show(STATES.claims!);
  await userEvent.click(button('More'));
  await userEvent.click(page.getByRole('menuitem', { name: 'Rule book' }));
  return shown;
};

/** The finding of the blocked claim, its *Why*, and from there its rule. */
const openFromFinding = async () => {
  const shown = show(STATES.blocked!);
  await userEvent.click(button(/^Why.*C005/).first());
  await userEvent.click(button(/^Rule C005$/));
  return shown;
};

describe('the rule book', () => {
  test('opens from the menu with every rule, folded, and its title has the focus', async () => {
    await openFromMenu();
    expect(rules()).toHaveLength(CATALOGUE.length);
    expect(rules().some((rule) => rule.closest('details')!.open)).toBe(false);
    expect(focused().id).toBe('title');
    expect(document.title).toBe('Rule book - COB Companion');
  });

  test('says of a rule what it is for those who hear it: number, title, severity', async () => {
    await openFromMenu();
    expect(summary('C005')?.textContent).toBe('C005Each line balances to $0.00. Blocks the claim');
  });

  test('finds rules by number, code and word, and says how many', async () => {
    await openFromMenu();
    await search().fill('sequestration');
    expect(rules().map(({ id }) => id)).toEqual(['rule-C073', 'rule-C074']);
    expect(count()).toBe(`2 of ${CATALOGUE.length} rules.`);
    await search().fill('c005 BALANCES');
    expect(rules().map(({ id }) => id)).toEqual(['rule-C005']);
  });

  test('says that no rule fits, and clears the search', async () => {
    await openFromMenu();
    await search().fill('zebra');
    expect(rules()).toHaveLength(0);
    await userEvent.click(button('Clear search'));
    expect(rules()).toHaveLength(CATALOGUE.length);
  });

  test('opens at the rule of a finding, with the focus on it, and back leads to the Why that it came from', async () => {
    const { panel } = await openFromFinding();
    expect(panel.store.getState().view).toEqual({ at: 'rules', rule: 'C005' });
    expect(isOpen('C005')).toBe(true);
    expect(focused()).toBe(summary('C005'));
    expect(summary('C005')!.getBoundingClientRect().top).toBeLessThan(300);
    await userEvent.keyboard('{Escape}');
    expect(panel.store.getState().view.at).toBe('claim');
    expect(focused().textContent).toBe('Why, rule C005');
  });

  test('leads from one rule to another that it names, also while a search hides it', async () => {
    await openFromFinding();
    await search().fill('C005 balances');
    expect(summary('C003')).toBeNull();
    await userEvent.click(button(/^C003.*rule/));
    expect(focused()).toBe(summary('C003'));
    expect(isOpen('C003')).toBe(true);
    await expect.element(search()).toHaveValue('');
  });

  test('opens and closes a rule by key', async () => {
    await openFromMenu();
    summary('C060')!.focus();
    await userEvent.keyboard('{Enter}');
    expect(isOpen('C060')).toBe(true);
    await userEvent.keyboard('{Enter}');
    expect(isOpen('C060')).toBe(false);
  });
});
