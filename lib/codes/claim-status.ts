/** What a claim status (CLP02) is for the netting. Source: X12 835 CLP02, code list 1029. */
export type StatusKind = 'answer' | 'reversal' | 'pricing' | 'not-ours' | 'pending' | 'unknown';

interface Status {
  kind: StatusKind;
  /** Whose turn it was when the payer processed it. */
  level?: 'P' | 'S' | 'T';
  forwarded?: true;
  /** In own words: `Processed as primary, then forwarded`. */
  words: string;
}

const STATUSES: Readonly<Record<string, Status>> = {
  '1': { kind: 'answer', level: 'P', words: 'processed as primary' },
  '2': { kind: 'answer', level: 'S', words: 'processed as secondary' },
  '3': { kind: 'answer', level: 'T', words: 'processed as tertiary' },
  '4': { kind: 'answer', words: 'denied as a whole' },
  '19': { kind: 'answer', level: 'P', forwarded: true, words: 'processed as primary, then forwarded' },
  '20': { kind: 'answer', level: 'S', forwarded: true, words: 'processed as secondary, then forwarded' },
  '21': { kind: 'answer', level: 'T', forwarded: true, words: 'processed as tertiary, then forwarded' },
  '22': { kind: 'reversal', words: 'earlier payment taken back' },
  '23': { kind: 'not-ours', words: 'not their claim, forwarded' },
  '25': { kind: 'pricing', words: 'priced only, nothing adjudicated' },
  // 4010: pended, received, under review, suspended.
  '5': { kind: 'pending', words: 'pended' },
  '10': { kind: 'pending', words: 'received, not in process' },
  '13': { kind: 'pending', words: 'suspended' },
  '15': { kind: 'pending', words: 'suspended, under investigation' },
  '16': { kind: 'pending', words: 'suspended, returned with material' },
  '17': { kind: 'pending', words: 'suspended, under review' },
  '27': { kind: 'pending', words: 'under review' },
};

const UNKNOWN: Status = { kind: 'unknown', words: 'a status that the panel does not know' };

/** What CLP02 says; leading zeros do not count. A code that is not listed is `unknown`: not final. */
export const statusOf = (code: string): Status => {
  const plain = code.trim().replace(/^0+(?=.)/, '');
  return Object.hasOwn(STATUSES, plain) ? (STATUSES[plain] ?? UNKNOWN) : UNKNOWN;
};
