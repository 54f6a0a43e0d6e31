import type { Adjustment, GroupCode } from '../claim/claim';

/** Claim adjustment group codes (X12 CAS01) in own words. */
const GROUPS: Readonly<Record<GroupCode | '', string>> = {
  CO: 'Contractual adjustment',
  PR: 'Patient share',
  OA: 'Other adjustment',
  PI: "Payer's reduction",
  CR: 'Correction',
  '': 'Adjustment',
};

/** What a group says of an adjustment, in own words. */
export const groupName = (group: GroupCode | ''): string => GROUPS[group];

/** True for one of the five group codes, in capitals. */
export const isGroupCode = (text: string): text is GroupCode => text !== '' && Object.hasOwn(GROUPS, text);

/** `CO-45`, `PR`, or `no code` where the page shows neither group nor reason. */
export const codeOf = (adjustment: Pick<Adjustment, 'group' | 'carc'>): string =>
  [adjustment.group, adjustment.carc].filter((part) => part !== '').join('-') || 'no code';
