/** Authorization missing, exceeded, late, for something else, expired. Source: X12 CARC list. */
export const AUTHORIZATION_CARCS: ReadonlySet<string> = new Set(['197', '198', '210', '284', '296', '302']);

/** Filed late. */
export const LATE_CARCS: ReadonlySet<string> = new Set(['29']);
