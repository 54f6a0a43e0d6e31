import { fingerprintOf } from '../../../lib/checks/acknowledged';
import { examine } from '../../../lib/checks/examine';
import type { Answers, Case } from '../../../lib/claim/case';

/** What the biller's answers hold after she accepted everything that these checks say of the case now, with a reason each. */
export const accepted = (c: Case, reasons: Readonly<Record<string, string>>, at = 1_000): Answers['acknowledged'] => {
  const { findings } = examine(c);
  return Object.fromEntries(
    Object.entries(reasons).map(([check, reason]) => [
      check,
      findings
        .filter((finding) => finding.check === check)
        .map((finding) => ({ reason, of: fingerprintOf(finding), at, said: finding.title })),
    ]),
  );
};
