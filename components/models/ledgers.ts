import { claimId } from '../../lib/claim/case';
import type { ClaimRow } from '../../lib/claim/claim';
import { known } from '../../lib/claim/reading';
import type { PatientFile, TabView } from '../../lib/session/session';
import type { LedgerOrder, LedgerWish } from '../ledger-reader';
import type { ClaimItem } from './claims';
import { historyFrame } from './frames';
import { ledgerLink } from './places';

const orderOf = (row: ClaimRow): LedgerOrder | undefined => {
  const claim = claimId(row);
  const href = ledgerLink(row)?.href;
  return claim !== undefined && href !== undefined ? { claim, href } : undefined;
};

/**
 * The ledgers that the open Claim History wants read: of final primary claims, where the row has a plain address.
 * One that was read before this page is read again unless the claim is ready: its posting may have been mended.
 */
export const ledgerWish = (
  file: PatientFile | undefined,
  tab: TabView | undefined,
  items: readonly ClaimItem[],
): LedgerWish | undefined => {
  const history = historyFrame(tab);
  if (!file || !history?.complete || (history.patient ?? file.key) !== file.key) return undefined;
  const isWanted = ({ id, exam, case: c }: ClaimItem): boolean => {
    if (known(c.row.status) !== 'finalized') return false;
    const kept = file.ledgers[id];
    return !kept || (kept.readAt < history.readAt && exam.verdict.kind === 'blocked');
  };
  const ledgers = items
    .filter(isWanted)
    .sort((a, b) => b.dos.localeCompare(a.dos))
    .map((item) => orderOf(item.case.row))
    .filter((order) => order !== undefined);
  return { documentId: history.documentId, ledgers };
};
