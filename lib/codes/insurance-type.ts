/** Why Medicare comes second: the insurance type (X12 SBR05), in own words. Source: X12 005010X222A1 SBR05; CMS, MSP. */
const TYPES: Readonly<Record<string, string>> = {
  12: 'Working aged: 65 or older, employer plan of 20 or more',
  13: 'ESRD, in the 30 months of coordination',
  14: 'No-fault or automobile insurance',
  15: "Workers' compensation",
  16: 'Public Health Service or another federal agency',
  41: 'Black lung',
  42: 'Veterans Affairs',
  43: 'Disabled, under 65, employer plan of 100 or more',
  47: 'Other liability insurance',
};

/** The codes of SBR05 that say why Medicare comes second. */
export const INSURANCE_TYPES: readonly string[] = Object.keys(TYPES);

/** Why Medicare comes second by this insurance type; undefined for a code that is none. */
export const insuranceTypeName = (code: string): string | undefined =>
  Object.hasOwn(TYPES, code.trim()) ? TYPES[code.trim()] : undefined;
