import type { Finding } from '../../lib/checks/check';
import { lineOf } from '../../lib/claim/boxes';
import type { PmMessage } from '../../lib/claim/form';
import type { Place } from '../../lib/claim/reading';
import type { ClaimItem } from './claims';

/** A message of the PM with what the panel knows about its cause. */
export interface Explained {
  message: PmMessage;
  /** The posting in the ledger that caused it. */
  posting: Finding | undefined;
  /** What the checks say about the same box. */
  form: Finding | undefined;
}

const LINE = /\bline\s+(\d{1,2})\b/i;

/** The service line a message is about: by its box, else by its words. */
const lineIn = (message: PmMessage): number | undefined => {
  const byBox = message.box === undefined ? undefined : lineOf(message.box);
  const byWords = LINE.exec(message.text.slice(0, 500))?.[1];
  return byBox ?? (byWords === undefined ? undefined : Number(byWords));
};

const onLedger = (finding: Finding): boolean => finding.places.some(({ page }) => page === 'ledger');

const blocksLine = (finding: Finding, line: number): boolean =>
  finding.severity === 'block' && finding.lines.includes(line) && onLedger(finding);

const aboutBox = (finding: Finding, message: PmMessage): boolean =>
  message.place !== undefined && finding.places.some(({ path }) => path === message.place?.path);

/** Explains one message from what was read: by its line where a posting of it does not balance, by its box else. */
export const explain = (item: ClaimItem, message: PmMessage): Explained => {
  const line = lineIn(message);
  const { findings } = item.exam;
  return {
    message,
    posting: line === undefined ? undefined : findings.find((finding) => blocksLine(finding, line)),
    form: findings.find((finding) => aboutBox(finding, message)),
  };
};

/** The first posting that caused a refusal. */
export const postingOf = (item: ClaimItem, messages: PmMessage[]): Finding | undefined =>
  messages.map((message) => explain(item, message).posting).find((posting) => posting !== undefined);

export const ledgerPlace = (finding: Finding): Place | undefined =>
  finding.places.find(({ page }) => page === 'ledger');
