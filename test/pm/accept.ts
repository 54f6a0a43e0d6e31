import { type Claim, claimOf, type Line, linePatientBalance, policyOf, type Truth } from './truth';

const FIRST_SECONDARY = 9_000_001;

function nextClaimId(truth: Truth): string {
  const used = truth.claims.map((c) => Number(c.id)).filter((id) => id >= FIRST_SECONDARY);
  return String(Math.max(FIRST_SECONDARY - 1, ...used) + 1);
}

/**
 * Makes the secondary claim of `primary` and moves what the patient owes of it to the secondary's insurance balance
 * (NextGen Office, Secondary Claim article). The caller has checked the form.
 */
export function acceptSecondary(
  truth: Truth,
  primary: Claim,
  policyId: number | undefined,
  transmission: Claim['transmission'],
): Claim {
  const lines = primary.lines.map((line): Line => {
    const moved = linePatientBalance(primary, line);
    line.moved += moved;
    return { ...line, moved, postings: [...line.postings] };
  });
  const created: Claim = {
    ...primary,
    id: nextClaimId(truth),
    level: 'Secondary',
    secondaryOf: primary.id,
    status: transmission === 'Paper' ? 'Paper Accepted' : 'HF Accepted',
    transmission,
    ...(policyOf(truth, policyId) ? { secondary: policyId as number } : {}),
    icn: '',
    created: truth.today,
    appeal: false,
    excluded: false,
    notes: [`Secondary of ${primary.id}`],
    lines,
  };
  const source = claimOf(truth, primary.id);
  source?.notes.push(`Secondary claim ${created.id} created`);
  const at = truth.claims.indexOf(primary);
  truth.claims.splice(at + 1, 0, created);
  return created;
}
