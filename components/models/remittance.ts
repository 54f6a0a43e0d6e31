import { marginsOf } from '../../lib/checks/filing';
import { comparisonOf } from '../../lib/checks/remittance';
import type { Case } from '../../lib/claim/case';
import type { Adjudication } from '../../lib/claim/era';
import { formatDollars } from '../../lib/claim/money';
import { sameName } from '../../lib/claim/names';
import { known, type Place, placeOf } from '../../lib/claim/reading';
import type { ComparedAmount, ComparedLine, Comparison } from '../../lib/era/compare';
import { type CrossoverFinding, type CrossoverWait, crossoverWait, gradeCrossover } from '../../lib/era/crossover';
import type { Evidence } from '../../lib/era/evidence';
import type { EraClaimRow } from '../../lib/era/files';
import { type NetState, netOf } from '../../lib/era/netting';
import { recoupments } from '../../lib/era/recoupment';
import { claimFindings, type SumFinding } from '../../lib/era/sums';
import { type RemitSides, sidesOf } from '../../lib/era/whose';
import type { IconName } from '../Icon';
import type { Next } from '../intent';
import type { ClaimItem } from './claims';
import { ledgerActions } from './next';
import { count, small } from './text';

/** The tinted band: one line on how posting and remittance stand to each other. */
export interface Band {
  tone: 'ok' | 'ask' | 'stop' | 'unk';
  icon: IconName;
  headline: string;
  why: string;
  /** For lists and folds: `same`, `differs on line 2`. */
  short: string;
  /** What to do about it, where that is not told by what differs. */
  next?: Pick<Next, 'text' | 'go' | 'also'>;
}

/** One thing to mend in the posting, and where it stands. */
export interface Fix {
  line: number;
  text: string;
  place: Place | undefined;
}

/** One claim beside what the primary said of it. */
export interface RemittanceModel {
  sides: RemitSides;
  net: NetState;
  /** Undefined until the ledger is read. */
  comparison: Comparison | undefined;
  crossover: CrossoverFinding;
  /** Where it was forwarded: until when to wait. */
  wait: CrossoverWait | undefined;
  recoupments: Evidence[];
  /** Sums of the answers that count which do not hold. */
  sums: SumFinding[];
  fixes: Fix[];
  band: Band;
}

/** The answers that are in the net. */
export const counting = (net: NetState): Adjudication[] =>
  net.events.filter(({ standing }) => standing === 'counts').map(({ adjudication }) => adjudication);

const sumsOf = (net: NetState): SumFinding[] => counting(net).flatMap(({ claim }) => claimFindings(claim));

const and = (parts: (number | string)[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

const linesWords = (lines: readonly { n: number }[]): string =>
  lines.length > 6
    ? `${lines.length} lines`
    : `${lines.length === 1 ? 'line' : 'lines'} ${and(lines.map(({ n }) => n))}`;

const differing = (line: ComparedLine): ComparedAmount[] =>
  line.rows.filter(({ what, differs }) => what !== 'left-over' && differs !== null && differs !== 0);

const apart = ({ label, differs }: ComparedAmount): string =>
  `${label === 'Paid' ? 'The payment' : label} is ${formatDollars(Math.abs(differs ?? 0))} ${(differs ?? 0) < 0 ? 'short' : 'too high'}.`;

const whyDiffers = (lines: readonly ComparedLine[], all: number): string => {
  const amounts = lines.flatMap(differing);
  const [only] = amounts;
  const what = amounts.length === 1 && only ? apart(only) : `${count(amounts.length, 'amount')} differ.`;
  return lines.length < all || amounts.length === 1 ? `${what} The rest is as the payer said.` : what;
};

const isOffBalance = (line: ComparedLine): boolean =>
  line.rows.some(({ what, posted }) => what === 'left-over' && posted !== null && posted !== 0);

const LOOKS = {
  ok: 'ready',
  ask: 'decide',
  stop: 'blocked',
  unk: 'unk',
} as const;

const band = (tone: Band['tone'], headline: string, why: string, short: string): Band => ({
  tone,
  icon: LOOKS[tone],
  headline,
  why,
  short,
});

const CHOOSE = { label: 'Choose files', intent: { do: 'choose-files' } } as const;
const DROP_PRIMARY = { text: "drop the primary's 835 file.", go: CHOOSE };

/** What keeps the answers from being compared at all. */
const bandBefore = ({ sides, net }: Pick<RemittanceModel, 'sides' | 'net'>, c: Case): Band | undefined => {
  if (sides.primary.length === 0)
    return {
      ...(sides.secondary.length > 0
        ? band(
            'unk',
            "Only the secondary's remittance is loaded",
            "Drop the primary's 835 file to compare the posting with it.",
            "only the secondary's",
          )
        : band(
            'unk',
            'Cannot tell whose remittance it is',
            'Its payer is neither the primary nor the secondary of this claim.',
            'payer not known',
          )),
      next: DROP_PRIMARY,
    };
  if (net.unclear[0] !== undefined)
    return {
      ...band('unk', 'Cannot tell which answer counts', net.unclear[0], 'cannot tell'),
      next: { text: 'read the answers below, and ask the payer which one holds.' },
    };
  if (net.reversalOpen)
    return {
      ...band(
        'stop',
        'The payer took its answer back',
        'No corrected answer is loaded. The claim is not final.',
        'taken back',
      ),
      next: { text: 'drop the corrected 835 when it comes.', also: CHOOSE },
    };
  const failing = sumsOf(net).filter(({ severity }) => severity === 'warning').length;
  if (failing > 0)
    return {
      ...band(
        'ask',
        'The remittance does not add up',
        `${count(failing, 'sum')} of it ${failing === 1 ? 'fails' : 'fail'}. Do not change the posting by it.`,
        'does not add up',
      ),
      next: { text: "use the payer's own EOB, or ask the payer for a new 835." },
    };
  const [first] = net.events;
  if (counting(net).length === 0)
    return {
      ...band('stop', 'No answer counts', first?.because ?? 'No answer of the primary is loaded.', 'no answer counts'),
      next: { text: "drop an 835 with the primary's final answer.", go: CHOOSE },
    };
  if (!c.ledger)
    return band(
      'unk',
      'Cannot compare: the ledger is not read',
      'The payer has answered. What was posted is in the charge ledger.',
      'ledger not read',
    );
  return undefined;
};

const bandOf = ({ lines, unmatched, state, totals }: Comparison): Band => {
  const of = (is: ComparedLine['state']) => lines.filter((line) => line.state === is);
  const differs = of('differs');
  if (differs.length > 0) {
    const stop = differs.some((line) => line.paidDiffers || isOffBalance(line));
    const where = linesWords(differs);
    return band(
      stop ? 'stop' : 'ask',
      `The posting differs on ${where}`,
      whyDiffers(differs, lines.length),
      `differs on ${where}`,
    );
  }
  const notPosted = of('not-posted');
  if (notPosted.length > 0) {
    const where = linesWords(notPosted);
    return band(
      'stop',
      `Nothing is posted on ${where}`,
      'The payer answered. Post what it said, then read again.',
      `${where} not posted`,
    );
  }
  if (unmatched.length > 0) {
    const what = count(unmatched.length, 'line');
    return band(
      'ask',
      `${what} of the remittance ${unmatched.length === 1 ? 'fits' : 'fit'} no line for sure`,
      'Match by hand below. Until then the claim cannot be compared as a whole.',
      `${what} not matched`,
    );
  }
  const unanswered = of('no-answer');
  if (unanswered.length > 0) {
    const where = linesWords(unanswered);
    return band(
      'ask',
      `The remittance says nothing about ${where}`,
      'Another remittance may. Look for it, or ask the payer.',
      `no answer to ${where}`,
    );
  }
  if (state === 'unread' || lines.length === 0)
    return band('unk', 'Cannot compare: an amount is not read', 'See below which one.', 'not read');
  if (state === 'differs' || totals.some(({ differs: by }) => by !== null && by !== 0))
    return band('stop', 'The posting differs in total', 'Each line is as the payer said, their sum is not.', 'differs');
  return band('ok', 'The posting is as the payer said', 'Every line is the same, to the cent.', 'same');
};

const isForwarded = ({ grade }: CrossoverFinding): boolean => grade === 'certain' || grade === 'likely';

const linePlace = ({ line }: ComparedLine): Place | undefined =>
  [line.balance, line.charge, line.procedure].map(placeOf).find((place) => place !== undefined);

/** What is the same line by line is not all well where money was moved outside of the lines. */
const bandBeside = (comparison: Comparison, moved: boolean): Band => {
  const beside = bandOf(comparison);
  if (beside.tone !== 'ok' || !moved) return beside;
  return band('ask', 'Money was moved outside the claim', `${beside.headline}. What was moved stands below.`, 'moved');
};

const fixesOf = (comparison: Comparison | undefined): Fix[] =>
  (comparison?.lines ?? []).flatMap((line) => {
    const text = line.fixes.join(' ');
    return text === '' ? [] : [{ line: line.n, text, place: linePlace(line) }];
  });

const modelOf = (c: Case): RemittanceModel => {
  const sides = sidesOf(c);
  const net = netOf(sides.primary);
  const comparison = comparisonOf(c);
  const crossover = gradeCrossover(net);
  const paidOn = net.last?.payment.paidOn ?? undefined;
  const before = bandBefore({ sides, net }, c);
  const found = recoupments(net);
  return {
    sides,
    net,
    comparison,
    crossover,
    wait:
      isForwarded(crossover) && paidOn !== undefined
        ? crossoverWait(paidOn, c.secondary, marginsOf(c).crossoverDays)
        : undefined,
    recoupments: found,
    sums: sumsOf(net),
    fixes: before ? [] : fixesOf(comparison),
    band:
      before ??
      (comparison ? bandBeside(comparison, found.length > 0) : band('unk', 'Cannot compare', '', 'cannot tell')),
  };
};

const models = new WeakMap<Case, RemittanceModel>();

/** The claim beside its remittance; undefined where no remittance is loaded. Worked out once for a case. */
export const remittanceModel = (c: Case): RemittanceModel | undefined => {
  if (!c.remittance || c.remittance.length === 0) return undefined;
  const known = models.get(c);
  if (known) return known;
  const model = modelOf(c);
  models.set(c, model);
  return model;
};

/** How the answers were found, by the last one that counts, else the last: `matched by claim number`. */
export const matchWords = ({ match }: Pick<Adjudication, 'match'>): string =>
  ({
    'control-number': 'matched by claim number',
    'payer-claim-number': 'matched by the payer’s claim number',
    'patient-date-charge': 'matched by patient, date and charge',
    'by-hand': 'matched by you',
  })[match];

/** The name in the file is not the patient's on the page. */
export const isOther = (item: ClaimItem, { last, first }: Pick<EraClaimRow, 'last' | 'first'>): boolean => {
  const name = known(item.case.patient.name);
  return name !== undefined && last !== '' && !sameName(name, { last, first, middle: '' });
};

/** Checks that hold the claim against its remittance. */
const FROM_REMITTANCE: ReadonlySet<string> = new Set(
  [
    'C008',
    'C009',
    'C010',
    'C011',
    'C012',
    'C013',
    'C014',
    'C015',
    'C016',
    'C017',
    'C018',
    'C019',
    'C020',
    'C022',
  ].concat(['C023', 'C046', 'C047', 'C051', 'C052', 'C053', 'C054', 'C055', 'C056', 'C058', 'C059']),
);

export const isFromRemittance = (check: string): boolean => FROM_REMITTANCE.has(check);

export const GRADE_WORDS: Record<CrossoverFinding['grade'], string> = {
  certain: 'forwarded',
  likely: 'likely forwarded',
  'counter-evidence': 'not forwarded',
  'no-sign': 'no sign',
};

/** Where *First line to match* leads. */
export const FIRST_TO_MATCH = 'first-to-match';

const readAgain = { label: 'Read again', intent: { do: 'read-again' } } as const;

/** Where *First of them* leads. */
export const CANDIDATES = 'candidates';

/** What to do about one claim beside its remittance. `offered`: claims of the files that may be it. */
export const nextOfRemittance = (item: ClaimItem, model: RemittanceModel | undefined, offered: number): Next => {
  const check = { label: 'Go to Check', intent: { do: 'open', claim: item.id } } as const;
  if (!model && offered > 0)
    return { text: 'say which claim it is.', go: { label: 'First of them', intent: { do: 'focus', id: CANDIDATES } } };
  if (!model) return DROP_PRIMARY;
  const [first, ...more] = model.fixes;
  if (first)
    return {
      text:
        more.length === 0
          ? `fix line ${first.line}, then read again.`
          : `fix ${count(model.fixes.length, 'line')}, then read again.`,
      ...(first.place && {
        go: {
          label: `Show line ${first.line} on page`,
          icon: 'show',
          intent: { do: 'show', place: first.place },
        },
      }),
      also: readAgain,
    };
  if (model.band.next) return { also: check, ...model.band.next };
  if (!item.case.ledger) return { text: 'read the ledger of this claim.', ...ledgerActions(item) };
  const unmatched = model.comparison?.unmatched.length ?? 0;
  if (unmatched > 0)
    return {
      text: `match ${count(unmatched, 'line')} by hand.`,
      go: { label: 'First line to match', intent: { do: 'focus', id: FIRST_TO_MATCH } },
    };
  if (isForwarded(model.crossover)) return { text: 'nothing to send while the secondary may answer.', also: check };
  if (model.recoupments.length > 0) return { text: 'decide about the money that was taken back.', go: check };
  if (model.band.tone === 'ok') {
    const isBlocked = item.exam.verdict.kind === 'blocked';
    return { text: isBlocked ? 'see what blocks the claim.' : 'go on with the claim.', go: check };
  }
  return { text: `${small(model.band.headline)}.`, also: check };
};
