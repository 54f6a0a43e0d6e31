import { describe, expect, it } from 'vitest';
import type { ClaimItem } from '../../../components/models/claims';
import { payerNames } from '../../../components/models/payer';
import type { PayerSearch } from '../../../lib/claim/form';
import type { FrameView } from '../../../lib/session/session';

const SHORT = { value: '206', label: 'BCBS OF TENNESSEE' };
const LONG = { value: '208', label: 'BLUE CROSS BLUE SHIELD OF TENNESSEE' };
const CIGNA = { value: '212', label: 'CIGNA' };

const names = (inChart: string, chosen: string, confirmed?: string) => {
  const search = { payers: [SHORT, LONG, CIGNA], payer: chosen } as unknown as PayerSearch;
  const item = { case: { secondary: { name: inChart } } } as unknown as ClaimItem;
  const aliases = confirmed === undefined ? [] : [{ chartName: inChart, formName: confirmed }];
  return payerNames(item, { search } as unknown as FrameView, aliases);
};

describe('whether the payer on the form is the one in the chart', () => {
  it('is told by the names where they fit one payer of the list', () => {
    expect(names('Cigna', CIGNA.value).same).toBe('yes');
    expect(names('BCBS OF TENNESSEE', SHORT.value).same).toBe('yes');
  });

  it.each([SHORT, LONG])('is not told by a name that fits two of them: $label', ({ value }) => {
    const { same, match } = names('BCBS TN', value);
    expect([same, match.match]).toEqual(['not-known', 'several']);
  });

  it('is what she confirmed, and of the near ones that one alone', () => {
    expect(names('BCBS TN', LONG.value, LONG.label).same).toBe('yes');
    expect(names('BCBS TN', SHORT.value, LONG.label).same).toBe('not-known');
    expect(names('VOLUNTEER PLAN', LONG.value, LONG.label).same).toBe('confirmed');
  });

  it('is not known of a name that fits none', () => {
    expect(names('VOLUNTEER PLAN', LONG.value).same).toBe('not-known');
  });
});
