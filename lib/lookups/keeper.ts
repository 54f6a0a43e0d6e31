import type { ClaimKey } from '../claim/case';
import { type PayerMatch, type PayerOption, samePayer } from '../payers/aliases';
import { collapseHits } from './hits';
import { isOpen, type Lookup, type LookupStep, type SearchOrder, type SearchProgress } from './lookup';
import { omit } from './omit';
import { isFor, otherDocument, peopleIn, type SearchPage, sameLastName, shownBy } from './page';

/** How long a searching page may be silent. */
export const LEASE = 25_000;
/** How long one attempt may take in all, however busy the page says it is. */
export const LONGEST_ATTEMPT = 120_000;
/** How long a search waits for the form after the biller signed in again. */
export const LONGEST_WAIT = 600_000;
const ATTEMPTS = 2;
const MOST_KEPT = 100;

/** What happens to lookups. */
export type LookupEvent =
  | { on: 'start'; claim: ClaimKey; payer: string; lastName: string; tabId: number }
  | { on: 'retry'; id: string }
  | { on: 'cancel'; id: string }
  /** A page is about to press Search; it may if the answer is yes. */
  | { on: 'pressing'; id: string }
  | { on: 'progress'; id: string; progress: SearchProgress }
  /** A page was read. */
  | { on: 'page'; page: SearchPage }
  | { on: 'tab-closed'; tabId: number }
  /** The tab shows another site now. */
  | { on: 'tab-left'; tabId: number }
  /** Time has passed. */
  | { on: 'tick' }
  /** The worker starts: it may have been stopped before it sent an order. */
  | { on: 'restart' };

/** What the keeper has to know and does not keep. */
export interface KeeperEnv {
  /** Epoch milliseconds. */
  now: number;
  newId(): string;
  /** The payer search that a tab, or a popup of it, shows now. */
  searchIn(tabId: number): SearchPage | undefined;
  /** The tab that shows the form of a claim now. */
  tabFor(claim: ClaimKey): number | undefined;
  /** `matchPayer` with the names the biller confirmed. */
  match(payer: string, options: readonly PayerOption[]): PayerMatch;
}

/** An order for the frame that shows the search. */
export interface SentOrder {
  tabId: number;
  frameId: number;
  order: SearchOrder;
}

export interface Kept {
  lookups: Lookup[];
  orders: SentOrder[];
  /** The lookup that `start` made, joined or found again. */
  started?: Lookup;
  /** The answer to `pressing`. */
  mayPress: boolean;
}

// --- one lookup

/** A lookup without what belongs to one attempt. */
const settled = (lookup: Lookup, now: number): Lookup => ({
  ...omit(lookup, 'leaseUntil', 'attemptAt', 'signedOut', 'reason', 'pressed'),
  updatedAt: now,
});

const end = (lookup: Lookup, state: 'failed' | 'lost', reason: string, now: number): Lookup => ({
  ...settled(lookup, now),
  state,
  reason,
});

const tries = (lookup: Lookup): string => (lookup.attempt > 1 ? `, ${lookup.attempt} tries` : '');

const renew = (lookup: Lookup, now: number): Lookup => ({
  ...lookup,
  updatedAt: now,
  leaseUntil: Math.min(now + LEASE, (lookup.attemptAt ?? now) + LONGEST_ATTEMPT),
});

const attempt = (lookup: Lookup, n: number, now: number): Lookup =>
  renew({ ...settled(lookup, now), state: 'searching', step: 'payer', attempt: n, attemptAt: now, hits: [] }, now);

const queuedAgain = (lookup: Lookup, tabId: number, now: number): Lookup => {
  const earlier = hasAnswer(lookup) ? { earlier: { at: lookup.updatedAt, people: peopleIn(lookup.hits) } } : {};
  return {
    ...omit(settled(lookup, now), 'option'),
    ...earlier,
    tabId,
    state: 'queued',
    step: 'payer',
    attempt: 0,
    hits: [],
  };
};

/** Once more by itself, or given up with the reason. */
const againOrFail = (lookup: Lookup, why: string, now: number): Lookup =>
  lookup.attempt < ATTEMPTS
    ? attempt(lookup, lookup.attempt + 1, now)
    : end(lookup, 'failed', `${why}${tries(lookup)}.`, now);

const waitForSignIn = (lookup: Lookup, now: number): Lookup =>
  lookup.signedOut && lookup.leaseUntil === undefined
    ? lookup
    : {
        ...settled(lookup, now),
        step: 'payer',
        signedOut: true,
        reason: `The search of ${lookup.lastName} waits until you sign in.`,
      };

/** Signed in again, but the form is not there yet. */
const waitForForm = (lookup: Lookup, now: number): Lookup =>
  lookup.leaseUntil === undefined
    ? {
        ...lookup,
        updatedAt: now,
        leaseUntil: now + LONGEST_WAIT,
        reason: `Open the claim form again and the search of ${lookup.lastName} continues.`,
      }
    : lookup;

const answered = (lookup: Lookup, search: NonNullable<SearchPage['search']>, now: number): Lookup => {
  const hits = collapseHits(search.hits);
  const state = hits.length === 0 ? 'none' : hits.length === 1 ? 'found' : 'several';
  const words = search.message.trim();
  return {
    ...settled(lookup, now),
    state,
    step: 'result',
    hits,
    ...(words === '' || hits.length > 0 ? {} : { reason: words }),
  };
};

/** The next thing to do, by what the page shows. */
const nextStep = (lookup: Lookup, page: SearchPage): LookupStep => {
  if (page.search?.payer !== lookup.option?.value) return 'payer';
  return page.search?.lastName === lookup.lastName ? 'press' : 'name';
};

const sameQuestion = (a: Lookup, b: { payer: string; lastName: string }): boolean =>
  sameLastName(a.lastName, b.lastName) && (samePayer(a.payer, b.payer) || a.option?.label === b.payer);

const hasAnswer = (lookup: Lookup): boolean => ['found', 'several', 'none'].includes(lookup.state);

// --- all of them

const replace = (lookups: readonly Lookup[], next: Lookup): Lookup[] =>
  lookups.map((lookup) => (lookup.id === next.id ? next : lookup));

const searchingIn = (lookups: readonly Lookup[], tabId: number): Lookup | undefined =>
  lookups.find((lookup) => lookup.state === 'searching' && lookup.tabId === tabId);

const LATE = { waiting: 'The claim form was not opened again.', searching: 'The page did not answer.' };

/** The lease is over. A search made again whose old answer still stands there has it once more; else it is lost. */
const runOut = (lookup: Lookup, env: KeeperEnv): Lookup => {
  const shown = env.searchIn(lookup.tabId)?.search;
  if (lookup.step === 'result' && shown?.state === 'failed' && isFor(lookup, shown))
    return end(lookup, 'failed', `${failedSearch(shown.message)}${tries(lookup)}.`, env.now);
  const search = lookup.pressed?.again ? shown : undefined;
  return search?.state === 'done' && isFor(lookup, search) && shownBy(search) === lookup.pressed?.shown
    ? answered(lookup, search, env.now)
    : end(lookup, 'lost', lookup.signedOut ? LATE.waiting : LATE.searching, env.now);
};

const expire = (lookups: readonly Lookup[], env: KeeperEnv): Lookup[] =>
  lookups.map((lookup) =>
    isOpen(lookup) && lookup.leaseUntil !== undefined && lookup.leaseUntil <= env.now ? runOut(lookup, env) : lookup,
  );

const endAllIn = (lookups: readonly Lookup[], tabId: number, reason: string, now: number): Lookup[] =>
  lookups.map((lookup) => (isOpen(lookup) && lookup.tabId === tabId ? end(lookup, 'lost', reason, now) : lookup));

/** Starts the oldest that waits in each tab whose form is free. */
const promote = (lookups: readonly Lookup[], env: KeeperEnv): { lookups: Lookup[]; begun: Lookup[] } => {
  let all = [...lookups];
  const begun: Lookup[] = [];
  for (;;) {
    const next = all.find((lookup) => lookup.state === 'queued' && !searchingIn(all, lookup.tabId));
    if (!next) return { lookups: all, begun };
    const first = begin(next, env);
    if (isOpen(first)) begun.push(first);
    all = replace(all, first);
  }
};

const begin = (lookup: Lookup, env: KeeperEnv): Lookup => {
  const page = env.searchIn(lookup.tabId);
  if (!page?.search) return end(lookup, 'failed', 'Open the secondary claim form, then search again.', env.now);
  const match = env.match(lookup.payer, page.search.payers);
  if (match.match === 'none') {
    const why = `${lookup.payer} is not in the form's payer list. Pick the payer on the form; the panel remembers the name.`;
    return end(lookup, 'failed', why, env.now);
  }
  if (match.match === 'several') {
    const why = `${match.options.length} payers of the form's list could be ${lookup.payer}. Pick the payer on the form; the panel remembers the name.`;
    return end(lookup, 'failed', why, env.now);
  }
  const { value, label } = match.option;
  return attempt({ ...lookup, option: { value, label } }, 1, env.now);
};

const orderFor = (lookup: Lookup, env: KeeperEnv): SentOrder[] => {
  const page = env.searchIn(lookup.tabId);
  if (lookup.state !== 'searching' || lookup.signedOut || !lookup.option || !page) return [];
  const { id: lookupId, option: payer, lastName } = lookup;
  const order = { lookupId, payer, lastName, pressed: lookup.step === 'result' };
  return [{ tabId: page.tabId, frameId: page.frameId, order }];
};

// --- what a page says

/** The search that a page may speak of: of its own tab, of the form it is a popup of, or the one that it names. */
const searchOf = (lookups: readonly Lookup[], page: SearchPage): Lookup | undefined => {
  const own = searchingIn(lookups, page.tabId);
  if (own) return own;
  if (page.openerTabId !== undefined) return searchingIn(lookups, page.openerTabId);
  // Browsers do not always tell whose popup a window is. Then it has to name the payer and the name itself.
  const { search } = page;
  if (page.page !== 'payer-search' || !search) return undefined;
  const named = lookups.filter(
    (lookup) =>
      lookup.state === 'searching' &&
      lookup.step === 'result' &&
      lookup.claim.patient.startsWith(`${page.origin}|`) &&
      isFor(lookup, search),
  );
  return named.length === 1 ? named[0] : undefined;
};

/** A result is the answer to this press: it was not there before, or it is sure to have come since. */
const isNew = (lookup: Lookup, page: SearchPage): boolean => {
  const { pressed } = lookup;
  if (lookup.step !== 'result' || !pressed) return false;
  return pressed.busy || otherDocument(pressed.documentId, page.documentId) || pressed.shown !== shownBy(page.search);
};

const NO_ANSWER = 'The page answered with an error';

/** What the window of a search shows in place of its answer. */
const withoutAnswer = (lookup: Lookup, page: SearchPage, now: number): Lookup => {
  if (lookup.step !== 'result' || page.frameId !== 0) return lookup;
  if (page.page === 'login')
    return end(lookup, 'failed', 'The search window asks you to sign in. Sign in there, then try again.', now);
  return page.serverError ? againOrFail(lookup, NO_ANSWER, now) : lookup;
};

/** The page itself says that its search did not come through. */
const failedSearch = (message: string): string => `The search did not come through: ${message.replace(/[.\s]+$/, '')}`;

const withoutSearch = (lookup: Lookup, page: SearchPage, now: number): Lookup => {
  if (page.tabId !== lookup.tabId) return withoutAnswer(lookup, page, now);
  if (page.frameId !== 0) return lookup;
  if (page.page === 'login') return waitForSignIn(lookup, now);
  if (lookup.signedOut) return waitForForm(lookup, now);
  if (page.serverError) return end(lookup, 'failed', `The page answered with an error${tries(lookup)}.`, now);
  const elsewhere = page.complete && !['unknown', 'claim-form', 'payer-search'].includes(page.page);
  return elsewhere ? end(lookup, 'lost', 'The page moved on during the search.', now) : lookup;
};

const busyNow = (lookup: Lookup, page: SearchPage, now: number): Lookup => {
  const pressed = lookup.pressed ?? { documentId: page.documentId, shown: '', again: false };
  return renew({ ...lookup, step: 'result', pressed: { ...pressed, busy: true } }, now);
};

const withSearch = (lookup: Lookup, page: SearchPage, now: number): Lookup => {
  const { search } = page;
  if (!search) return lookup;
  const mine = isFor(lookup, search);
  if (mine && search.state === 'busy') return busyNow(lookup, page, now);
  if (mine && search.state === 'done' && page.complete && isNew(lookup, page)) {
    return page.serverError ? againOrFail(lookup, NO_ANSWER, now) : answered(lookup, search, now);
  }
  if (mine && search.state === 'failed' && page.complete && isNew(lookup, page)) {
    return againOrFail(lookup, failedSearch(search.message), now);
  }
  if (lookup.step !== 'result') {
    const going = omit(lookup, 'signedOut', 'reason');
    const begun = lookup.signedOut ? { ...going, attemptAt: now } : going;
    return renew({ ...begun, step: nextStep(lookup, page) }, now);
  }
  if (page.serverError) return againOrFail(lookup, NO_ANSWER, now);
  const gone =
    otherDocument(lookup.pressed?.documentId ?? '', page.documentId) && page.complete && search.state !== 'busy';
  // A popup of the form is another document by nature; only the form itself tells that the search is gone.
  if (gone && page.tabId === lookup.tabId) return againOrFail(lookup, 'The page came back without an answer', now);
  return renew(lookup, now);
};

/** The same search as one that has its answer already, on the same form. */
const knownAlready = (lookups: readonly Lookup[], page: SearchPage): Lookup | undefined =>
  lookups.find(
    (lookup) =>
      hasAnswer(lookup) &&
      lookup.claim.patient === page.claim?.patient &&
      page.search !== undefined &&
      isFor(lookup, page.search) &&
      peopleIn(lookup.hits) === peopleIn(page.search.hits),
  );

const isName = (text: string): boolean => text.trim() !== '' && text.length <= 200;

/** The biller searched in the page herself: noticed where payer and name stood there before the result came. */
const notice = (lookups: Lookup[], page: SearchPage, env: KeeperEnv): Lookup[] => {
  const { search, claim, before } = page;
  const option = search?.payers.find((payer) => payer.value === search.payer);
  if (!search || !claim || !option || search.payer === '' || !isName(search.lastName) || page.serverError)
    return lookups;
  const asked = before?.search.payer === search.payer && sameLastName(before.search.lastName, search.lastName);
  const came =
    search.state === 'done' &&
    asked &&
    page.complete &&
    (before.search.state === 'busy' ||
      otherDocument(before.documentId, page.documentId) ||
      shownBy(before.search) !== shownBy(search));
  if ((search.state !== 'busy' && !came) || knownAlready(lookups, page)) return lookups;
  const seen: Lookup = attempt(
    {
      id: env.newId(),
      claim,
      payer: option.label,
      option: { value: option.value, label: option.label },
      lastName: search.lastName.trim(),
      tabId: page.openerTabId ?? page.tabId,
      startedBy: 'page',
      state: 'searching',
      step: 'result',
      attempt: 1,
      createdAt: env.now,
      updatedAt: env.now,
      hits: [],
    },
    1,
    env.now,
  );
  return [...lookups, came ? answered(seen, search, env.now) : busyNow(seen, page, env.now)];
};

const onPage = (lookups: Lookup[], page: SearchPage, env: KeeperEnv): Lookup[] => {
  const lookup = searchOf(lookups, page);
  if (!lookup) return notice(lookups, page, env);
  const next = page.search ? withSearch(lookup, page, env.now) : withoutSearch(lookup, page, env.now);
  return replace(lookups, next);
};

// --- what the biller and the page's script do

/** One more for this claim of what is known already: the answer and its age stay, nothing is asked again. */
const copyFor = (lookup: Lookup, claim: ClaimKey, env: KeeperEnv): Lookup => ({ ...lookup, id: env.newId(), claim });

const start = (
  lookups: Lookup[],
  event: Extract<LookupEvent, { on: 'start' }>,
  env: KeeperEnv,
): { lookups: Lookup[]; id: string } => {
  const same = lookups.filter((lookup) => lookup.claim.patient === event.claim.patient && sameQuestion(lookup, event));
  const open = same.find((lookup) => isOpen(lookup) && lookup.tabId === event.tabId);
  if (open) return { lookups, id: open.id };
  const ofClaim = same.filter((lookup) => lookup.claim.claim === event.claim.claim);
  const done = ofClaim.find(hasAnswer) ?? same.find(hasAnswer);
  if (done) {
    if (ofClaim.includes(done)) return { lookups, id: done.id };
    const copy = copyFor(done, event.claim, env);
    return { lookups: [...lookups, copy], id: copy.id };
  }
  const failed = ofClaim.find((lookup) => !isOpen(lookup));
  if (failed) return { lookups: toTheEnd(lookups, queuedAgain(failed, event.tabId, env.now)), id: failed.id };
  const { claim, payer, lastName, tabId } = event;
  const fresh: Lookup = {
    id: env.newId(),
    claim,
    payer,
    lastName,
    tabId,
    startedBy: 'panel',
    state: 'queued',
    step: 'payer',
    attempt: 0,
    createdAt: env.now,
    updatedAt: env.now,
    hits: [],
  };
  return { lookups: [...lookups, fresh], id: fresh.id };
};

/** Those that wait start in the order of the list. */
const toTheEnd = (lookups: readonly Lookup[], last: Lookup): Lookup[] => [
  ...lookups.filter((lookup) => lookup.id !== last.id),
  last,
];

const retry = (lookups: Lookup[], id: string, env: KeeperEnv): Lookup[] => {
  const lookup = lookups.find((each) => each.id === id);
  if (!lookup || isOpen(lookup)) return lookups;
  const tabId = env.tabFor(lookup.claim) ?? lookup.tabId;
  return toTheEnd(lookups, queuedAgain(lookup, tabId, env.now));
};

/** True where the people that a page lists are the answer to this very question: the last one given in the tab. */
const isAnswerOf = (lookup: Lookup, people: string, lookups: readonly Lookup[]): boolean => {
  const [last] = lookups
    .filter((other) => hasAnswer(other) && other.tabId === lookup.tabId)
    .map((other) => ({ at: other.updatedAt, people: peopleIn(other.hits), same: sameQuestion(other, lookup) }))
    .concat(lookup.earlier ? [{ ...lookup.earlier, same: true }] : [])
    .sort((a, b) => b.at - a.at);
  return last?.same === true && last.people === people;
};

const press = (lookups: Lookup[], id: string, env: KeeperEnv): { lookups: Lookup[]; mayPress: boolean } => {
  const lookup = lookups.find((each) => each.id === id);
  if (lookup?.state !== 'searching' || lookup.signedOut || lookup.step === 'result')
    return { lookups, mayPress: false };
  const page = env.searchIn(lookup.tabId);
  const again = isAnswerOf(lookup, peopleIn(page?.search?.hits ?? []), lookups);
  const pressed = { documentId: page?.documentId ?? '', shown: shownBy(page?.search), busy: false, again };
  return { lookups: replace(lookups, renew({ ...lookup, step: 'result', pressed }, env.now)), mayPress: true };
};

const AFTER: Record<'payer' | 'name' | 'pressed', LookupStep> = { payer: 'name', name: 'press', pressed: 'result' };

const progressed = (lookups: Lookup[], id: string, progress: SearchProgress, now: number): Lookup[] => {
  const lookup = lookups.find((each) => each.id === id);
  if (lookup?.state !== 'searching' || progress.did === 'nothing') return lookups;
  if (progress.did === 'refused') return replace(lookups, end(lookup, 'failed', progress.why, now));
  const step = lookup.step === 'result' ? 'result' : AFTER[progress.did];
  return replace(lookups, renew({ ...lookup, step }, now));
};

const cancel = (lookups: Lookup[], id: string, now: number): Lookup[] =>
  lookups.map((lookup) =>
    lookup.id === id && isOpen(lookup) ? { ...settled(lookup, now), state: 'cancelled' } : lookup,
  );

/** Lets the oldest ended ones go. */
const trim = (lookups: Lookup[]): Lookup[] => {
  const spare = lookups.length - MOST_KEPT;
  if (spare <= 0) return lookups;
  const oldest = lookups
    .filter((lookup) => !isOpen(lookup))
    .sort((a, b) => a.updatedAt - b.updatedAt)
    .slice(0, spare);
  return lookups.filter((lookup) => !oldest.includes(lookup));
};

/** Which lookups get an order after an event, beside those that begin. */
const toldBy = (event: LookupEvent, lookups: readonly Lookup[]): Lookup[] => {
  if (event.on === 'restart') return lookups.filter((lookup) => lookup.state === 'searching');
  if (event.on === 'page') return lookups.filter((lookup) => lookup === searchOf(lookups, event.page));
  // The page's own next reading brings the next order; this one is for pages that do not change by a step.
  if (event.on === 'progress' && (event.progress.did === 'payer' || event.progress.did === 'name')) {
    return lookups.filter((lookup) => lookup.id === event.id);
  }
  return [];
};

const react = (
  lookups: Lookup[],
  event: LookupEvent,
  env: KeeperEnv,
): { lookups: Lookup[]; startedId?: string; mayPress?: boolean } => {
  switch (event.on) {
    case 'start': {
      const { lookups: next, id } = start(lookups, event, env);
      return { lookups: next, startedId: id };
    }
    case 'retry':
      return { lookups: retry(lookups, event.id, env) };
    case 'cancel':
      return { lookups: cancel(lookups, event.id, env.now) };
    case 'pressing':
      return press(lookups, event.id, env);
    case 'progress':
      return { lookups: progressed(lookups, event.id, event.progress, env.now) };
    case 'page':
      return { lookups: onPage(lookups, event.page, env) };
    case 'tab-closed':
      return { lookups: endAllIn(lookups, event.tabId, 'The tab was closed during the search.', env.now) };
    case 'tab-left':
      return { lookups: endAllIn(lookups, event.tabId, 'The page moved on during the search.', env.now) };
    case 'tick':
    case 'restart':
      return { lookups };
  }
};

const unchanged = (before: readonly Lookup[], after: readonly Lookup[]): boolean =>
  before.length === after.length && before.every((lookup, i) => lookup === after[i]);

/**
 * All that happens to lookups, one event at a time; pure. States: queued → searching → found | several | none | failed |
 * lost | cancelled. One search at a time in a form; an open lookup always has a lease, waits for the biller to sign in,
 * or is queued behind one that does, so none stays silent. What it returns has to be stored before any order is sent.
 */
export const keep = (lookups: Lookup[], event: LookupEvent, env: KeeperEnv): Kept => {
  const { lookups: changed, startedId, mayPress = false } = react(expire(lookups, env), event, env);
  const { lookups: all, begun } = promote(changed, env);
  const told = [...new Set([...begun, ...toldBy(event, all)])];
  const kept = trim(all);
  const started = kept.find((lookup) => lookup.id === startedId);
  return {
    lookups: unchanged(lookups, kept) ? lookups : kept,
    orders: told.flatMap((lookup) => orderFor(lookup, env)),
    ...(started ? { started } : {}),
    mayPress,
  };
};

/** When the next lease runs out, in epoch milliseconds. */
export const nextLease = (lookups: readonly Lookup[]): number | undefined => {
  const leases = lookups.filter(isOpen).flatMap((lookup) => lookup.leaseUntil ?? []);
  return leases.length === 0 ? undefined : Math.min(...leases);
};
