import type { Acknowledgement, Answers, ClaimKey } from '../claim/case';
import { type RecordEntry, withEntry } from '../record/record';
import { entry as entryIn, type SessionState } from './state';

type Said = readonly Acknowledgement[];

/** What an entry changes of what was said of a check; the same array where it changes nothing. */
const CHANGES: Readonly<Record<RecordEntry['action'], (said: Said, of: string, entry: RecordEntry) => Said>> = {
  acknowledged: (said, of, entry) => withWord(said, of, entry),
  overridden: (said, of, entry) => withWord(said, of, entry),
  'taken-back': (said, of) => (said.some((one) => one.of === of) ? said.filter((one) => one.of !== of) : said),
  lapsed: (said, of, { at }) =>
    said.some((one) => one.of === of && one.lapsedAt === undefined)
      ? said.map((one) => (one.of === of ? { ...one, lapsedAt: one.lapsedAt ?? at } : one))
      : said,
};

/** Her new word, in place of an earlier one on the same finding and of those that lapsed. */
const withWord = (said: Said, of: string, { reason, at, title }: RecordEntry): Said => [
  ...said.filter((one) => one.of !== of && one.lapsedAt === undefined),
  { reason, of, at, said: title },
];

/**
 * Keeps what the biller said of a finding, and writes it into the session's record. What changes nothing (a second panel
 * saw the same lapse) is not written twice. Gives the same state where the patient is not known.
 */
export const keepDecision = (state: SessionState, key: ClaimKey, of: string, entry: RecordEntry): SessionState => {
  const file = entryIn(state.patients, key.patient);
  if (!file) return state;
  const answers: Answers = entryIn(file.answers, key.claim) ?? { acknowledged: {} };
  const said = entryIn(answers.acknowledged, entry.check) ?? [];
  const now = CHANGES[entry.action](said, of, entry);
  if (now === said) return state;
  const { [entry.check]: _, ...others } = answers.acknowledged;
  const acknowledged = now.length === 0 ? others : { ...others, [entry.check]: now };
  const changed = { ...file, answers: { ...file.answers, [key.claim]: { ...answers, acknowledged } } };
  return {
    ...state,
    patients: { ...state.patients, [key.patient]: changed },
    record: withEntry(state.record, entry),
  };
};
