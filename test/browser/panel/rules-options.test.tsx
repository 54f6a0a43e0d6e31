import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { RulesSection } from '../../../components/RulesSection';
import type { Services } from '../../../components/services';
import '../../../components/styles.css';
import { CATALOGUE } from '../../../lib/checks/catalogue';
import { mergePolicy } from '../../../lib/policy/merge';
import { NO_POLICY, type Policy } from '../../../lib/policy/policy';
import { policyText } from '../../../lib/policy-file';
import type { PolicyView } from '../../../lib/policy-storage';
import { fakeServices } from './harness';
import { STATES } from './states';

afterEach(cleanup);

const viewOf = (own: Policy, organization: Policy, problems: string[] = []): PolicyView => ({
  own,
  organization,
  problems,
  effective: mergePolicy(organization, own),
});

/** The section as it is in Options: what is kept comes back. */
const showRules = (own: Policy = NO_POLICY, organization: Policy = NO_POLICY, problems: string[] = []) => {
  let policy = own;
  const draw = () => <RulesSection mirror={{ policy: viewOf(policy, organization, problems) }} services={services} />;
  const fake = fakeServices(STATES.claims!);
  const services: Services = {
    ...fake.services,
    savePolicy: (next) => {
      policy = next;
      rerender(draw());
      return Promise.resolve();
    },
  };
  const { rerender } = render(draw());
  return { kept: () => policy, asked: fake.asked };
};

const search = (text: string) => userEvent.fill(page.getByRole('searchbox', { name: 'Find a rule' }), text);
const severityOf = (id: string) => page.getByRole('combobox', { name: `Severity of ${id}` });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const text = () => document.body.textContent ?? '';
const chooser = () => document.querySelector<HTMLInputElement>('input[type=file]')!;
const choose = (content: string) =>
  userEvent.upload(chooser(), new File([content], 'policy.json', { type: 'application/json' }));

describe('a rule in Options', () => {
  test('is found by number and by words, and lies in its section', async () => {
    showRules();
    expect(text()).toContain(`0 of ${CATALOGUE.length} changed`);
    await search('C005');
    await expect.element(severityOf('C005')).toBeVisible();
    await search('zebra');
    await expect.element(page.getByText('No rule fits.')).toBeVisible();
  });

  test('is made milder, stricter, and put back', async () => {
    const { kept } = showRules();
    await search('C005');
    await userEvent.selectOptions(severityOf('C005'), 'Needs a decision');
    expect(kept()).toEqual({ checks: { C005: { severity: 'decide' } }, margins: {} });
    await expect.element(page.getByText('Needs a decision, by you.')).toBeVisible();
    await userEvent.click(button('Reset C005'));
    expect(kept()).toEqual(NO_POLICY);
    await userEvent.selectOptions(severityOf('C005'), 'Good to know');
    await userEvent.selectOptions(severityOf('C005'), 'Rule book: blocks the claim');
    expect(kept()).toEqual(NO_POLICY);
  });

  test('is turned off with a reason, and not without', async () => {
    const { kept } = showRules();
    await search('C089');
    await userEvent.click(button('Turn off C089'));
    const field = page.getByLabelText('Why is C089 turned off?');
    await expect.element(field).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(kept()).toEqual(NO_POLICY);
    await expect.element(page.getByRole('alert')).toHaveTextContent('Type a reason of 3 characters or more.');
    await userEvent.keyboard('{Escape}');
    await expect.element(button('Turn off C089')).toHaveFocus();
    await userEvent.click(button('Turn off C089'));
    await userEvent.fill(page.getByLabelText('Why is C089 turned off?'), 'We keep our own list');
    await userEvent.click(button('Turn C089 off'));
    expect(kept().checks).toEqual({ C089: { off: { reason: 'We keep our own list' } } });
    await expect.element(page.getByText('Off, by you: We keep our own list.')).toBeVisible();
  });

  test('that is fixed says why, and cannot be changed', async () => {
    showRules();
    await search('C001');
    await expect.element(severityOf('C001')).toBeDisabled();
    await expect
      .element(
        page.getByText('Always as in the rule book. NextGen Office offers COB only for a claim that is finalized.'),
      )
      .toBeVisible();
    expect(button('Turn off C001').query()).toBeNull();
  });

  test('says what the organization set, and that her milder word does not count', async () => {
    showRules(
      { checks: { C110: { severity: 'info' } }, margins: {} },
      { checks: { C110: { severity: 'block', mayOverride: false } }, margins: {} },
    );
    await search('C110');
    expect(text()).not.toContain('Good to know, by you.');
    expect(text()).toContain(
      'Your organization set it to: blocks the claim, and does not allow its block to be overridden.',
    );
    expect(text()).toContain('Your own word would weaken that, so it does not count.');
  });

  test('shows only what was changed, where that is asked for', async () => {
    showRules({ checks: { C005: { severity: 'info' } }, margins: {} });
    await userEvent.click(page.getByRole('checkbox', { name: 'Only rules that were changed' }));
    expect(document.querySelectorAll('select')).toHaveLength(1);
    expect(text()).toContain(`1 of ${CATALOGUE.length} changed`);
  });
});

describe('what an organization set', () => {
  test('and the panel does not use is named', () => {
    showRules(NO_POLICY, NO_POLICY, [
      'C006: "severity" must be "block", "decide" or "info".',
      '<img src=x onerror=alert(1)>',
    ]);
    expect(text()).toContain('Your organization set 2 things that the panel does not use:');
    expect(text()).toContain('C006: "severity" must be');
    expect(document.querySelector('li img')).toBeNull();
  });
});

describe('a margin', () => {
  test('is kept when it is left, and put back by emptying its field', async () => {
    const { kept } = showRules();
    const field = page.getByLabelText('Days that count as soon');
    await userEvent.fill(field, '20');
    await userEvent.keyboard('{Enter}');
    expect(kept().margins).toEqual({ soonDays: 20 });
    await userEvent.clear(field);
    await userEvent.tab();
    expect(kept().margins).toEqual({});
  });

  test.each(['91', '-1', '2.5', 'ten'])('is not kept as %s', async (typed) => {
    const { kept } = showRules();
    await userEvent.fill(page.getByLabelText('Days that count as soon'), typed);
    await userEvent.tab();
    expect(kept()).toEqual(NO_POLICY);
    expect(text()).toContain('Type a whole number from 0 to 90.');
  });

  test('of the organization can be larger, and says so', () => {
    showRules({ checks: {}, margins: { soonDays: 10 } }, { checks: {}, margins: { soonDays: 20 } });
    expect(text()).toContain('Your organization set 20; you can set more, not less. Now: 20 days.');
  });
});

describe('the policy as a file', () => {
  const OWN: Policy = { checks: { C005: { severity: 'decide' } }, margins: { soonDays: 20 } };

  test('is exported', async () => {
    const { asked } = showRules(OWN);
    await userEvent.click(button('Export your policy'));
    expect(asked('downloadPolicy')).toEqual([[OWN]]);
  });

  test('is imported whole, and the import undone', async () => {
    const before: Policy = { checks: { C021: { severity: 'block' } }, margins: {} };
    const { kept } = showRules(before);
    await choose(policyText(OWN));
    await expect.element(page.getByText('policy.json is imported: 1 rule and 1 margin.')).toBeVisible();
    expect(kept()).toEqual(OWN);
    await userEvent.click(button('Undo the import'));
    expect(kept()).toEqual(before);
    await expect.element(page.getByText('The import of policy.json was undone.')).toBeVisible();
  });

  test('changes nothing where anything in it is wrong, and every fault is named', async () => {
    const { kept } = showRules(OWN);
    const checks = { C005: { severity: 'mild' }, C999: {}, C021: { severity: 'block' } };
    await choose(JSON.stringify({ format: 'cob-companion-policy', version: 1, checks }));
    await expect.element(page.getByText('policy.json: 2 things are wrong. Nothing was imported.')).toBeVisible();
    expect(text()).toContain('C005: "severity" must be "block", "decide" or "info".');
    expect(text()).toContain('"C999": the rule book has no such check.');
    expect(kept()).toEqual(OWN);
  });

  test('may be anything at all', async () => {
    const { kept } = showRules(OWN);
    await choose('<html>'.repeat(1_000));
    await expect.element(page.getByText('The file is not JSON.')).toBeVisible();
    expect(kept()).toEqual(OWN);
  });
});

describe('how it looks', () => {
  const LONG = 'We agreed with the office that this rule is looked at by hand every Friday '.repeat(2);
  const OWN: Policy = {
    checks: { C005: { off: { reason: LONG } }, C110: { severity: 'info' }, C021: { severity: 'block' } },
    margins: { soonDays: 20 },
  };
  const ORGANIZATION: Policy = {
    checks: { C110: { severity: 'block', mayOverride: false }, C104: { off: { reason: LONG } } },
    margins: { soonDays: 30 },
  };

  test.each([320, 360, 480, 900])(
    'at %i px has no axe violation and nothing beside the page',
    async (width) => {
      for (const theme of ['light', 'dark'] as const) {
        for (const changed of [false, true]) {
          await page.viewport(width, 900);
          document.documentElement.dataset.theme = theme;
          document.documentElement.lang = 'en';
          showRules(OWN, ORGANIZATION, ['C006: "severity" must be "block", "decide" or "info".']);
          if (changed) await userEvent.click(page.getByRole('checkbox', { name: 'Only rules that were changed' }));
          else await userEvent.click(page.getByText('State and posting'));
          const { violations } = await axe.run(document.body, {
            resultTypes: ['violations'],
            rules: { region: { enabled: false }, 'page-has-heading-one': { enabled: false } },
          });
          expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
          expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
          for (const element of document.querySelectorAll('button, select, summary, input:not([type=file])'))
            if (element.checkVisibility())
              expect(element.getBoundingClientRect().height, element.outerHTML).toBeGreaterThanOrEqual(13);
          if (import.meta.env.VITE_SHOTS)
            await page.screenshot({
              path: `../../../.artifacts/panel/rules-${changed ? 'changed' : 'all'}-${width}-${theme}.png`,
            });
          cleanup();
        }
      }
      delete document.documentElement.dataset.theme;
    },
    60_000,
  );
});
