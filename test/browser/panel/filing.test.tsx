import { cleanup } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import type { PayerLimit } from '../../../components/services';
import { show } from './harness';
import { STATES, TODAY } from './states';

afterEach(cleanup);

const withLimit = (value: number, payer = 'LARKSPUR MUTUAL') => {
  const state = STATES.claims!;
  const limit: PayerLimit = { payer, rule: { basis: 'DOS_TO', value, unit: 'D' }, saidOn: TODAY };
  return show({ ...state, mirror: { ...state.mirror, payerLimits: [limit] } });
};

const tags = () => [...document.querySelectorAll('.row .tag')].map(({ textContent }) => textContent);

test('the list says the days left where they are few, and nothing where none are known', () => {
  withLimit(90);
  expect(tags().length).toBeGreaterThan(0);
  expect(tags().every((text) => /^(\d+ days? to file|last day to file|\d+ days? too late)$/.test(text ?? ''))).toBe(
    true,
  );
  cleanup();
  withLimit(3_000);
  expect(tags()).toEqual([]);
  cleanup();
  withLimit(90, 'NOBODY OF THESE');
  expect(tags()).toEqual([]);
});

test('the claim says until when, how many days are left, and by whose rule', async () => {
  withLimit(90);
  const row = [...document.querySelectorAll<HTMLElement>('.row')].find((one) => one.querySelector('.tag'));
  await userEvent.click(row!);
  const section = page.getByRole('heading', { name: 'Secondary payer' });
  await expect.element(section).toBeVisible();
  const text = () => document.querySelector('main')?.textContent ?? '';
  await expect.poll(text).toMatch(/File by\d\d\/\d\d\/\d{4} (\d+ days? to file|last day to file|\d+ days? too late)/);
  expect(text()).toContain('Your own entry: 90 days from the last day of service');
});

test('a limit that is not known is said to be unknown', async () => {
  withLimit(90, 'NOBODY OF THESE');
  await userEvent.click(document.querySelector<HTMLElement>('.row')!);
  await expect.poll(() => document.querySelector('main')?.textContent).toMatch(/File bynot known/);
});
