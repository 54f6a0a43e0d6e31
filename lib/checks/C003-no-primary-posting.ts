import type { Check, Missing } from './check';
import { LEDGER, missing, pass, raise, unknown } from './outcome';
import { adjudicatedLines } from './postings';
import { primaryName } from './words';

const check: Check = {
  id: 'C003',
  name: 'no_primary_posting',
  title: 'The primary is posted',
  when: 'Raised where no line has a posting of the primary. A posting of 0.00 or a denial counts as one.',
  why: 'The secondary needs what the primary paid or denied, line by line.',
  fix: 'Post the ERA or EOB of the primary to every line, $0.00 and denials included.',
  section: 'posting',
  severity: 'block',
  noOverride: "Without the primary's answer the form has no amounts: post it first.",
  needs: ['ledger', 'payers'],
  source: 'NextGen Office, Secondary Claim article: bill the secondary after the primary paid',
  run: (c) => {
    if (!c.ledger) return unknown([LEDGER]);
    if (c.ledger.lines.length === 0) return unknown([missing('the lines of the ledger', 'ledger')]);
    const lacking: Missing[] = [];
    for (const { primary, unclear } of adjudicatedLines(c)) {
      if (unclear) lacking.push(unclear);
      else if (primary.length > 0) return pass();
    }
    if (lacking.length > 0) return unknown(lacking);
    return raise({
      title: `Nothing is posted from ${primaryName(c)}`,
      short: 'Nothing posted yet',
      places: [],
      lines: c.ledger.lines.map((line) => line.n),
    });
  },
};

export default check;
