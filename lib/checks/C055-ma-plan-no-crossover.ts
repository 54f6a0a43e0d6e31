import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { places } from './words';

const check: Check = {
  id: 'C055',
  name: 'ma_plan_no_crossover',
  title: 'The primary is no Medicare Advantage plan',
  when: 'Tells that the claims of a Medicare Advantage plan are not forwarded by Medicare: bill the secondary now.',
  why: 'Medicare forwards claims that it paid itself, not those of Medicare Advantage plans.',
  fix: 'Bill the secondary.',
  section: 'crossover',
  severity: 'info',
  needs: ['row', 'payers'],
  source: 'CMS, COBA: only Original Medicare claims cross over',
  run: ({ primary, row }) => {
    if (primary.name === '') return unknown([missing('the primary payer', 'claim-history', row.primaryPayer)]);
    if (primary.kind !== 'medicare-advantage') return pass();
    return raise({
      title: 'A Medicare Advantage plan is first: nobody forwards the claim',
      short: 'Medicare Advantage is first',
      places: places(row.primaryPayer),
      lines: [],
    });
  },
};

export default check;
