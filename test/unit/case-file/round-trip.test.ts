import { describe, expect, it } from 'vitest';
import { readCase, writeCase } from '../../../lib/case-file/case-file';
import type { Examination } from '../../../lib/checks/check';
import { examine } from '../../../lib/checks/examine';
import type { Case } from '../../../lib/claim/case';
import {
  absent,
  aCase,
  adjustment,
  aForm,
  aFormCase,
  aLedger,
  aLine,
  aMedicareCase,
  aPosting,
  aRow,
  aSecondaryRow,
  aSecondLine,
  forwarded,
  is,
  notForwarded,
  smudged,
  without,
} from '../checks/build';
import { poorer } from '../checks/losses';

const context = { readFile: () => undefined };

/** The case after a turn through its file. */
const again = (c: Case): Case => {
  const read = readCase(JSON.parse(JSON.stringify(writeCase(c))), context);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.case;
};

/** An examination without places: a case file makes its own. */
const told = (exam: Examination): unknown =>
  JSON.parse(JSON.stringify(exam, (key, value: unknown) => (key === 'place' || key === 'places' ? undefined : value)));

const CASES: Record<string, Case> = {
  ready: aCase(),
  'with its form open': aFormCase(),
  'of a form that is wrong': aFormCase({ '11d': 'N', '29': '12.00', '24.2.paid': '50.68' }, ['12']),
  printed: aFormCase({ transmission: 'P' }),
  'without a ledger': without(aCase(), 'ledger'),
  'without a chart': without(aCase(), 'chart'),
  'without a secondary': without(aCase({ row: aRow({ secondaryPayer: absent }) }), 'secondary'),
  'with a line that is off': aCase({ ledger: aLedger({ lines: [aLine(), aSecondLine({ charge: is(8501) })] }) }),
  'with what cannot be read': aCase({
    row: aRow({ status: smudged('Fina1ized', 'claims/1/status', 'claim-history'), charge: smudged('25O.00') }),
    ledger: aLedger({
      lines: [aLine({ charge: smudged('l65.00'), postings: [aPosting({ date: smudged('O3/10') })] })],
    }),
  }),
  'with odd adjustments': aCase({
    ledger: aLedger({
      lines: [
        aLine({
          postings: [aPosting({ adjustments: is([adjustment('', 'W14', 4200), adjustment('PR', '', -2460)], 'a') })],
        }),
      ],
    }),
  }),
  'of a secondary that is billed': aCase({ siblings: [aSecondaryRow()] }),
  'that Medicare forwarded': aMedicareCase([forwarded()]),
  'that Medicare did not forward': aMedicareCase([notForwarded()]),
  'with answers': aCase({
    answers: { acknowledged: {}, electronicSecondary: 'no', eobAttached: true, crossover: 'not-forwarded' },
    coverage: { plans: { 'BRIGHTWATER PPO': { basis: 'retired' } }, medicareFor: ['age'] },
    picked: { insuranceId: 'LM44108220', name: 'OKAFOR, DENISE', path: '' },
  }),
};

describe('a case written to a file and read again', () => {
  it.each(Object.entries(CASES))('%s: gives the same examination', (_, c) => {
    const back = again(c);
    expect(told(examine(back))).toEqual(told(examine(c)));
  });

  it.each(Object.entries(CASES))('%s: is written the same again', (_, c) => {
    expect(writeCase(again(c))).toEqual(writeCase(c));
  });

  it.each(['ready', 'with its form open', 'that Medicare forwarded'])(
    '%s: gives the same examination whichever of its values is lost',
    (name) => {
      const changed = poorer(CASES[name] ?? aCase())
        .filter(({ c }) => JSON.stringify(told(examine(again(c)))) !== JSON.stringify(told(examine(c))))
        .map(({ without: lost }) => lost);
      expect(changed).toEqual([]);
    },
  );

  it('keeps each page that was read, and none that was not', () => {
    expect(again(aFormCase()).sources).toEqual({
      claimHistoryReadAt: 1,
      ledgerReadAt: 1,
      chartReadAt: 1,
      formReadAt: 1,
    });
    expect(again(without(aCase(), 'ledger')).ledger).toBeUndefined();
    expect(again(aFormCase()).form?.boxes).toHaveLength(aForm().boxes.length);
  });
});
