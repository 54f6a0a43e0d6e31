import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { insuranceTypeName } from '../codes/insurance-type';
import type { Liability } from '../payers/liability';
import { accidentOf } from './accident';
import type { RuleId } from './answer';
import { isGap } from './gaps';
import { orderFacts } from './order-of';
import { liabilityOfPlan, planOf } from './plan';

/** A proposed insurance type (SBR05) and why: never set without the biller. */
export interface MspType {
  code: string;
  why: string;
}

/** The rule that puts a plan before Medicare is the reason for which Medicare is second. Source: X12 837P SBR05. */
const BY_RULE: Partial<Record<RuleId, string>> = { 'working-aged': '12', esrd: '13', disability: '43' };

const BY_LIABILITY: Readonly<Record<Liability, string>> = { auto: '14', work: '15', other: '47' };

/** Programs that pay before Medicare what they are responsible for, by the words of their names. */
const BY_NAME: readonly (readonly [words: RegExp, code: string])[] = [
  [/\bBLACK LUNG\b/i, '41'],
  [/\b(?:VETERANS? (?:AFFAIRS|ADMINISTRATION))\b/i, '42'],
  [/\bPUBLIC HEALTH SERVICE\b/i, '16'],
];

const codeOf = (c: Case): string | undefined => {
  const primary = planOf(c, 'primary');
  const day = known(c.row.dos)?.from;
  if (!primary || day === undefined) return undefined;
  const liability = liabilityOfPlan(primary);
  if (liability) {
    const accident = accidentOf(c, day);
    return isGap(accident) || accident.is === 'none' ? undefined : BY_LIABILITY[liability];
  }
  const byName = BY_NAME.find(([words]) => words.test(primary.facts.name));
  if (byName) return byName[1];
  const { by, first } = orderFacts(c);
  return by && first === 'primary' ? BY_RULE[by.id] : undefined;
};

/**
 * The insurance type that the claim to Medicare should say, where facts decide it; undefined where Medicare is not the
 * secondary, where it should be first, or where a fact is missing.
 */
export const mspTypeOf = (c: Case): MspType | undefined => {
  if (c.secondary?.kind !== 'medicare') return undefined;
  const code = codeOf(c);
  const why = code === undefined ? undefined : insuranceTypeName(code);
  return code === undefined || why === undefined ? undefined : { code, why };
};
