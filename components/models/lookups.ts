import type { Lookup } from '../../lib/lookups/lookup';
import type { IconName } from '../Icon';
import { count, formatAge, formatTime } from './text';

export interface LookupLook {
  icon: IconName;
  tone: 'info' | 'unk' | 'ok' | 'ask' | 'stop';
  title: string;
}

/** How a lookup is shown: its state in a word, with the number of results. */
export const lookupLook = (lookup: Lookup): LookupLook => {
  const n = lookup.hits.length;
  switch (lookup.state) {
    case 'queued':
      return { icon: 'wait', tone: 'unk', title: 'Queued' };
    case 'searching':
      return lookup.signedOut
        ? { icon: 'pause', tone: 'unk', title: 'Waits for you to sign in' }
        : { icon: 'look', tone: 'info', title: 'Searching' };
    case 'found':
      return { icon: 'ready', tone: 'ok', title: `Found ${n}` };
    case 'several':
      return { icon: 'decide', tone: 'ask', title: `Found ${n}: pick one` };
    case 'none':
      return { icon: 'decide', tone: 'ask', title: 'Found none' };
    case 'failed':
      return { icon: 'blocked', tone: 'stop', title: 'Failed' };
    case 'lost':
      return { icon: 'unk', tone: 'ask', title: 'Lost' };
    case 'cancelled':
      return { icon: 'nobill', tone: 'unk', title: 'Canceled' };
  }
};

const TRIES = ['no try yet', 'first try', 'second try', 'third try'];

/** `4 s, first try`; for a finished one its time, age and reason. */
export const lookupAge = (lookup: Lookup, now: number): string => {
  if (lookup.state === 'searching')
    return `${formatAge(now - lookup.createdAt)}, ${TRIES[lookup.attempt] ?? `try ${lookup.attempt}`}`;
  if (lookup.state === 'queued') return 'Starts when the form is free';
  const tries = lookup.attempt > 1 ? `, ${count(lookup.attempt, 'try', 'tries')}` : '';
  const age = now - lookup.updatedAt;
  return `${formatTime(lookup.updatedAt)}${age >= 60_000 ? `, ${formatAge(age)} ago` : ''}${tries}`;
};
