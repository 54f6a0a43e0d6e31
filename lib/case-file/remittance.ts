import type { Case } from '../claim/case';
import type { Adjudication } from '../claim/era';
import { claimToFind, findClaim } from '../era/find-claim';
import { FileIndex } from '../era/index-file';
import { recoveriesElsewhere } from '../era/recoupment';
import { adjudication } from '../schemas/era';
import { inOrderOfPayment } from '../session/remittances';
import { type Codec, isRecord, list, object, optional, type Problems } from './codec';
import { kept, text } from './values';

/** One remittance: an 835 file, the text of one, or answers as the panel keeps them (amounts in cents). */
interface WrittenRemittance {
  file?: string;
  text?: string;
  answers?: Adjudication[];
}

const one: Codec<WrittenRemittance> = object<WrittenRemittance>({
  file: optional(text),
  text: optional(text),
  answers: optional(list(kept(adjudication))),
});

const several = list(one);

export const remittance: Codec<WrittenRemittance[]> = {
  read: (json, at, problems) => several.read(isRecord(json) ? [json] : json, at, problems),
  write: several.write,
};

interface OpenFile {
  name: string;
  text: string;
  index: FileIndex;
}

const openFile = (name: string, whole: string): OpenFile => {
  const index = new FileIndex(name);
  index.push(whole);
  index.end();
  return { name, text: whole, index };
};

type Wanted = Parameters<typeof claimToFind>[0];

/** The answers of one file to the claim, found as the panel finds them: by number, else by patient, days and charge. */
const answersIn = ({ name, text: whole, index }: OpenFile, claim: Wanted): Adjudication[] =>
  findClaim(index.claims, claimToFind(claim)).found.flatMap(({ entry, match }): Adjudication[] => {
    const answer = index.adjudication(entry, whole.slice(entry.offset, entry.offset + entry.length));
    if (!answer) return [];
    const others = index.sets.map(({ payment, providerAdjustments }) => ({ payment, providerAdjustments }));
    const elsewhere = recoveriesElsewhere(answer, others);
    const providerAdjustments = [...answer.providerAdjustments, ...elsewhere];
    return [{ ...answer, providerAdjustments, file: { id: name, name }, match }];
  });

/** Gives the text of an 835 file that a case names; undefined where it cannot be read. */
export type ReadFile = (path: string) => string | undefined;

/**
 * What the remittances say of the claim, in the order of payment; undefined where none of them answers it.
 * A file that is not there or is no 835 is a problem of the case file.
 */
export const answersOf = (
  written: readonly WrittenRemittance[],
  claim: Wanted,
  readFile: ReadFile,
  at: string,
  problems: Problems,
): Case['remittance'] => {
  const all = written.flatMap((each, i): Adjudication[] => {
    const whole = each.text ?? (each.file === undefined ? undefined : readFile(each.file));
    if (each.file !== undefined && whole === undefined) problems.say(`${at}[${i}].file`, `cannot read ${each.file}`);
    if (whole === undefined) return each.answers ?? [];
    const file = openFile(each.file ?? 'remittance', whole);
    if (file.index.refused !== undefined) problems.say(`${at}[${i}]`, file.index.refused);
    return answersIn(file, claim);
  });
  return all.length === 0 ? undefined : inOrderOfPayment(all);
};
