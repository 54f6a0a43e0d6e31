import type { Address, Chart, Policy } from '../claim/claim';
import { parseDate, parseRecentDate } from '../claim/dates';
import { parseMoney } from '../claim/money';
import { parseName } from '../claim/names';
import { absent, type Parsed, type Reading, read, unreadable } from '../claim/reading';
import { agree, asText, type Context, oneOf, placeAt, readText } from './context';
import { type Field, fieldsOf } from './fields';
import { rawText } from './look';
import type { PatientLabel, PolicyField, Rank } from './profile';
import { cellsOf, findGrids, rowsOf, Spans } from './table';
import { meaningOf, meaningsFor, plain, plainLines } from './words';

/** Texts of one policy, by what they are, with the element each stands in. */
type Texts = Map<PolicyField, { text: string; el: Element }>;

const LABELS: Record<PolicyField, string> = {
  rank: 'rank',
  active: 'status',
  payer: 'payer',
  payerId: 'payer ID',
  memberId: 'member ID',
  group: 'group',
  plan: 'plan',
  type: 'type',
  insured: 'insured',
  insuredDob: "insured's birth date",
  insuredSex: "insured's sex",
  insuredAddress: "insured's address",
  insuredStreet: "insured's street",
  insuredCity: "insured's city",
  insuredState: "insured's state",
  insuredZip: "insured's ZIP",
  insuredPhone: "insured's phone",
  relationship: 'relationship',
  effective: 'effective',
  terminated: 'terminated',
  electronicSecondary: 'takes electronic secondary claims',
};

const NOTHING = /^(?:-+|—|n\/a|none|not on file)$/i;
const CITY_LINE = /^(.+?),?\s+([A-Z]{2})\.?,?\s+(\d{5}(?:-?\d{4})?)$/i;
const PHONE = /^(?:ph(?:one)?\.?:?\s*)?(\(?\d{3}\)?[-. ]?\d{3}[-. ]?\d{4})$/i;

/** `12 ELM ST`, `AUSTIN, TX 78701` on lines of their own or in one; a phone may follow. */
export const parseAddress = (text: string): Parsed<Address> => {
  const fail = { ok: false, why: `"${plain(text, 60)}" cannot be read as an address.` } as const;
  let lines = plainLines(text);
  const phone = PHONE.exec(lines.at(-1) ?? '')?.[1];
  if (phone) lines = lines.slice(0, -1);
  if (lines.length === 1) {
    const parts = (lines[0] ?? '').split(/\s*,\s*/);
    // `12 ELM ST, AUSTIN TX 78701`, or the city divided from the state too.
    const cityParts = CITY_LINE.test(parts.at(-1) ?? '') ? 1 : 2;
    if (parts.length <= cityParts) return fail;
    lines = [parts.slice(0, -cityParts).join(', '), parts.slice(-cityParts).join(', ')];
  }
  const city = CITY_LINE.exec(lines.at(-1) ?? '');
  const street = lines.slice(0, -1).join(' ');
  if (!city || !street) return fail;
  const [, name = '', state = '', zip = ''] = city;
  return {
    ok: true,
    value: { line1: street, city: name.replace(/,$/, ''), state: state.toUpperCase(), zip, phone: phone ?? '' },
  };
};

type AddressPart = 'street' | 'city' | 'state' | 'zip' | 'phone';

/** An address from boxes of its own, else from one text. */
const addressFrom = (
  part: (name: AddressPart) => string | undefined,
  whole: string | undefined,
  ctx: Context,
  path: string,
  label: string,
): Reading<Address> => {
  const place = placeAt(ctx, path, label);
  const [street, city, state, zip, phone] = (['street', 'city', 'state', 'zip', 'phone'] as const).map((name) =>
    plain(part(name) ?? ''),
  );
  if (city && state && zip) {
    const line1 = street || plain((whole ?? '').split('\n')[0] ?? '');
    const value = { line1, city, state: state.toUpperCase(), zip, phone: phone ?? '' };
    return read(value, [line1, city, state, zip].join(', '), place);
  }
  if (!whole || plain(whole) === '') return absent;
  const parsed = parseAddress(whole);
  if (!parsed.ok) return unreadable(plain(whole), parsed.why, place);
  return read({ ...parsed.value, phone: parsed.value.phone || phone || '' }, plain(whole.replace(/\n/g, ', ')), place);
};

const parseMember = (text: string): Parsed<string> =>
  /^[A-Z0-9][A-Z0-9 .*/-]{0,39}$/i.test(text) && /\d/.test(text)
    ? { ok: true, value: text }
    : { ok: false, why: `"${text}" is not a member ID.` };

/** `Secondary`, `Secondary (Archived)`: what was archived has no rank any more. */
const rankOf = (ctx: Context, text: string): Rank | undefined => {
  const whole = meaningOf(ctx.profile.ranks, text);
  const [, main = '', beside = ''] = /^(.+?)\s*[([-]\s*([^)\]]+)[)\]]?$/.exec(text) ?? [];
  if (whole || !main) return whole;
  const [rank, state] = [meaningOf(ctx.profile.ranks, main), meaningOf(ctx.profile.ranks, beside)];
  return rank && state === 'archived' ? state : undefined;
};

const policyFrom = (ctx: Context, texts: Texts, rank: Reading<Rank>, path: string): Policy => {
  const value = <T>(field: PolicyField, parse: (text: string) => Parsed<T>): Reading<T> => {
    const found = texts.get(field);
    const place = placeAt(
      ctx,
      `${path}/${field}`,
      `${rank.kind === 'read' ? titled(rank.value) : 'Insurance'}, ${LABELS[field]}`,
    );
    if (!found) return absent;
    ctx.handles.set(place.path, found.el);
    const text = plain(found.text.replace(/\n/g, ' '));
    return text === '' || NOTHING.test(text) ? absent : readText(text, place, parse);
  };
  /** What a claim cannot do without: an empty cell is an answer, not a thing that the page does not have. */
  const needed = <T>(field: PolicyField, blank: Reading<T>, parse: (text: string) => Parsed<T>): Reading<T> => {
    const reading = value(field, parse);
    const found = texts.get(field);
    if (reading.kind !== 'absent' || !found || blank.kind === 'absent') return reading;
    return { ...blank, raw: plain(found.text), place: placeAt(ctx, `${path}/${field}`, LABELS[field]) };
  };
  const active = value('active', oneOf(activeIn(ctx), 'status'));
  const terminated = value('terminated', parseRecentDate);
  return {
    rank,
    active: rank.kind === 'read' && rank.value === 'archived' ? read(false, rank.raw, rank.place) : active,
    payer: value('payer', asText),
    payerId: needed('payerId', EMPTY_TEXT, asText),
    memberId: needed('memberId', EMPTY_TEXT, parseMember),
    group: value('group', asText),
    plan: value('plan', asText),
    type: value('type', (text) => ({ ok: true, value: text.toLowerCase() })),
    insured: value('insured', parseName),
    insuredDob: value('insuredDob', parseDate),
    insuredSex: value(
      'insuredSex',
      oneOf((text) => meaningOf(ctx.profile.sexes, text), 'sex'),
    ),
    insuredAddress: addressFrom(
      (part) => texts.get(`insured${titled(part)}` as PolicyField)?.text,
      texts.get('insuredAddress')?.text,
      ctx,
      `${path}/insuredAddress`,
      "Insured's address",
    ),
    relationship: needed(
      'relationship',
      NOT_FILLED_IN,
      oneOf((text) => meaningOf(ctx.profile.relationships, text), 'relationship'),
    ),
    effective: value('effective', parseRecentDate),
    terminated,
    electronicSecondary: value('electronicSecondary', (text) => {
      const word = meaningOf(ctx.profile.yesNo, text);
      return word ? { ok: true, value: word === 'yes' } : { ok: false, why: `"${text}" is neither yes nor no.` };
    }),
    path,
  };
};

const NOWHERE = { page: 'chart', path: '', label: '' } as const;
const EMPTY_TEXT: Reading<string> = read('', '', NOWHERE);
const NOT_FILLED_IN: Reading<never> = unreadable('', 'Nothing is filled in.', NOWHERE);

const titled = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const activeIn =
  (ctx: Context) =>
  (text: string): boolean | undefined => {
    const word = meaningOf(ctx.profile.yesNo, text);
    return word && word === 'yes';
  };

/** Paths by rank; a second one of the same rank gets a number. */
const pathFor = (policies: readonly Policy[], rank: string): string => {
  const same = policies.filter(({ path }) => path === `chart/${rank}` || path.startsWith(`chart/${rank}-`)).length;
  return same ? `chart/${rank}-${same + 1}` : `chart/${rank}`;
};

/** Policies of tables with heads: one a row. */
const fromTables = (ctx: Context, policies: Policy[]): Set<Element> => {
  const used = new Set<Element>();
  for (const grid of findGrids(ctx.doc.body, ctx.profile.columns.policies, 3, ctx.look)) {
    if (!grid.meanings.has('payer') || !(grid.meanings.has('memberId') || grid.meanings.has('rank'))) continue;
    if ([...used].some((table) => table.contains(grid.table) || grid.table.contains(table))) continue;
    used.add(grid.table);
    const caption = sectionOf(ctx, grid.table);
    const spans = new Spans();
    let n = 0;
    let group: Rank | undefined = caption;
    for (const row of rowsOf(grid.table)) {
      const cells = spans.lay(row);
      n += 1;
      if (n <= grid.headRows || !ctx.look.shows(row)) continue;
      if (new Set(cells).size === 1) {
        group = rankOf(ctx, plain(rawText(row), 60)) ?? group;
        continue;
      }
      const texts: Texts = new Map();
      for (const [field, columns] of grid.columns.of) {
        const cell = columns.length === 1 ? cells[columns[0] ?? -1] : undefined;
        if (cell) texts.set(field, { text: ctx.look.text(cell), el: cell });
      }
      if (!plain(texts.get('payer')?.text ?? '')) continue;
      takeRankFromType(ctx, texts);
      const shown = plain(texts.get('rank')?.text ?? '');
      const rank = rankOf(ctx, shown) ?? (shown ? undefined : group);
      const path = pathFor(policies, rank ?? 'insurance');
      const place = placeAt(ctx, `${path}/rank`, 'Insurance, rank');
      ctx.handles.set(path, row);
      ctx.handles.set(place.path, row);
      policies.push(policyFrom(ctx, texts, rankReading(ctx, shown, rank, place), path));
    }
  }
  return used;
};

/** Policies side by side: a row of ranks, beneath it a label and each policy's value in every row. */
const fromSides = (ctx: Context, policies: Policy[], used: Set<Element>): void => {
  for (const table of [...ctx.doc.querySelectorAll('table')].slice(0, 200)) {
    if (table.querySelector('table') || used.has(table)) continue;
    let ranks: (Rank | undefined)[] = [];
    let sides: Texts[] = [];
    for (const row of rowsOf(table)) {
      const cells = cellsOf(row);
      const texts = cells.map((cell) => plain(rawText(cell), 60));
      const named = texts.map((text, i) => (i > 0 ? rankOf(ctx, text) : undefined));
      if (!ranks.length && new Set(named.filter(Boolean)).size > 1) {
        ranks = named;
        sides = cells.map(() => new Map());
        used.add(table);
      } else if (ranks.length === cells.length) {
        const { is } = meaningsFor(ctx.profile.columns.policies, (texts[0] ?? '').replace(/:$/, ''));
        const [field] = is;
        if (is.length === 1 && field)
          sides.forEach((side, i) => {
            const el = cells[i];
            if (el) side.set(field, { text: ctx.look.text(el), el });
          });
      }
    }
    ranks.forEach((rank, i) => {
      const texts = sides[i];
      if (!rank || !texts || !plain(texts.get('payer')?.text ?? '')) return;
      const path = pathFor(policies, rank);
      const el = texts.get('payer')?.el;
      if (el) ctx.handles.set(path, el);
      policies.push(policyFrom(ctx, texts, read(rank, rank, placeAt(ctx, `${path}/rank`, 'Insurance, rank')), path));
    });
  }
};

/** A column headed "Type" says either what kind of plan it is or which rank it has: its words tell. */
const takeRankFromType = (ctx: Context, texts: Texts): void => {
  const type = texts.get('type');
  if (!type || texts.has('rank') || !rankOf(ctx, plain(type.text))) return;
  texts.set('rank', type);
  texts.delete('type');
};

const rankReading = (
  ctx: Context,
  shown: string,
  rank: Rank | undefined,
  place: ReturnType<typeof placeAt>,
): Reading<Rank> => {
  if (rank) return read(rank, shown || rank, place);
  return shown
    ? unreadable(shown, `The panel does not know the rank "${shown}".`, { ...place, page: ctx.page })
    : absent;
};

/** The rank that a heading just above a table names. */
const sectionOf = (ctx: Context, table: Element): Rank | undefined => {
  for (let el: Element | null = table, up = 0; el && up < 3; el = el.parentElement, up += 1) {
    const before = el.previousElementSibling;
    const text = plain(
      rawText(table.querySelector(':scope > caption') ?? before ?? el.ownerDocument.createTextNode('')),
      60,
    );
    const rank = rankOf(ctx, text);
    if (rank) return rank;
  }
  return undefined;
};

/** A label whose cell or box beside it is empty: something is looked at that holds nothing. */
const isBlankField = ({ value, blank }: Field<PolicyField>): boolean => value === '' && blank;

/** Policies of labelled boxes: under headings (`Secondary insurance`), or one alone on a page of its own. */
const fromLabels = (ctx: Context, policies: Policy[], skip: ReadonlySet<Element>): void => {
  const fields = fieldsOf(ctx.doc.body, ctx.profile.columns.policies, ctx.look, { skip, sections: ctx.profile.ranks });
  const sections = new Map<string, Texts>();
  const clash = new Map<string, Set<PolicyField>>();
  for (const field of fields) {
    const { label, value, el, section = ctx.page === 'insurance' ? ALONE : undefined } = field;
    if (!section || (!value && !isBlankField(field))) continue;
    const texts = sections.get(section) ?? new Map();
    sections.set(section, texts);
    const known = texts.get(label);
    if (!known || known.text === '') texts.set(label, { text: value, el });
    else if (value !== '' && known.text !== value) clash.set(section, (clash.get(section) ?? new Set()).add(label));
  }
  // What stands outside the headings of a page with several profiles is none of its own.
  if (sections.size > 1) sections.delete(ALONE);
  for (const [section, texts] of sections) {
    // Two different values for one label in one section: nobody can tell which is the policy's.
    for (const label of clash.get(section) ?? []) texts.delete(label);
    const has = (field: PolicyField) => (texts.get(field)?.text ?? '') !== '';
    if (section === ALONE ? !(has('payer') && has('memberId')) : !has('payer') && !has('memberId')) continue;
    const rank = rankOfSection(ctx, section, texts);
    const known = rank.kind === 'read' ? rank.value : undefined;
    if (policies.some((policy) => policy.rank.kind === 'read' && policy.rank.value === known && known !== 'archived'))
      continue;
    const path = pathFor(policies, known ?? 'insurance');
    const el = [...texts.values()][0]?.el;
    if (el) ctx.handles.set(path, el);
    policies.push(policyFrom(ctx, texts, rank, path));
  }
};

/** The one profile of a page about one. */
const ALONE = 'alone';

/** The rank by the heading above, else by the profile's own words. */
const rankOfSection = (ctx: Context, section: string, texts: Texts): Reading<Rank> => {
  takeRankFromType(ctx, texts);
  const own = plain(texts.get('rank')?.text ?? '');
  const state = rankOf(ctx, plain(texts.get('active')?.text ?? ''));
  const rank = state === 'archived' ? state : section === ALONE ? rankOf(ctx, own) : (section as Rank);
  const place = placeAt(ctx, `chart/${rank ?? 'insurance'}/rank`, 'Insurance, rank');
  return rankReading(ctx, section === ALONE ? own : section, rank, place);
};

/** The body of the balances' frame, where it is of the same origin and loaded. */
const balanceBodies = (ctx: Context): Element[] => {
  const bodies: Element[] = [];
  for (const frame of [...ctx.doc.querySelectorAll('iframe')].slice(0, 20)) {
    try {
      const body = frame.contentDocument?.body;
      if (body) bodies.push(body);
    } catch {
      // A frame of another origin is not ours to read.
    }
  }
  return bodies;
};

/** Reads what the chart says about the patient and each insurance profile. */
export const readChart = (ctx: Context, fields: readonly Field<PatientLabel>[]): Chart => {
  const policies: Policy[] = [];
  const tables = fromTables(ctx, policies);
  fromSides(ctx, policies, tables);
  fromLabels(ctx, policies, tables);
  const own = fields.filter(({ section }) => !section);
  const first = (label: PatientLabel) => own.find((field) => field.label === label && field.value !== '');
  const sexField = first('sex');
  if (sexField) ctx.handles.set('chart/sex', sexField.el);
  let patientBalance: Reading<number> = absent;
  const framed = balanceBodies(ctx).flatMap((body) => fieldsOf(body, ctx.profile.labels.patient, ctx.look));
  for (const { label, shown, value, el } of [...own, ...framed]) {
    if (label !== 'patientBalance') continue;
    const place = placeAt(ctx, 'chart/patientBalance', plain(shown, 40));
    patientBalance = agree(patientBalance, readText(value, place, parseMoney));
    ctx.handles.set(place.path, el);
  }
  return {
    sex: readText(
      sexField?.value ?? '',
      placeAt(ctx, 'chart/sex', "Patient's sex"),
      oneOf((text) => meaningOf(ctx.profile.sexes, text), 'sex'),
    ),
    address: addressFrom(
      (part) => first(part)?.value,
      first('address')?.value,
      ctx,
      'chart/address',
      "Patient's address",
    ),
    policies,
    patientBalance,
  };
};
