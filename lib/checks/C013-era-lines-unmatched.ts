import type { ComparedLine } from '../era/compare';
import type { Check } from './check';
import { withComparison } from './differences';
import { pass, raise } from './outcome';
import { counted, cut, firstOf, lineNumbers, places, primaryName } from './words';

const notOnRemittance = (bare: readonly ComparedLine[]): string =>
  `${bare.length > 1 ? `${bare.length} lines` : lineNumbers(bare)} not on remittance`;

const check: Check = {
  id: 'C013',
  name: 'era_lines_unmatched',
  title: 'Every line of the remittance is a line of the claim',
  when: "Raised where a line of the primary's net answer is no line of the ledger for sure, or a line of the ledger has none in the remittance. An answer to the claim as a whole has no lines to match.",
  why: 'What the primary said of such a line is compared with nothing.',
  fix: 'Match the lines by hand, or look for a second remittance.',
  section: 'posting',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 835 REF*6R: payers return the line control number on every line',
  run: (c) =>
    withComparison(c, ({ lines, unmatched }) => {
      const bare = lines.filter(({ parts }) => parts.length === 0);
      if (unmatched.length === 0 && (bare.length === 0 || bare.length === lines.length)) return pass();
      const codes = unmatched.map(({ part }) => cut(part.line.procedure, 20) || 'a line without a code');
      const ofRemit = `${unmatched.length === 1 ? 'A line of the remittance fits' : 'Lines of the remittance fit'} no line of the ledger for sure: ${firstOf(codes)}`;
      return raise({
        title:
          unmatched.length > 0
            ? ofRemit
            : `${lineNumbers(bare)} ${bare.length === 1 ? 'is' : 'are'} not in the remittance`,
        why: `What ${primaryName(c)} said of such a line is compared with nothing.`,
        short: unmatched.length > 0 ? `${counted(unmatched.length, 'line')} not matched` : notOnRemittance(bare),
        places: places(...bare.map(({ line }) => line.charge)),
        lines: bare.map(({ n }) => n),
        question: 'acknowledge',
      });
    }),
};

export default check;
