import type { Place } from '../../lib/claim/reading';
import { isOpen, type Lookup } from '../../lib/lookups/lookup';
import type { FillJournal, PrefillPlan } from '../../lib/prefill/plan';
import type { PatientFile, SubmitOutcome } from '../../lib/session/session';
import { type Action, type Next, STEP_NAMES, type Step } from '../intent';
import { checkModel, isFormOnly } from './check';
import { type ClaimItem, groupOf, nextClaim } from './claims';
import { ORDER, ORDER_QUESTION, orderModel, questionsWords } from './order';
import { actionPlace, cobAction, ledgerLink } from './places';
import { count, small } from './text';

const openClaim = (item: ClaimItem): Action => ({
  label: `Open claim ${item.title}`,
  intent: { do: 'open', claim: item.id },
});

const readAgain: Action = { label: 'Read again', intent: { do: 'read-again' } };

const show = (label: string, place: Place): Action => ({ label, icon: 'show', intent: { do: 'show', place } });

const READY_WORDS = { electronic: 'ready to send', print: 'ready to print', none: 'ready', undecided: 'ready' };

/** What to do with the patient as a whole. */
export const nextOfList = (items: ClaimItem[], file: PatientFile): Next => {
  const first = nextClaim(items);
  if (first) return { text: wordsOf(first), go: openClaim(first) };
  if (items.length === 0)
    return {
      text: file.claimsReadAt === undefined ? 'open Claim History.' : 'nothing to bill for this patient.',
      also: readAgain,
    };
  const unread = items.find((item) => groupOf(item.exam) === 'cannot-tell');
  if (unread) return { text: `see what is not known about ${unread.title}.`, go: openClaim(unread) };
  const waiting = items.filter((item) => groupOf(item.exam) === 'waiting').length;
  const billed = items.filter((item) => groupOf(item.exam) === 'billed').length;
  const parts = [
    waiting > 0 && `${count(waiting, 'claim')} wait${waiting === 1 ? 's' : ''} for the primary`,
    billed > 0 && `${billed} ${billed === 1 ? 'is' : 'are'} billed`,
  ].filter(Boolean);
  return {
    text: parts.length > 0 ? `Nothing to bill today. ${parts.join(', ')}.` : 'Nothing to bill today.',
    plain: true,
  };
};

const wordsOf = (item: ClaimItem): string => {
  const { verdict, route } = item.exam;
  if (verdict.kind === 'ready') return `${item.title} is ${READY_WORDS[route.way]}.`;
  return verdict.kind === 'decide'
    ? `${item.title} needs a decision.`
    : `${item.title} is blocked: ${small(verdict.short)}.`;
};

/** The ledger, read in the background where its row gives an address, else opened by her. */
export const ledgerActions = (item: ClaimItem): { go?: Action; also?: Action } => {
  const link = ledgerLink(item.case.row);
  if (!link) return {};
  const open = show(link.href ? 'Open it on the page' : 'Show the ledger link on page', actionPlace(link));
  if (!link.href) return { go: open };
  return {
    go: { label: 'Read the ledger', intent: { do: 'read-ledger', claim: item.id, href: link.href } },
    also: open,
  };
};

const toStep = (text: string, step: Step): Next => ({
  text,
  go: { label: `Go to ${STEP_NAMES[step]}`, intent: { do: 'step', step } },
});

const nextOfReady = (item: ClaimItem, formOpen: boolean): Next => {
  if (formOpen) return toStep('the form is open. Look the payer up.', 'payer');
  const cob = cobAction(item.case.row);
  if (cob?.enabled)
    return { text: 'press COB on this row in NextGen Office.', go: show('Show COB on page', actionPlace(cob)) };
  return { text: 'open the secondary claim form in NextGen Office.', also: readAgain };
};

/** A fix as the next step, with the reading after it. */
const withReading = (fix: string): string =>
  /read again\.?$/.test(fix) ? fix : `${fix.replace(/\.$/, '')}, then read again.`;

const nextOfBlocked = (item: ClaimItem): Next => {
  const { blocks } = checkModel(item);
  const [first] = blocks;
  if (!first) return { text: 'fix what blocks the claim, then read again.', also: readAgain };
  const line = first.lines[0];
  const place = first.places[0];
  const text = blocks.length === 1 ? withReading(small(first.fix)) : `fix ${blocks.length} things, then read again.`;
  return {
    text,
    ...(place && { go: show(line ? `Show line ${line} on page` : 'Show on page', place) }),
    also: readAgain,
  };
};

/** What the Check step knows beside the claim. */
interface CheckNext {
  formOpen: boolean;
  patient: string;
  /** Questions she set aside. */
  unsure: readonly string[];
}

/** Her answers about the coverage, where checks that could block wait for them. */
const nextOfOrder = (item: ClaimItem, { patient, unsure }: CheckNext): Next | undefined => {
  const model = orderModel(item, patient, unsure);
  if (!model || model.waiting.length === 0) return undefined;
  const { open, unsure: aside } = model;
  if (open.length > 0)
    return {
      text: `answer ${questionsWords(open)}.`,
      go: { label: 'First question', intent: { do: 'focus', id: ORDER_QUESTION } },
    };
  return aside.length > 0
    ? {
        text: 'find out what you do not know, then answer under Payer order.',
        also: { label: 'Go to Payer order', intent: { do: 'focus', id: ORDER } },
      }
    : undefined;
};

const nextOfUnknown = (item: ClaimItem, more: CheckNext): Next => {
  const { unread, questions } = checkModel(item);
  if (unread.some(({ source }) => source === 'ledger')) {
    const ledger = ledgerActions(item);
    const byItself = ledger.go?.intent.do === 'read-ledger';
    return { text: byItself ? 'let the panel read the ledger.' : 'open the ledger of this claim.', ...ledger };
  }
  if (questions.length > 0) return nextOfQuestions(questions.length);
  if (unread.some(({ source }) => source === 'chart'))
    return { text: "open the patient's chart, then come back.", also: readAgain };
  const order = nextOfOrder(item, more);
  if (order) return order;
  return { text: 'look at what is not known, then read again.', also: readAgain };
};

const nextOfQuestions = (n: number): Next => ({
  text: `answer ${count(n, 'question')}.`,
  go: { label: 'First question', intent: { do: 'focus', id: 'question' } },
});

const nextOfDoNotBill = (item: ClaimItem, next: ClaimItem | undefined): Next => ({
  text: item.exam.verdict.group === 'waiting' ? 'nothing to do until the primary is final.' : 'nothing to send.',
  ...(next && { also: { ...openClaim(next), label: 'Go to the next claim' } }),
});

/** What to do on the Check step. */
export const nextOfCheck = (item: ClaimItem, items: ClaimItem[], more: CheckNext): Next => {
  if (item.exam.verdict.group) return nextOfDoNotBill(item, nextClaim(items, item.id));
  switch (item.exam.verdict.kind) {
    case 'ready':
      return nextOfReady(item, more.formOpen);
    case 'decide': {
      const model = checkModel(item);
      return nextOfQuestions(model.decisions.length + model.questions.length);
    }
    case 'blocked':
      return isFormOnly(item.exam) ? toStep('fill the form.', 'fill') : nextOfBlocked(item);
    case 'cannot-tell':
      return nextOfUnknown(item, more);
    case 'do-not-bill':
      return nextOfDoNotBill(item, nextClaim(items, item.id));
  }
};

const toForm = (item: ClaimItem): Next => {
  const cob = cobAction(item.case.row);
  return cob?.enabled
    ? { text: 'open the form: press COB on this row.', go: show('Show COB on page', actionPlace(cob)) }
    : { text: 'open the secondary claim form in NextGen Office.' };
};

export interface PayerNext {
  lookup: Lookup | undefined;
  search: Action | undefined;
  formOpen: boolean;
  picked: boolean;
}

/** What to do on the Payer step. */
export const nextOfPayer = (item: ClaimItem, { lookup, search, formOpen, picked }: PayerNext): Next => {
  const again: Action | undefined = search && { ...search, label: 'Search again' };
  if (!formOpen) return toForm(item);
  if (picked)
    return {
      text: 'read what will be filled.',
      go: { label: 'Go to Fill', intent: { do: 'step', step: 'fill' } },
      ...(again && { also: again }),
    };
  if (!lookup || lookup.state === 'cancelled')
    return search ? { text: 'look the payer up on the form.', go: search } : { text: 'pick the payer on the form.' };
  if (isOpen(lookup))
    return {
      text: lookup.signedOut ? 'sign in on the page.' : 'the search runs. You can keep working.',
      also: cancel(lookup),
    };
  if (lookup.state === 'failed' || lookup.state === 'lost')
    return { text: 'try the search again.', go: { label: 'Try again', intent: { do: 'retry', lookup: lookup.id } } };
  if (lookup.state === 'none') return { text: "check the name on the patient's card.", ...(again && { also: again }) };
  return { text: "pick the ID that is on the patient's card.", ...(again && { also: again }) };
};

const cancel = (lookup: Lookup): Action => ({ label: 'Cancel', intent: { do: 'cancel', lookup: lookup.id } });

export interface FillNext {
  plan: PrefillPlan | undefined;
  toFill: number;
  journal: FillJournal | undefined;
  blocked: boolean;
}

/** What to do on the Fill step. */
export const nextOfFill = (item: ClaimItem, { plan, toFill, journal, blocked }: FillNext): Next => {
  if (!plan) return toForm(item);
  const fill: Action = { label: `Fill ${count(toFill, 'box', 'boxes')}`, intent: { do: 'fill', plan } };
  const undo: Action | undefined = journal && {
    label: 'Undo the fill',
    icon: 'undo',
    intent: { do: 'undo', claim: item.id },
  };
  const refused = journal?.results.find((result) => result.status === 'refused');
  if (journal && toFill === 0)
    return {
      text: refused
        ? 'do that box by hand, read the form, press Submit.'
        : 'read the form, then press Submit in NextGen Office.',
      ...(refused && {
        go: show('Show the box', { page: 'claim-form', path: refused.path, label: `Box ${refused.box}` }),
      }),
      ...(undo && { also: undo }),
    };
  if (toFill === 0 && plan.items.some(({ state }) => state === 'proposal'))
    return { text: 'read what the panel proposes, and tick it where it is right.' };
  if (toFill === 0) return { text: 'nothing to fill. Read the form, then press Submit in NextGen Office.' };
  if (blocked)
    return {
      text: `${small(item.exam.verdict.headline)}. You can fill the form, but NextGen Office will refuse it.`,
      also: fill,
    };
  return { text: 'read the list, then fill. You can undo it.', go: fill, ...(undo && { also: undo }) };
};

/** What to do on the Submit step. */
export const nextOfSubmit = (
  item: ClaimItem,
  outcome: SubmitOutcome | undefined,
  items: ClaimItem[],
  posting: Place | undefined,
  formOpen: boolean,
): Next => {
  if (outcome?.kind === 'accepted') {
    const next = nextClaim(items, item.id);
    if (!next)
      return { text: 'nothing more to bill for this patient.', also: { label: 'All claims', intent: { do: 'list' } } };
    return {
      text: wordsOf(next),
      go: { ...openClaim(next), label: 'Go to the next claim' },
      also: { label: 'All claims', intent: { do: 'list' } },
    };
  }
  if (outcome?.kind === 'refused') {
    const box = outcome.messages.find((message) => message.place)?.place;
    if (posting)
      return { text: 'fix the posting, then submit again.', go: show('Show the posting', posting), also: readAgain };
    return box
      ? { text: 'fix the box, then submit again.', go: show('Show the box', box), also: readAgain }
      : { text: 'fix what the messages say, then submit again.', also: readAgain };
  }
  if (!formOpen) return toForm(item);
  return { text: 'read the form, then press Submit in NextGen Office.' };
};
