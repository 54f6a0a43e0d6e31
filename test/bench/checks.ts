import { Engine, type RuleProperties } from 'json-rules-engine';
import { CATALOGUE } from '../../lib/checks/catalogue';
import { examine } from '../../lib/checks/examine';
import type { Case } from '../../lib/claim/case';
import { known } from '../../lib/claim/reading';
import { carcsOf, retiredOf } from '../../lib/codes/carc';
import { aCase, aChart, aLedger, aPatient, aRow, aSecondLine, is, smudged } from '../unit/checks/build';
import { interleaved } from './measure';

/** What the rules below ask of a claim. The engine can ask a case for nothing: its time includes working these out. */
type Facts = Record<string, string | number | boolean | string[]>;

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

/** The facts below that stand unread on a page. */
const unreadOf = ({ row, ledger }: Case): string[] => {
  const readings = {
    status: [row.status],
    appeal: [row.appeal],
    excluded: [row.excluded],
    writtenOff: [row.writtenOff],
    patientPaid: [row.patientPaid],
    patientBalance: [row.patientBalance],
    ledgerBalance: ledger ? [ledger.totalBalance] : [],
    linesOff: ledger?.lines.flatMap(({ charge, postings }) => [charge, ...postings.map(({ paid }) => paid)]) ?? [],
    share: ledger?.lines.map((line) => line.patientResponsibility) ?? [],
  };
  return Object.entries(readings).flatMap(([name, all]) =>
    all.some(({ kind }) => kind === 'unreadable') ? [name] : [],
  );
};

const factsOf = (c: Case): Facts => {
  const lines = c.ledger?.lines ?? [];
  const left = lines.map((line) =>
    line.postings.reduce(
      (rest, posting) =>
        rest - (known(posting.paid) ?? 0) - sum((known(posting.adjustments) ?? []).map((a) => a.amount)),
      known(line.charge) ?? 0,
    ),
  );
  const adjustments = lines.flatMap((line) => line.postings.flatMap((posting) => known(posting.adjustments) ?? []));
  const carcs = [...new Set(adjustments.map(({ carc }) => carc))];
  const withClass = (...classes: Parameters<typeof carcsOf>): boolean => {
    const codes = carcsOf(...classes);
    return carcs.some((carc) => codes.has(carc));
  };
  return {
    unread: unreadOf(c),
    carcs,
    codes: [...new Set(adjustments.map(({ group, carc }) => `${group}-${carc}`))],
    fixable: withClass('fixable'),
    pending: withClass('pending'),
    pricing: withClass('pricing'),
    otherPayer: withClass('other-payer'),
    duplicate: withClass('duplicate'),
    paidElsewhere: withClass('paid-elsewhere'),
    retired: carcs.some((carc) => retiredOf(carc) !== undefined),
    uncoded: adjustments.filter(({ group, carc }) => group === '' || carc === '').length,
    zeroAdjustments: adjustments.filter(({ amount }) => amount === 0).length,
    mostReasons: Math.max(0, ...lines.map((line) => line.postings.length)),
    negativePaid: lines.filter((line) => line.postings.some((one) => (known(one.paid) ?? 0) < 0)).length,
    remittance: c.remittance !== undefined,
    remitDifference: 0,
    reversed: false,
    corrected: false,
    hasLimit: c.secondary?.filing !== undefined,
    oddIds: 0,
    fullCharge45: false,
    claimStatus: '1',
    daysLeft: 300,
    tertiary: '',
    box23: '',
    status: known(c.row.status) ?? 'unknown',
    postings: sum(lines.map((line) => line.postings.length)),
    linesWithoutPosting: lines.filter((line) => line.postings.length === 0).length,
    linesOff: left.filter((cents) => cents !== 0).length,
    ledgerBalance: known(c.ledger?.totalBalance) ?? 0,
    totalDifference: sum(lines.map((line) => known(line.charge) ?? 0)) - (known(c.row.charge) ?? 0),
    appeal: known(c.row.appeal) ?? false,
    excluded: known(c.row.excluded) ?? false,
    writtenOff: known(c.row.writtenOff) ?? false,
    age: 37,
    secondary: c.secondary?.name ?? '',
    primary: c.primary.name,
    secondaryKind: c.secondary?.kind ?? '',
    inactive: 0,
    primaries: c.chart?.policies.filter(({ rank }) => known(rank) === 'primary').length ?? 0,
    accident: false,
    mspType: '',
    dateOfClaim: '',
    npi: '1',
    liability: 0,
    otherPayers: 0,
    box1: 'GROUP',
    primaryKind: c.primary.kind,
    forwarded: c.row.crossover.some((sign) => sign.says === 'forwarded'),
    waited: 20,
    siblings: c.siblings.length,
    share: sum(lines.map((line) => known(line.patientResponsibility) ?? 0)),
    patientPaid: known(c.row.patientPaid) ?? 0,
    patientBalance: known(c.row.patientBalance) ?? 0,
    datesMissing: lines.filter((line) => line.postings.some((posting) => known(posting.date) === undefined)).length,
    daysToCheck: -12,
    daysFromService: 14,
    payerId: c.secondary?.payerId ?? '',
    memberId: 'LM44108220',
    primaryMemberId: 'BW2288401',
    insuredDob: '1958-04-12',
    relationship: 'self',
    tertiaryKind: '',
    primaryStanding: 'self',
    secondaryStanding: 'self',
    birthdayOrder: 0,
    parents: '',
    roleOrder: 0,
    primaryBasis: c.coverage?.plans[c.primary.name]?.basis ?? '',
    secondaryBasis: c.coverage?.plans[c.secondary?.name ?? '']?.basis ?? '',
    sinceOrder: 0,
    noCob: false,
    patientAge: 67,
    employees: 0,
    esrdMonth: -1,
    medicareRecord: '',
    electronic: c.secondary?.electronicSecondary ?? 'unknown',
    form: c.form !== undefined,
    box11d: '',
    box9: '',
    box11: '',
    box29: 0,
    chargeDifference: 0,
    lineDifference: 0,
    box22: '',
    box27: '',
    eob: c.answers.eobAttached ?? false,
  };
};

type Condition = [fact: string, operator: string, value: unknown];
const rule = (id: string, ...all: Condition[]): RuleProperties => ({
  conditions: { all: all.map(([fact, operator, value]) => ({ fact, operator, value })) },
  event: { type: id },
});
const onForm: Condition = ['form', 'equal', true];
const withRemittance: Condition = ['remittance', 'equal', true];

/** The catalogue's rules as conditions over those facts, one rule for each check. */
const RULES: RuleProperties[] = [
  rule('C001', ['status', 'notIn', ['finalized']]),
  rule('C002', ['status', 'in', ['sent', 'received', 'accepted']]),
  rule('C003', ['postings', 'equal', 0]),
  rule('C004', ['linesWithoutPosting', 'greaterThan', 0], ['postings', 'greaterThan', 0]),
  rule('C005', ['linesOff', 'greaterThan', 0]),
  rule('C006', ['ledgerBalance', 'notEqual', 0], ['linesOff', 'equal', 0]),
  rule('C007', ['totalDifference', 'notEqual', 0]),
  rule('C021', ['appeal', 'equal', true]),
  rule('W180', ['age', 'greaterThan', 180]),
  rule('WEXCL', ['excluded', 'equal', true]),
  rule('C024', ['secondary', 'equal', '']),
  rule('C025', ['secondary', 'equal', { fact: 'primary' }]),
  rule('C051', ['forwarded', 'equal', true]),
  rule('C052', ['forwarded', 'equal', true], ['waited', 'lessThan', 15]),
  rule('C053', ['forwarded', 'equal', true], ['waited', 'greaterThanInclusive', 15]),
  rule('C054', ['forwarded', 'equal', true], ['share', 'equal', 0]),
  rule('C055', ['primaryKind', 'equal', 'medicare-advantage']),
  rule('C057', ['siblings', 'greaterThan', 0]),
  rule('C060', ['share', 'equal', 0], ['postings', 'greaterThan', 0]),
  rule('C068', ['patientPaid', 'greaterThan', 0]),
  rule('C069', ['writtenOff', 'equal', true]),
  rule('C070', ['patientBalance', 'equal', 0], ['share', 'greaterThan', 0]),
  rule('C084', ['datesMissing', 'greaterThan', 0]),
  rule('C085', ['daysToCheck', 'greaterThan', 0]),
  rule('C086', ['daysFromService', 'lessThan', 0]),
  rule('C092', ['payerId', 'equal', ''], ['electronic', 'equal', 'yes']),
  rule('C093', ['memberId', 'equal', '']),
  rule('C097', ['insuredDob', 'equal', '']),
  rule('C098', ['relationship', 'equal', '']),
  rule('C101', ['memberId', 'equal', 'BW2288401']),
  rule('C103', ['electronic', 'equal', 'no'], onForm),
  rule('C104', ['electronic', 'equal', 'unknown'], onForm),
  rule('C105', ['electronic', 'equal', 'no'], ['eob', 'equal', false]),
  rule('C107', onForm, ['box11d', 'equal', 'yes'], ['box9', 'equal', '']),
  rule('C108', onForm, ['box11', 'equal', ''], ['primaryKind', 'equal', 'commercial']),
  rule('C109', onForm, ['box29', 'greaterThan', 0], ['primaryKind', 'equal', 'medicare']),
  rule('C110', onForm, ['box29', 'notEqual', 0]),
  rule('C111', onForm, ['chargeDifference', 'notEqual', 0]),
  rule('C112', onForm, ['lineDifference', 'notEqual', 0]),
  rule('C115', onForm, ['box22', 'notIn', ['', '1']]),
  ...['C008', 'C009', 'C010', 'C011', 'C012', 'C013', 'C014', 'C015'].map((id) =>
    rule(id, withRemittance, ['remitDifference', 'notEqual', 0]),
  ),
  rule('C016', withRemittance, ['reversed', 'equal', true]),
  rule('C017', withRemittance, ['siblings', 'greaterThan', 0], ['reversed', 'equal', true]),
  rule('C018', ['carcs', 'contains', 'A0']),
  rule('C019', ['pending', 'equal', true]),
  rule('C020', ['pricing', 'equal', true]),
  rule('C022', ['negativePaid', 'greaterThan', 0]),
  rule('C023', withRemittance, ['claimStatus', 'equal', '4']),
  rule('C046', ['otherPayer', 'equal', true]),
  rule('C047', ['codes', 'contains', 'OA-23']),
  rule('C028', ['primaryKind', 'equal', 'medicaid'], ['secondaryKind', 'notEqual', 'medicaid']),
  rule('C029', ['primaryKind', 'equal', 'tricare'], ['secondaryKind', 'notEqual', 'medicaid']),
  rule('C030', ['primaryStanding', 'notEqual', 'self'], ['secondaryStanding', 'equal', 'self']),
  rule(
    'C031',
    ['primaryStanding', 'equal', 'child'],
    ['parents', 'equal', 'together'],
    ['birthdayOrder', 'lessThan', 0],
  ),
  rule('C032', ['primaryStanding', 'equal', 'child'], ['parents', 'equal', 'apart'], ['roleOrder', 'lessThan', 0]),
  rule(
    'C033',
    ['primaryBasis', 'in', ['retired', 'laid-off', 'cobra']],
    ['secondaryBasis', 'equal', 'current-employment'],
  ),
  rule('C034', ['primaryBasis', 'equal', 'cobra'], ['secondaryBasis', 'notIn', ['', 'cobra']]),
  rule(
    'C035',
    ['primaryStanding', 'equal', 'self'],
    ['secondaryStanding', 'equal', 'self'],
    ['sinceOrder', 'lessThan', 0],
  ),
  rule('C036', ['noCob', 'equal', true]),
  rule(
    'C037',
    ['primaryKind', 'equal', 'medicare'],
    ['patientAge', 'greaterThanInclusive', 65],
    ['employees', 'greaterThanInclusive', 20],
  ),
  rule(
    'C038',
    ['primaryKind', 'equal', 'medicare'],
    ['patientAge', 'lessThan', 65],
    ['employees', 'greaterThanInclusive', 100],
  ),
  rule(
    'C039',
    ['primaryKind', 'equal', 'medicare'],
    ['esrdMonth', 'greaterThanInclusive', 0],
    ['esrdMonth', 'lessThan', 30],
  ),
  rule('C040', ['secondaryKind', 'equal', 'medicare'], ['primaryBasis', 'in', ['retired', 'laid-off', 'cobra']]),
  rule('C041', ['accident', 'equal', true], ['primaryKind', 'equal', 'medicare']),
  rule('C048', ['primaryKind', 'equal', 'medicare'], ['medicareRecord', 'equal', 'differs']),
  rule('C049', ['tertiary', 'notEqual', '']),
  rule('C050', ['carcs', 'contains', '24']),
  rule('C056', withRemittance, ['carcs', 'contains', '18']),
  rule('C058', withRemittance, ['siblings', 'greaterThan', 0]),
  rule('C059', ['duplicate', 'equal', true]),
  rule('C061', ['fixable', 'equal', true], ['share', 'equal', 0]),
  rule('C062', ['codes', 'contains', 'PR-96']),
  rule('C063', ['fixable', 'equal', true]),
  rule('C064', ['carcs', 'contains', '197']),
  rule('C065', ['carcs', 'contains', '29']),
  rule('C066', ['paidElsewhere', 'equal', true]),
  rule('C067', ['carcs', 'contains', '242']),
  rule('C071', ['carcs', 'contains', '209']),
  rule('C073', ['primaryKind', 'equal', 'medicare'], ['carcs', 'doesNotContain', '253']),
  rule('C074', ['codes', 'contains', 'PR-253']),
  rule('C076', ['uncoded', 'greaterThan', 0]),
  rule('C077', ['retired', 'equal', true]),
  rule('C078', ['codes', 'contains', 'OA-45']),
  rule('C079', ['carcs', 'contains', '45'], ['fullCharge45', 'equal', true]),
  rule('C080', ['zeroAdjustments', 'greaterThan', 0]),
  rule('C081', ['uncoded', 'greaterThan', 0]),
  rule('C082', ['mostReasons', 'greaterThan', 6]),
  rule('C083', ['carcs', 'contains', '192']),
  rule('C088', ['daysLeft', 'lessThan', 0]),
  rule('C089', ['daysLeft', 'lessThanInclusive', 15], ['daysLeft', 'greaterThanInclusive', 0]),
  rule('C090', ['hasLimit', 'equal', false]),
  rule('C094', ['primaryKind', 'equal', 'medicare'], ['primaryMemberId', 'equal', '']),
  rule('C095', ['oddIds', 'greaterThan', 0]),
  rule('C100', withRemittance, ['corrected', 'equal', true]),
  rule('C106', withRemittance, ['eob', 'equal', true], ['daysToCheck', 'greaterThan', 0]),
  rule('C113', onForm, ['box23', 'notEqual', '']),
  rule('C114', onForm, ['box22', 'notEqual', '']),
  rule('C119', onForm, ['lineDifference', 'notEqual', 0]),
  rule('C120', ['carcs', 'contains', '97']),
  rule('C116', onForm, ['box27', 'equal', '']),
  rule('C026', ['secondary', 'notEqual', ''], ['inactive', 'greaterThan', 0]),
  rule('C027', ['primaries', 'notEqual', 1]),
  rule('C042', onForm, ['accident', 'equal', true], ['primaryKind', 'equal', 'commercial']),
  rule('C043', onForm, ['secondaryKind', 'equal', 'medicare'], ['mspType', 'equal', '']),
  rule('C044', onForm, ['secondaryKind', 'equal', 'medicare'], ['mspType', 'equal', '12'], ['age', 'lessThan', 65]),
  rule('C045', onForm, ['secondaryKind', 'notEqual', 'medicare'], ['mspType', 'notEqual', '']),
  rule('C072', ['secondaryKind', 'equal', 'medicaid'], ['accident', 'equal', true]),
  rule('C075', ['secondaryKind', 'equal', 'medigap'], ['share', 'equal', 0]),
  rule('C087', onForm, ['dateOfClaim', 'notEqual', '']),
  rule('C091', ['hasLimit', 'equal', true], ['daysLeft', 'lessThanInclusive', 60]),
  rule(
    'C096',
    onForm,
    ['secondaryKind', 'equal', 'medigap'],
    ['primaryKind', 'equal', 'medicare'],
    ['box9', 'equal', ''],
  ),
  rule('C099', ['relationship', 'notEqual', 'self'], ['insuredDob', 'equal', '']),
  rule('C102', onForm, ['secondaryKind', 'equal', 'medicaid'], ['npi', 'equal', '']),
  rule('C117', onForm, ['liability', 'greaterThan', 0]),
  rule('C118', ['otherPayers', 'greaterThan', 0]),
  rule('C121', onForm, ['box1', 'equal', '']),
];

/** Every check has its rule: a comparison with fewer rules would be none. */
const checkRules = (): void => {
  const rules = new Set(RULES.map(({ event }) => event.type));
  const without = CATALOGUE.filter(({ id }) => !rules.has(id)).map(({ id }) => id);
  if (without.length > 0) throw new Error(`The engine has no rule for ${without.join(', ')}.`);
};

const offByACent = (changes: Partial<Case> = {}): Case =>
  aCase({ ledger: aLedger({ lines: [aSecondLine({ n: 1, charge: is(8501) })] }), ...changes });
const unreadStatus = (): Case => aCase({ row: aRow({ status: smudged('Fin@lized') }) });
const notFinal = (changes: Partial<Case> = {}): Case => aCase({ row: aRow({ status: is('sent') }), ...changes });

/**
 * `n` claims, five a patient: three ready, one off by a cent, one not final. As in the session, each has its own row and
 * ledger, and a patient's claims share what is the patient's. Cloned, as what comes from the browser's storage is.
 */
const claims = (n: number): Case[] => {
  const shared = { patient: aPatient(), chart: aChart() };
  const five = [aCase(shared), aCase(shared), aCase(shared), offByACent(shared), notFinal(shared)];
  return Array.from({ length: Math.ceil(n / five.length) }, () => structuredClone(five))
    .flat()
    .slice(0, n);
};

/** The facts that a rule asks for. */
const askedBy = ({ conditions }: RuleProperties): string[] =>
  'all' in conditions ? conditions.all.flatMap((one) => ('fact' in one ? [one.fact] : [])) : [];

/** The third value: unknown, where a fact that the rule asks for was not read. */
const unknownRule = (one: RuleProperties): RuleProperties => ({
  conditions: { any: askedBy(one).map((fact) => ({ fact: 'unread', operator: 'contains', value: fact })) },
  event: { type: `${one.event.type} unknown` },
});

/** The engine knows yes and no; a check knows unknown too: each is two rules there. */
const engine = new Engine(RULES.flatMap((one) => [one, unknownRule(one)]));

const saidByEngine = async (facts: Facts): Promise<string[]> =>
  (await engine.run(facts)).events.map((event) => event.type).toSorted();

/** Both have to find a cent, and a status that cannot be read: a comparison of speed between different answers would be worth nothing. */
const checkAgreement = async (): Promise<void> => {
  for (const [c, said, expected] of [
    [aCase(), 'C005', false],
    [offByACent(), 'C005', true],
    [notFinal(), 'C001', true],
    [aCase(), 'C001 unknown', false],
    [unreadStatus(), 'C001 unknown', true],
  ] as const) {
    const { findings, unknown } = examine(c);
    const all = [...findings.map(({ check }) => check), ...unknown.map(({ check }) => `${check} unknown`)];
    const [ours, theirs] = [all.includes(said), (await saidByEngine(factsOf(c))).includes(said)];
    if (ours !== expected || theirs !== expected)
      throw new Error(`${said} should be ${expected}: ours ${ours}, theirs ${theirs}.`);
  }
};

/**
 * All checks on `n` claims, in milliseconds, both from the cases: ours with every word for the biller; the engine's yes and
 * no alone, after `factsOf`. No case is looked at twice in a row, so that neither side finds its facts ready.
 */
export const benchChecks = async (n: number, rounds: number): Promise<Record<'ours' | 'engine', number>> => {
  checkRules();
  await checkAgreement();
  const cases = claims(n);
  return interleaved(
    {
      ours: () => cases.map((c) => examine(c).verdict.kind),
      engine: async () => {
        const raised: string[][] = [];
        for (const c of cases) raised.push(await saidByEngine(factsOf(c)));
        return raised;
      },
    },
    rounds,
  );
};
