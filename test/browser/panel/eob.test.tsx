import { cleanup, render } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/eob.css';
import { EobPage } from '../../../components/EobPage';
import { askForEob, offerEob } from '../../../components/eob-channel';
import { type Eob, eobOf } from '../../../components/models/eob';
import { anAnswer, aRecovery, aRemitLine, aSecondRemitLine, cas } from '../../era/build';

beforeEach(() => page.viewport(816, 1056));
afterEach(cleanup);

const LONG = Array.from({ length: 40 }, (_, i) => aSecondRemitLine({ segment: 200 + i, lineControlNumber: '' }));

const answer = anAnswer({
  claim: {
    remarks: ['MA18', 'N9999'],
    adjustments: [cas('CO-253', 320)],
    lines: [aRemitLine({ allowed: 12300, remarks: ['N36'] }), aSecondRemitLine()],
  },
});

const asked = (id: string, patience?: number) =>
  new Promise<Eob | undefined>((resolve) => {
    askForEob(id, resolve, patience);
  });

describe('the EOB page', () => {
  test('shows payer, payee, payment, patient, claim, every line with its codes in words, and totals', async () => {
    let printed = 0;
    render(<EobPage eob={eobOf([answer])} print={() => (printed += 1)} />);
    expect(printed).toBe(1);
    expect(document.title).toBe('EOB claim 8841207');
    const says = document.querySelector('main')!.textContent;
    for (const part of [
      'BRIGHTWATER PPO',
      'HILLTOP REHAB',
      'Check no.0012345',
      '03/10/2026',
      'Okafor, Denise',
      'BW26083-55017',
      '1. 99214-25',
      'Contractual adjustment, CO-45',
      'Sequestration, CO-253',
      'Forwarded to the supplemental insurer.',
      'Printed from the electronic remittance (835) by the practice.',
    ])
      expect(says).toContain(part);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((one) => one.textContent),
    );
    expect(rows[0]).toEqual(['02/24/2026', '1. 99214-25', '1', '165.00', '123.00', '98.40', '66.60']);
    expect(rows).toContainEqual(['02/24/2026', '2. 97110', '1', '85.00', 'not given', '50.69', '34.31']);
    expect(rows.at(-1)).toEqual(['Total', '250.00', 'not given', '145.89', '104.11']);
    await userEvent.click(page.getByRole('button', { name: 'Print' }));
    expect(printed).toBe(2);
  });

  test('says what was taken back outside of the claim, and nothing of it where nothing was', () => {
    render(<EobPage eob={eobOf([anAnswer({ providerAdjustments: [aRecovery()] })])} print={() => undefined} />);
    expect(document.querySelector('.moves')!.textContent).toBe(
      'Overpayment taken back from Check 0012345, 03/10/2026 (PLB WO)149.09',
    );
    cleanup();
    render(<EobPage eob={eobOf([answer])} print={() => undefined} />);
    expect(document.querySelector('.moves')).toBeNull();
  });

  test('has no axe violation, and stays within letter paper', async () => {
    render(
      <EobPage
        eob={eobOf([answer, anAnswer({ claim: { lines: LONG }, providerAdjustments: [aRecovery()] })])}
        print={() => undefined}
      />,
    );
    const { violations } = await axe.run(document, {
      resultTypes: ['violations'],
      rules: { 'page-has-heading-one': { enabled: true } },
    });
    expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).toEqual([]);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(816);
    await page.screenshot({ path: '../../../.artifacts/panel/eob.png' });
  });

  test('says what to do where the panel that had it is closed, and prints nothing', async () => {
    let printed = 0;
    render(<EobPage eob={undefined} print={() => (printed += 1)} />);
    await expect.element(page.getByRole('heading', { name: 'Nothing to print' })).toBeVisible();
    expect(printed).toBe(0);
  });
});

describe('handing the EOB over', () => {
  test('goes by a random id, in memory, and again when the page is reloaded', async () => {
    const id = offerEob(eobOf([answer]));
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect((await asked(id))?.title).toBe('EOB claim 8841207');
    expect((await asked(id))?.answers).toHaveLength(1);
  });

  test('gives nothing for an id that nobody has, nor for one that is long gone', async () => {
    expect(await asked('nobody', 50)).toBeUndefined();
    const old = offerEob(eobOf([answer]));
    for (let i = 0; i < 5; i += 1) offerEob(eobOf([anAnswer()]));
    expect(await asked(old, 50)).toBeUndefined();
  });
});
