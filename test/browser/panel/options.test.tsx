import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Options } from '../../../components/Options';
import '../../../components/styles.css';
import { fakeServices } from './harness';
import { SETTINGS, STATES, type State } from './states';

afterEach(cleanup);

const ALIAS = { chartName: 'LARKSPUR MUTUAL', formName: 'LM HEALTH' };

const showOptions = (changes: Partial<State['mirror']> = {}, access: State['access'] = 'granted') => {
  const state = STATES.claims!;
  const fake = fakeServices({ ...state, access, mirror: { ...state.mirror, ...changes } });
  render(<Options services={fake.services} />);
  return fake;
};

test('each change is kept at once', async () => {
  const { asked } = showOptions();
  await userEvent.click(page.getByRole('checkbox', { name: 'Hold the first Submit' }));
  expect(asked('saveSettings')).toEqual([[{ ...SETTINGS, holdSubmit: true }]]);
  await userEvent.click(page.getByRole('radio', { name: 'Dark' }));
  expect(asked('saveSettings')[1]).toEqual([{ ...SETTINGS, theme: 'dark' }]);
});

test('the theme she fixed is the theme of the page', async () => {
  const { mirror } = showOptions({ settings: { ...SETTINGS, theme: 'dark' } });
  expect(document.documentElement.dataset.theme).toBe('dark');
  mirror(STATES.claims!.mirror);
  await expect.poll(() => document.documentElement.dataset.theme).toBeUndefined();
});

test('a confirmed payer name can be removed', async () => {
  const { asked } = showOptions({ aliases: [ALIAS] });
  await userEvent.click(page.getByRole('button', { name: /^Remove/ }));
  expect(asked('forgetAlias')).toEqual([[ALIAS]]);
});

test('what she said of a payer stands there with its day, and can be forgotten', async () => {
  const said = { payer: 'LARKSPUR MUTUAL', electronicSecondary: 'no', saidOn: '2026-04-02' } as const;
  const { asked } = showOptions({ payers: [said] });
  await expect
    .element(page.getByText('takes no electronic secondary claims. You said so on 04/02/2026.'))
    .toBeVisible();
  await userEvent.click(page.getByRole('button', { name: /^Forget.*LARKSPUR MUTUAL/ }));
  expect(asked('forgetPayer')).toEqual([['LARKSPUR MUTUAL']]);
});

test('says what is kept and forgets it', async () => {
  const { asked } = showOptions();
  expect(document.body.textContent).toContain('1 patient, 8 claims, 0 lookups, until you close the browser.');
  await userEvent.click(page.getByRole('button', { name: 'Forget this session' }));
  expect(asked('forgetSession')).toHaveLength(1);
  await expect.element(page.getByText('The session is forgotten.')).toBeVisible();
});

test('asks for the permission where it was taken back', async () => {
  const { asked } = showOptions({}, 'missing');
  await userEvent.click(page.getByRole('button', { name: 'Allow this site' }));
  expect(asked('askAccess')).toHaveLength(1);
});

test('has no axe violation in either theme', async () => {
  for (const theme of ['light', 'dark'] as const) {
    await page.viewport(360, 900);
    showOptions({
      aliases: [ALIAS],
      payers: [{ payer: 'LARKSPUR MUTUAL', electronicSecondary: 'yes', saidOn: '2026-04-02' }],
      settings: { ...SETTINGS, theme },
    });
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    expect(violations.map(({ id }) => id)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360);
    if (import.meta.env.VITE_SHOTS) await page.screenshot({ path: `../../../.artifacts/panel/options-${theme}.png` });
    cleanup();
  }
});
