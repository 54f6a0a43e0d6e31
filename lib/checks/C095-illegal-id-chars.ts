import type { Check } from './check';
import { idOf } from './member-ids';
import { isMissing, judge, pass } from './outcome';
import { cut, firstOf } from './words';

const PLAIN = /^[A-Za-z0-9]*$/;

const check: Check = {
  id: 'C095',
  name: 'illegal_id_chars',
  title: 'IDs and groups are letters and digits only',
  when: 'Raised where a member ID or a group has other characters than letters and digits, dashes and blanks among them. What the open form holds counts before the chart. An ID that cannot be read: unknown.',
  why: 'Clearinghouses refuse dashes, blanks and other signs in IDs.',
  fix: 'Take the signs out where the payer does not ask for them.',
  section: 'identity',
  severity: 'decide',
  needs: ['row', 'chart', 'form', 'payers'],
  source: 'X12 837P SBR03, NM109: group and policy numbers of letters and digits',
  run: (c) => {
    if (!c.secondary) return pass('no secondary on file');
    const ids = [
      idOf(c, 'secondary', 'memberId'),
      idOf(c, 'secondary', 'group'),
      idOf(c, 'primary', 'memberId'),
      idOf(c, 'primary', 'group'),
    ];
    const known = ids.flatMap((id) => (id === undefined || isMissing(id) ? [] : [id]));
    const off = known.filter(({ text }) => !PLAIN.test(text));
    if (off.length === 0) return judge([], ids.filter(isMissing));
    const finding = {
      title: `Other characters than letters and digits: ${firstOf(off.map(({ what, text }) => `${what} ${cut(text, 24)}`))}`,
      short: 'Signs in an ID',
      places: off.flatMap(({ place }) => place ?? []),
      lines: [],
      question: 'acknowledge' as const,
    };
    return judge([finding], []);
  },
};

export default check;
