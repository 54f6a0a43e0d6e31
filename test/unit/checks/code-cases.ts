/** Cases about reason codes: what the primary posted or sent, as `code amount` pairs, and forms beside it. */
import type { Case } from '../../../lib/claim/case';
import type { Adjustment, Posting } from '../../../lib/claim/claim';
import type { EraClaim } from '../../../lib/claim/era';
import { anAnswer, aRemitLine, aSecondRemitLine, cas } from '../../era/build';
import { aCase, adjustment, aLedger, aLine, aPosting, aSecondLine, is } from './build';

export type Code = readonly [code: string, amount: number];

const asAdjustment = ([code, amount]: Code): Adjustment => {
  const [group = '', carc = ''] = code.split('-');
  return adjustment(group as Adjustment['group'], carc, amount);
};

/** A posting of the primary on line 2, which is charged 85.00. */
export const secondPosting = (paid: number, codes: readonly Code[], changes: Partial<Posting> = {}): Posting =>
  aPosting({ paid: is(paid), adjustments: is(codes.map(asAdjustment)), ...changes }, 'ledger/8841207/2');

/** Line 2 as posted, in the ready claim. */
export const withCodes = (paid: number, codes: readonly Code[], changes: Partial<Case> = {}): Case =>
  aCase({ ledger: aLedger({ lines: [aLine(), aSecondLine({ postings: [secondPosting(paid, codes)] })] }), ...changes });

/** Line 2 denied as a whole for one reason. */
export const denied = (code: string, changes: Partial<Case> = {}): Case => withCodes(0, [[code, 8500]], changes);

/** The ready claim with one answer of the primary. */
export const answered = (claim: Partial<EraClaim> = {}, changes: Partial<Case> = {}): Case =>
  aCase({ remittance: [anAnswer({ claim })], ...changes });

/** Line 2 as the remittance has it; the posting is the ready claim's. */
export const said = (paid: number, codes: readonly Code[], changes: Partial<Case> = {}): Case =>
  answered(
    {
      lines: [aRemitLine(), aSecondRemitLine({ paid, adjustments: codes.map(([code, amount]) => cas(code, amount)) })],
    },
    changes,
  );

const sameDay = anAnswer({ claim: { lines: [aRemitLine({ paid: 1 })] }, payment: { trace: '7', total: 1 }, file: 'b' });

/** Two answers of one day: nobody can tell which came later. */
export const unclear: Case = aCase({ remittance: [anAnswer(), sameDay] });
export const UNCLEAR = 'what the primary answered in the end';
