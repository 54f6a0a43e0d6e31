/** What a payer list can say, in the order of the product's own format; `title` is the column's name there. */
export const FIELDS = [
  { id: 'payerId', title: 'payer_id', label: 'Payer ID' },
  { id: 'name', title: 'payer_name', label: 'Payer name' },
  { id: 'aliases', title: 'aliases', label: 'Other names' },
  { id: 'clearinghouse', title: 'clearinghouse', label: 'Clearinghouse' },
  { id: 'filingIndicator', title: 'filing_indicator', label: 'Claim filing indicator' },
  { id: 'professional', title: 'claim_professional', label: 'Takes electronic claims' },
  { id: 'electronicSecondary', title: 'secondary_electronic', label: 'Takes electronic secondary claims' },
  { id: 'crossoverCarrier', title: 'crossover_carrier', label: 'Gets claims from Medicare' },
  { id: 'cobaId', title: 'coba_id', label: 'COBA ID' },
  { id: 'primaryBasis', title: 'tf_primary_basis', label: 'As primary: time to file counts from' },
  { id: 'primaryValue', title: 'tf_primary_value', label: 'As primary: time to file' },
  { id: 'primaryUnit', title: 'tf_primary_unit', label: 'As primary: days, months or years' },
  { id: 'secondaryBasis', title: 'tf_secondary_basis', label: 'As secondary: time to file counts from' },
  { id: 'secondaryValue', title: 'tf_secondary_value', label: 'As secondary: time to file' },
  { id: 'secondaryUnit', title: 'tf_secondary_unit', label: 'As secondary: days, months or years' },
  { id: 'cobMethod', title: 'cob_method', label: 'COB method' },
  { id: 'boxTemplate', title: 'box_template', label: 'Convention of the form' },
  { id: 'eobOnPaper', title: 'requires_eob_paper', label: 'Wants the EOB on paper' },
  { id: 'eafRequired', title: 'eaf_required', label: 'Wants the remaining patient liability (EAF)' },
  { id: 'notes', title: 'notes', label: 'Notes' },
  { id: 'sourceUrl', title: 'source_url', label: 'Source' },
  { id: 'asOf', title: 'as_of_date', label: 'As of' },
  { id: 'otherIds', title: 'other_payer_ids', label: 'Other payer IDs' },
  { id: 'kind', title: 'payer_kind', label: 'Kind of payer' },
  { id: 'box29', title: 'box_29', label: 'Box 29' },
] as const;

export type Field = (typeof FIELDS)[number]['id'];

/** Which column of the file holds what: the column's number from 0. A field without a column is not read. */
export type Mapping = Partial<Record<Field, number>>;

/** A list cannot be read without these. */
export const REQUIRED: readonly Field[] = ['payerId', 'name'];

/** Heads as clearinghouses write them. Sources: published payer lists and their guides. */
const HEADS: Partial<Record<Field, readonly string[]>> = {
  payerId: ['payer id', 'payerid', 'payer code', 'payer number', 'cpid', 'id'],
  name: ['payer name', 'payer', 'name', 'display name', 'insurance name', 'payer display name'],
  aliases: ['alias', 'other names', 'alternate names', 'aka'],
  clearinghouse: ['clearing house', 'vendor'],
  professional: ['professional claims', '837p', 'professional', 'professional claim'],
  electronicSecondary: [
    'electronic cob',
    'accepts cob',
    'payer accepts cob',
    'payer accepts cob electronic coordination of benefits',
    'electronic secondary',
    'secondary claims',
    'accepts secondary',
    'secondary',
  ],
  otherIds: ['alternate ids', 'other ids', 'alternate payer ids'],
  notes: ['note', 'comments', 'comment', 'remarks'],
  sourceUrl: ['source', 'url', 'website'],
  asOf: ['as of', 'effective date', 'last updated', 'updated', 'date'],
};

/** A format of a list that is known by its heads. */
export interface Preset {
  name: string;
  /** Whose list it is, where the format tells. */
  clearinghouse?: string;
  /** Heads by which it is known. */
  knownBy: readonly string[];
  heads: Partial<Record<Field, string>>;
  /** Said beside the mapping. */
  note?: string;
}

const OWN: Preset = {
  name: 'COB Companion',
  knownBy: ['payer_id', 'payer_name', 'secondary_electronic'],
  heads: Object.fromEntries(FIELDS.map(({ id, title }) => [id, title])),
};

/** Source: Stedi, Payers API, CSV. Its `CoordinationOfBenefits` is a real-time eligibility check. */
const STEDI: Preset = {
  name: 'Stedi',
  clearinghouse: 'Stedi',
  knownBy: ['StediId', 'PrimaryPayerId', 'DisplayName'],
  heads: {
    payerId: 'PrimaryPayerId',
    name: 'DisplayName',
    aliases: 'Names',
    otherIds: 'Aliases',
    professional: 'ProfessionalClaim',
    sourceUrl: 'WebsiteUrl',
  },
  note: 'CoordinationOfBenefits of this list is the eligibility check for other coverage. It does not say whether a payer takes secondary claims, so it is not read.',
};

export const PRESETS: readonly Preset[] = [OWN, STEDI];

/** A head as it is compared: letters and digits, words apart. */
export const plainHead = (head: string): string =>
  head
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Columns that say something else than a hasty reader would think, for any field. */
const BARRED: Partial<Record<Field, (heads: readonly string[], column: number) => boolean>> = {
  electronicSecondary: (heads, column) => /^coordination of benefits\b/.test(plainHead(heads[column] ?? '')),
};

/** True where that column may not be taken for the field. */
export const isBarred = (field: Field, heads: readonly string[], column: number): boolean =>
  BARRED[field]?.(heads, column) ?? false;

const columnOf = (heads: readonly string[], wanted: string): number => heads.indexOf(plainHead(wanted));

const mappingBy = (heads: readonly string[], wanted: Partial<Record<Field, string>>): Mapping => {
  const mapping: Mapping = {};
  for (const { id } of FIELDS) {
    const column = wanted[id] === undefined ? -1 : columnOf(heads, wanted[id]);
    if (column >= 0) mapping[id] = column;
  }
  return mapping;
};

/** The known format of a file with these heads. */
export const presetOf = (heads: readonly string[]): Preset | undefined => {
  const plain = heads.map(plainHead);
  return PRESETS.find(({ knownBy }) => knownBy.every((head) => columnOf(plain, head) >= 0));
};

const guess = (heads: readonly string[]): Mapping => {
  const mapping: Mapping = {};
  const taken = new Set<number>();
  for (const { id, title } of FIELDS) {
    const wanted = [title, ...(HEADS[id] ?? [])];
    const column = wanted.map((head) => columnOf(heads, head)).find((at) => at >= 0 && !taken.has(at));
    if (column === undefined) continue;
    mapping[id] = column;
    taken.add(column);
  }
  return mapping;
};

/** Which columns of a file are taken: by its known format, else by what the heads say. She sees it and can change it. */
export const mappingOf = (heads: readonly string[]): Mapping => {
  const plain = heads.map(plainHead);
  const preset = presetOf(heads);
  return preset ? mappingBy(plain, preset.heads) : guess(plain);
};

/** How many heads of a row the product knows: the row that has most is the head row. */
export const knownHeads = (cells: readonly string[]): number => Object.keys(mappingOf(cells)).length;

/** A mapping of a file with the same heads, that the biller made before. */
export interface KeptMapping {
  heads: readonly string[];
  columns: Mapping;
  clearinghouse: string;
}

const sameHeads = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((head, i) => plainHead(head) === plainHead(b[i] ?? ''));

/** What she chose for a file with the same heads. */
export const keptFor = (heads: readonly string[], kept: readonly KeptMapping[]): KeptMapping | undefined =>
  kept.findLast((one) => sameHeads(one.heads, heads));

const MOST_KEPT = 20;

/** The kept mappings with this one, the newest last. */
export const withMapping = (kept: readonly KeptMapping[], mapping: KeptMapping): KeptMapping[] =>
  [...kept.filter((one) => !sameHeads(one.heads, mapping.heads)), mapping].slice(-MOST_KEPT);
