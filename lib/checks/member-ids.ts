import type { Case } from '../claim/case';
import { type Place, placeOf } from '../claim/reading';
import type { Missing } from './check';
import { boxOf, insuredOnForm, shownIn } from './form';
import { isMissing, missing } from './outcome';
import { isBlank, policyOf } from './policies';

/** An ID or a group number as it is known; undefined where there is none. */
export type KnownId = { text: string; what: string; place?: Place } | Missing | undefined;

type Rank = 'primary' | 'secondary';

const boxFor = (c: Case, rank: Rank, part: 'memberId' | 'group'): string | undefined => {
  if (part === 'group') return insuredOnForm(c) === rank ? '11' : undefined;
  return rank === 'secondary' ? '1a' : undefined;
};

const onForm = (c: Case, id: string | undefined, what: string): KnownId => {
  const box = id === undefined ? undefined : c.form && boxOf(c.form, id);
  if (!c.form || !box || id === undefined) return undefined;
  const text = shownIn(c.form, id);
  return text === '' ? undefined : { text, what, place: box.place };
};

/**
 * The member ID or the group of a payer as it will be sent: the open form's, else for the secondary the one that was picked,
 * else the chart's. Undefined where it is blank or the chart does not show such a thing; missing where it cannot be read.
 */
export const idOf = (c: Case, rank: Rank, part: 'memberId' | 'group'): KnownId => {
  const what = part === 'group' ? `the group of the ${rank}` : `the member ID of the ${rank}`;
  const held = onForm(c, boxFor(c, rank, part), what);
  if (held) return held;
  if (part === 'memberId' && rank === 'secondary' && c.picked && c.picked.insuranceId !== '')
    return { text: c.picked.insuranceId, what };
  const policy = policyOf(c, rank);
  if (isMissing(policy)) return policy;
  const reading = policy[part];
  if (isBlank(reading) || reading.kind === 'absent') return undefined;
  if (reading.kind === 'unreadable') return missing(what, 'chart', reading);
  const place = placeOf(reading);
  return place ? { text: reading.value, what, place } : { text: reading.value, what };
};
