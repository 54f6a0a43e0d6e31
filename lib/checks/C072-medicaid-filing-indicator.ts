import type { Case } from '../claim/case';
import type { Liability } from '../payers/liability';
import type { Check } from './check';
import { filingIndicatorOf } from './filing-indicators';
import { injuryInsured } from './injury';
import { judge, missing, pass } from './outcome';
import { cut, primaryName } from './words';

/** Indicators of payers by which Medicaid prices a claim another way: auto, liability, workers' compensation, Title V. */
const WANTED: Readonly<Record<Liability | 'title-v', string>> = {
  work: 'WC',
  auto: 'AM',
  other: 'LM',
  'title-v': 'TV',
};

const TITLE_V = /\bTITLE (?:V|5)\b/i;

const wantedFor = (c: Case): string | undefined => {
  const injury = injuryInsured(c, 'primary');
  if (injury) return WANTED[injury];
  return TITLE_V.test(c.primary.name) ? WANTED['title-v'] : undefined;
};

const check: Check = {
  id: 'C072',
  name: 'medicaid_filing_indicator',
  title: 'Medicaid can tell what kind of insurer was first',
  when: 'Raised where Medicaid is the secondary, the primary insures a car, liability or work, or is Title V, and its claim filing indicator is none of AM, LM, WC and TV. Neither the payer lists nor the remittance say the indicator: unknown.',
  why: 'Medicaid subtracts what such an insurer paid, and prices by that only where the indicator says so.',
  fix: "Set the primary's claim filing indicator in the payer list of the PM, and attach the EOB.",
  section: 'money',
  severity: 'decide',
  needs: ['row', 'chart', 'payers', 'remittance'],
  source: 'X12 837P 2320 SBR09; NCTracks, other payer filing indicators AM, LM, WC, TV',
  run: (c) => {
    if (c.secondary?.kind !== 'medicaid') return pass('Medicaid is not second');
    const wanted = wantedFor(c);
    if (wanted === undefined) return pass('the primary insures neither accident nor work');
    const held = filingIndicatorOf(c, 'primary');
    if (held === undefined) return judge([], [missing("the primary's claim filing indicator", 'payer-directory')]);
    if (Object.values(WANTED).includes(held.code)) return pass();
    const finding = {
      title: `${primaryName(c)} has filing indicator ${cut(held.code, 10)}, not ${wanted}`,
      short: `Filing indicator is not ${wanted}`,
      places: [],
      lines: [],
      quotes: [{ text: held.code, says: held.says }],
      question: 'acknowledge' as const,
    };
    return judge([finding], []);
  },
};

export default check;
