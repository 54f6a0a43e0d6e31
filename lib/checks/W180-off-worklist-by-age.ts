import type { IsoDate } from '../claim/claim';
import { addDays, daysBetween, formatDate } from '../claim/dates';
import { known } from '../claim/reading';
import type { Check } from './check';
import { missing, pass, raise, unknown } from './outcome';
import { places } from './words';

/** Days from the first service that the worklist looks back; day 180 is still on it. */
const WORKLIST_DAYS = 180;

let latest: { today: IsoDate; first: IsoDate } | undefined;

/** The first day that the worklist still shows; worked out once a day, not once a claim. */
const firstDay = (today: IsoDate): IsoDate => {
  if (latest?.today !== today) latest = { today, first: addDays(today, -WORKLIST_DAYS) };
  return latest.first;
};

const check: Check = {
  id: 'W180',
  name: 'off_worklist_by_age',
  title: 'Young enough for the worklist',
  when: 'Raised from day 181 after the first day of service: Secondary Billing lists the claims of 180 days. A day of service that cannot be read: unknown.',
  why: 'What is not on the worklist is forgotten, while the time to file runs.',
  fix: 'Bill it from Claim History with COB, and look at the time the secondary gives to file.',
  section: 'posting',
  severity: 'info',
  needs: ['row', 'today'],
  source: 'NextGen Office, Secondary Billing: claims of the last 180 days',
  run: ({ row, today }) => {
    const dos = known(row.dos);
    if (dos === undefined) return unknown([missing('the date of service', 'claim-history', row.dos)]);
    if (dos.from >= firstDay(today)) return pass();
    return raise({
      title: `The claim is ${daysBetween(dos.from, today)} days old`,
      why: `Secondary Billing lists claims of the last ${WORKLIST_DAYS} days; this one left it after ${formatDate(addDays(dos.from, WORKLIST_DAYS))}.`,
      short: 'Too old for the worklist',
      places: places(row.dos),
      lines: [],
    });
  },
};

export default check;
