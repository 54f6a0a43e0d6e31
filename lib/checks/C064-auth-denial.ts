import { judgeReasons, named, shortOf } from './answered';
import type { Check } from './check';
import { AUTHORIZATION_CARCS } from './denials';

const check: Check = {
  id: 'C064',
  name: 'auth_denial',
  title: 'Nothing was denied for want of an authorization',
  when: 'Raised where the primary denied for want of an authorization.',
  why: 'The secondary may want an authorization of its own as well.',
  fix: "Ask the primary for one afterward or appeal, and get the secondary's own.",
  section: 'money',
  severity: 'decide',
  needs: ['ledger', 'payers', 'remittance', 'answers'],
  source: 'X12 CARC 197, 198, 210, 284, 296, 302',
  run: (c) =>
    judgeReasons(
      c,
      ({ carc }) => AUTHORIZATION_CARCS.has(carc),
      (found, lines) => ({
        title: `Denied for want of an authorization: ${named(found)}`,
        short: shortOf(lines, 'no authorization'),
        question: 'acknowledge',
      }),
    ),
};

export default check;
