/** One sum of an 835 that does not come out: which (L, C1, C2, C3, P, T, SE, GE, IEA), where, and both sides. */
export interface BadSum {
  rule: string;
  at: string;
  left: number;
  right: number;
}

interface Level {
  charge: number;
  paid: number;
  adjusted: number;
  name: string;
}

const cents = (text = '') => Math.round(Number(text) * 100);
const total = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** Reason, amount and quantity, up to six times. */
const casOf = (elements: readonly string[]) =>
  [2, 5, 8, 11, 14, 17].flatMap((at) =>
    elements[at] ? [{ group: elements[1] ?? '', amount: cents(elements[at + 1]) }] : [],
  );

interface ClaimSums extends Level {
  responsibility: string;
  patientShare: number;
  lines: Level[];
}

/**
 * The sums of a well-formed 835 with `*` and `~` (X12 TR3 005010X221A1, 1.10.2 Balancing), by a reading as plain as can be:
 * it is there to hold the stand-in's files against the rules, and knows nothing else of them.
 */
export function badSums(text: string): BadSum[] {
  const bad: BadSum[] = [];
  const hold = (rule: string, at: string, left: number, right: number) => {
    if (left !== right) bad.push({ rule, at, left, right });
  };
  let claims: ClaimSums[] = [];
  let [sets, inSet, check, providerLevel] = [0, 0, 0, 0];

  const closeSet = (control: string) => {
    for (const claim of claims) {
      for (const line of claim.lines) hold('L', line.name, line.charge - line.adjusted, line.paid);
      const onLines = total(claim.lines.map(({ adjusted }) => adjusted));
      hold('C1', claim.name, claim.charge - claim.adjusted - onLines, claim.paid);
      if (claim.lines.length > 0) {
        hold('C2', claim.name, total(claim.lines.map(({ paid }) => paid)) - claim.adjusted, claim.paid);
        hold('C3', claim.name, total(claim.lines.map(({ charge }) => charge)), claim.charge);
      }
      if (claim.responsibility) hold('P', claim.name, claim.patientShare, cents(claim.responsibility));
    }
    hold('T', control, total(claims.map(({ paid }) => paid)) - providerLevel, check);
  };

  for (const [id, ...rest] of text.split('~').map((segment) => segment.trim().split('*'))) {
    const elements = [id ?? '', ...rest];
    const [, one = '', two = '', three = '', four = '', five = ''] = elements;
    inSet += 1;
    const claim = claims.at(-1);
    const level: Level | undefined = claim?.lines.at(-1) ?? claim;
    if (id === 'ST') [sets, inSet, check, providerLevel, claims] = [sets + 1, 1, 0, 0, []];
    if (id === 'BPR') check = three === 'D' ? -cents(two) : cents(two);
    if (id === 'CLP') {
      const own = { charge: cents(three), paid: cents(four), adjusted: 0, name: one };
      claims.push({ ...own, responsibility: five, patientShare: 0, lines: [] });
    }
    if (id === 'SVC')
      claim?.lines.push({ charge: cents(two), paid: cents(three), adjusted: 0, name: `${claim.name} ${one}` });
    if (id === 'CAS' && claim && level) {
      for (const { group, amount } of casOf(elements)) {
        level.adjusted += amount;
        if (group === 'PR') claim.patientShare += amount;
      }
    }
    if (id === 'PLB') providerLevel += total([4, 6, 8, 10, 12, 14].map((at) => cents(elements[at])));
    if (id === 'SE') {
      hold('SE', two, inSet, Number(one));
      closeSet(two);
    }
    if (id === 'GE') hold('GE', two, sets, Number(one));
    if (id === 'IEA') hold('IEA', two, 1, Number(one));
  }
  return bad;
}
