import type { ClaimStatus, PayerLevel } from '../claim/claim';
import { parseDateSpan } from '../claim/dates';
import { parseMoney } from '../claim/money';
import type { Parsed } from '../claim/reading';
import { asText, type Context, oneOf } from './context';
import type { Profile } from './profile';
import { meaningOf, mentions, plain, plainLines } from './words';

const CLAIM_ID = /^(?:claim\s*)?#?\s*([A-Z0-9][A-Z0-9-]{0,39})(?:\s(?!claims?\b)\D*)?$/i;
/** Most claim numbers are nothing but digits. */
const DIGITS = /^\d{1,40}$/;

/** A claim number, also as `Claim #8841207`. */
export const parseId = (text: string): Parsed<string> => {
  const id = DIGITS.test(text) ? text : CLAIM_ID.exec(text)?.[1];
  return id && /\d/.test(id) ? { ok: true, value: id } : { ok: false, why: `"${text}" is not a claim number.` };
};

/** Dates that stand beside a status say when, not which: `Finalized 03/10/2026`. */
const WHEN =
  /\s*[-(,]?\s*\b(?:(?:on|since|as of)\s+)?\d{1,2}[/-]\d{1,2}[/-]\d{2,4}(?:\s+\d{1,2}:\d{2}(?:\s*[ap]m)?)?\)?/gi;

/** `Claim Sent to Payer` says no more than `Sent to Payer`. */
const OF_CLAIM = /^claim\s+(?:status:?\s*)?/i;

const parseStatus =
  ({ profile }: Context) =>
  (text: string): Parsed<ClaimStatus> => {
    const bare = text.replace(WHEN, '');
    const value = [text, bare, bare.replace(OF_CLAIM, '')]
      .map((one) => meaningOf(profile.statuses, one))
      .find((one) => one !== undefined);
    if (value) return { ok: true, value };
    return {
      ok: false,
      why: `The panel does not know the status "${text}". It does not count as Finalized.`,
    };
  };

/** What stands where a claim has no such payer. */
const NOBODY = /^(?:none|n\/a|-+|—)$/i;

/** What a text of Claim History came to: nothing where none stands there, or none is meant. */
export interface Taken {
  raw: string;
  parsed: Parsed<unknown> | undefined;
}

type Take = (text: string) => Taken;

/** The sorts of values that a claim has. */
export type Sort = 'id' | 'text' | 'dos' | 'status' | 'level' | 'payer' | 'money' | 'yesNo';

const taking =
  (parse: (text: string) => Parsed<unknown> | undefined): Take =>
  (text) => {
    const raw = plain(text);
    return { raw, parsed: raw === '' ? undefined : parse(raw) };
  };

/** Takes each text once: most texts of a column are the same few. */
const remembering = (take: Take): Take => {
  const known = new Map<string, Taken>();
  return (text) => {
    let taken = known.get(text);
    if (!taken) {
      taken = take(text);
      known.set(text, taken);
    }
    return taken;
  };
};

/** How the texts of each sort are read on one page. */
export const takesOf = (ctx: Context): Record<Sort, Take> => ({
  id: taking(parseId),
  text: taking(asText),
  dos: remembering(taking(parseDateSpan)),
  status: remembering(taking(parseStatus(ctx))),
  level: remembering(taking(oneOf<PayerLevel>((text) => meaningOf(ctx.profile.levels, text), 'level'))),
  payer: remembering(taking((text) => (NOBODY.test(text) ? undefined : asText(text)))),
  money: taking(parseMoney),
  yesNo: remembering(taking(oneOf((text) => meaningOf(ctx.profile.yesNo, text), 'mark'))),
});

/** The parts of a cell that holds several values: by lines, else by ` / `. */
export const partsOf = (text: string, count: number): string[] | undefined => {
  const lines = plainLines(text);
  const parts = lines.length > 1 ? lines : (lines[0] ?? '').split(/\s+[/|]\s+|\s*;\s*/);
  return parts.length === count ? parts.map((part) => plain(part)) : undefined;
};

const LABELLED = /^\s*([A-Za-z1-3]{1,10})\s*[:)=-]\s+?(.+)$/;

/** Both payers of a cell: labelled (`P: AETNA`), else in order. Undefined where they cannot be told apart. */
export const payersIn = (text: string, profile: Profile): { primary?: string; secondary?: string } | undefined => {
  const lines = plainLines(text)
    .flatMap((line) => line.split(/\s+[/|]\s+|\s*;\s*/))
    .filter(Boolean);
  if (lines.length === 0 || lines.length > 3) return lines.length ? undefined : {};
  const out: { P?: string; S?: string; T?: string } = {};
  const labelled = lines.map((line) => {
    const [, label = '', value = ''] = LABELLED.exec(line) ?? [];
    return { level: meaningOf(profile.levels, label), value };
  });
  if (labelled.every(({ level }) => level)) {
    for (const { level, value } of labelled) {
      if (!level || out[level]) return undefined;
      out[level] = value;
    }
  } else {
    if (labelled.some(({ level }) => level) || lines.length > 2) return undefined;
    if (lines.length === 1 && lines[0]?.includes('/')) return undefined;
    [out.P = '', out.S = ''] = lines;
  }
  return {
    ...(out.P ? { primary: out.P } : {}),
    ...(out.S && !NOBODY.test(out.S) ? { secondary: out.S } : {}),
  };
};

/** What words say about a mark: yes, no, or nothing. */
export const flagIn = (text: string, flag: { yes: string; no: string }): boolean | undefined => {
  let says: boolean | undefined;
  for (const clause of text.split(/[\n;|]|\.\s|,\s/)) {
    if (mentions(clause, flag.no)) says ??= false;
    else if (mentions(clause, flag.yes)) says = mentions(clause, 'not|no|never|if|may') ? says : true;
  }
  return says;
};
