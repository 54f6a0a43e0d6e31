import { BOXES } from '../claim/boxes';
import type { ClaimForm, FormBox, SearchHit } from '../claim/form';
import { type Codec, hidden, inside, isRecord, type Json, list, object, optional } from './codec';
import { placeAt } from './readings';
import { date, flag, number, oneOf, text } from './values';

type WrittenBox = Omit<FormBox, 'box' | 'place'>;

const option = object<{ value: string; label: string }>({ value: text, label: text });

const otherwise = <T>(codec: Codec<T>, value: T) => ({
  ...codec,
  leftOut: () => value,
  isLeftOut: (own: T) => own === value,
});

const writtenBox: Codec<Omit<WrittenBox, 'shown'> & { shown?: string }> = object<
  Omit<WrittenBox, 'shown'> & { shown?: string }
>({
  control: otherwise(oneOf<FormBox['control']>('text', 'select', 'checkbox', 'radio'), 'text'),
  value: text,
  shown: optional(text),
  options: optional(list(option)),
  maxLength: optional(number),
  state: otherwise(oneOf<FormBox['state']>('open', 'disabled', 'read-only', 'hidden', 'off-screen'), 'open'),
  touched: otherwise(flag, false),
});

const plainBox = (value: string): WrittenBox => ({
  control: 'text',
  value,
  shown: value,
  state: 'open',
  touched: false,
});

/** A box by what stands in it; in parts where it is more than a text box. */
const box: Codec<WrittenBox> = {
  read: (json, at, problems) => {
    if (typeof json === 'string') return plainBox(json);
    const made = writtenBox.read(json, at, problems);
    return made && { ...made, shown: made.shown ?? made.value };
  },
  write: (made) => {
    const isPlain = JSON.stringify({ ...plainBox(made.value), ...made }) === JSON.stringify(plainBox(made.value));
    if (isPlain) return made.value;
    const { shown, ...others } = made;
    return writtenBox.write(shown === made.value ? others : made);
  },
};

const withoutPlace = (whole: FormBox): WrittenBox => {
  const { box: _id, place: _place, ...others } = whole;
  return others;
};

/** The boxes by their ids; those that the page does not have are left out. */
const boxes: Codec<FormBox[]> = {
  read: (json, at, problems) => {
    if (!isRecord(json)) return problems.say(at, 'has to be an object of boxes, { "1a": "..." }');
    return Object.entries(json).flatMap(([id, value]): FormBox[] => {
      const place = inside(at, id);
      if (!BOXES.has(id)) problems.say(place, 'no box of the form has this id');
      const made = box.read(value, place, problems);
      return made ? [{ box: id, ...made, place: { ...placeAt(place), path: `form/${id}`, label: `Box ${id}` } }] : [];
    });
  },
  write: (all): Json => Object.fromEntries(all.map((one) => [one.box, box.write(withoutPlace(one))])),
};

const OPTIONS: ClaimForm['transmission']['options'] = [
  { value: 'electronic', label: 'Electronic', means: 'electronic' },
  { value: 'paper', label: 'Print Locally', means: 'paper' },
];

const MEANS = oneOf('electronic', 'paper', 'unknown');

/** How the claim is to be sent: what the chosen option means. */
const transmission: Codec<ClaimForm['transmission']> = {
  read: (json, at, problems) => {
    const means = MEANS.read(json, at, problems);
    return means && { value: means === 'unknown' ? '' : means, options: OPTIONS };
  },
  write: ({ value, options }) => options.find((one) => one.value === value)?.means ?? 'unknown',
};

type WrittenForm = Pick<ClaimForm, 'claimId' | 'boxes' | 'transmission'>;

const written: Codec<WrittenForm> = object<WrittenForm>({
  claimId: optional(text),
  boxes,
  transmission: { ...transmission, leftOut: () => ({ value: '', options: OPTIONS }) },
});

/** The payer that is chosen on the form, where its box shows one. */
const searchOf = (all: readonly FormBox[]): ClaimForm['search'] => {
  const label = all.find((one) => one.box === 'payer')?.shown ?? '';
  const payers = label === '' ? [] : [{ value: label, label }];
  return { payers, payer: label, lastName: '', state: 'none', hits: [], message: '' };
};

/** The secondary claim form: its boxes and how it is sent. Messages and the payer search are no part of a case file. */
export const form: Codec<ClaimForm> = {
  read: (json, at, problems) => {
    const made = written.read(json, at, problems);
    return made && { ...made, search: searchOf(made.boxes), messages: [] };
  },
  write: written.write,
};

/** The insurance profile that was picked in the payer search. */
export const picked: Codec<SearchHit> = object<SearchHit>({
  insuranceId: text,
  name: text,
  dob: optional(date),
  payer: optional(text),
  group: optional(text),
  path: hidden(''),
});
