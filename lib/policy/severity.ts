/** From the mildest to the strictest. */
export const SEVERITIES = ['info', 'decide', 'block'] as const;

/** Block: must be mended first. Decide: needs the biller's decision. Info: good to know. */
export type Severity = (typeof SEVERITIES)[number];

export const isMilder = (a: Severity, b: Severity): boolean => SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b);

export const stricter = (a: Severity, b: Severity): Severity => (isMilder(a, b) ? b : a);
