/** How the stand-in's pages look and behave. What is not known of the live product is a choice here. */
export interface Variant {
  /** Order of the columns of tables; `shuffled` by the seed. */
  columns: 'canonical' | 'shuffled';
  wording: 'canonical' | 'terse' | 'legacy';
  /** `dated` adds the day of the status on a second line of the cell. */
  status: 'canonical' | 'upper' | 'claim' | 'dated';
  search: 'inline' | 'popup' | 'reload';
  cob: 'link' | 'image' | 'button';
  /** `one-cell`: `CO-45 42.00`, one below the other; `one-cell-list`: `CO 45 $42.00; PR-2 24.60`. */
  adjustments: 'one-cell' | 'one-cell-list' | 'three-cells';
  button: 'Submit' | 'Create Claim';
  transmission: 'radio' | 'select';
  ledger: 'plain' | 'form';
  /** `full`: the primary's payment boxes of a balanced charge are filled by the server; `partial`: they stay empty. */
  prefill: 'full' | 'partial';
}

export const CANONICAL: Variant = {
  columns: 'canonical',
  wording: 'canonical',
  status: 'canonical',
  search: 'inline',
  cob: 'link',
  adjustments: 'one-cell',
  button: 'Submit',
  transmission: 'radio',
  ledger: 'plain',
  prefill: 'partial',
};

/** Every value a variant may take: what a query is checked against. */
export const CHOICES: { readonly [K in keyof Variant]: readonly Variant[K][] } = {
  columns: ['canonical', 'shuffled'],
  wording: ['canonical', 'terse', 'legacy'],
  status: ['canonical', 'upper', 'claim', 'dated'],
  search: ['inline', 'popup', 'reload'],
  cob: ['link', 'image', 'button'],
  adjustments: ['one-cell', 'one-cell-list', 'three-cells'],
  button: ['Submit', 'Create Claim'],
  transmission: ['radio', 'select'],
  ledger: ['plain', 'form'],
  prefill: ['full', 'partial'],
};

/** Whole variants with a name, for tests that go through them all. */
export const VARIANTS: readonly { name: string; variant: Variant }[] = [
  { name: 'canonical', variant: CANONICAL },
  { name: 'full-prefill', variant: { ...CANONICAL, prefill: 'full' } },
  { name: 'reload-search', variant: { ...CANONICAL, search: 'reload', wording: 'terse' } },
  { name: 'popup-search', variant: { ...CANONICAL, search: 'popup', wording: 'legacy' } },
  { name: 'shuffled-columns', variant: { ...CANONICAL, columns: 'shuffled', adjustments: 'three-cells' } },
  { name: 'images', variant: { ...CANONICAL, cob: 'image', status: 'upper', adjustments: 'one-cell-list' } },
  { name: 'buttons', variant: { ...CANONICAL, cob: 'button', button: 'Create Claim', transmission: 'select' } },
  { name: 'form-ledger', variant: { ...CANONICAL, ledger: 'form', status: 'dated' } },
  {
    name: 'older',
    variant: {
      columns: 'shuffled',
      wording: 'legacy',
      status: 'claim',
      search: 'reload',
      cob: 'image',
      adjustments: 'three-cells',
      button: 'Create Claim',
      transmission: 'select',
      ledger: 'form',
      prefill: 'full',
    },
  },
  {
    name: 'shuffled-popup',
    variant: {
      ...CANONICAL,
      columns: 'shuffled',
      wording: 'terse',
      status: 'dated',
      search: 'popup',
      cob: 'button',
      adjustments: 'three-cells',
    },
  },
];

const isKey = (key: string): key is keyof Variant => Object.hasOwn(CHOICES, key);

/** `search:popup,cob:image` or the name of a whole variant, over `base`; unknown words change nothing. */
export function parseVariant(text: string, base: Variant): Variant {
  const named = VARIANTS.find((v) => v.name === text);
  if (named) return named.variant;
  const out: Record<string, string> = { ...base };
  for (const part of text.split(',')) {
    const [key = '', value = ''] = part.split(':');
    const choices: readonly string[] = isKey(key) ? CHOICES[key] : [];
    if (choices.includes(value)) out[key] = value;
  }
  return out as unknown as Variant;
}

/** Something that goes wrong with the next matching requests. */
export type Fault = {
  /** Part of the address's path, e.g. `action.do`; any when absent. */
  path?: string;
  /** ACTION_NAME, exactly; any when absent. */
  action?: string;
  /** How many requests it hits; 1 when absent. */
  count?: number;
} & (
  | { kind: 'slow'; ms: number }
  | { kind: '500' }
  | { kind: 'expired' }
  /** The page ends in the middle of its n-th data row (1 = the first). */
  | { kind: 'cut'; row: number }
  | { kind: 'empty-search' }
  | { kind: 'doubled-search' }
);
