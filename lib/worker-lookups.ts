import { type KeeperEnv, keep, type LookupEvent, nextLease, type SentOrder } from './lookups/keeper';
import { isOpen, type Lookup } from './lookups/lookup';
import { sendMessage } from './messages';
import { aliasKey, type ConfirmedAliases, matchPayer } from './payers/aliases';
import { COMMANDS } from './schemas/commands';
import { isSignedOut } from './session/merge';
import { searchPageIn, tabWithForm } from './session/search-page';
import type { SessionState } from './session/state';
import { type Alias, readAliases, type Session } from './storage';
import { quietly } from './worker-pages';

export const ALARM = 'lookups';
/** Alarms do not come sooner than this. */
const SHORTEST_ALARM = 30_000;

const confirmedNames = (aliases: readonly Alias[]): ConfirmedAliases =>
  Object.fromEntries(aliases.map(({ chartName, formName }) => [aliasKey(chartName), formName]));

/** What the worker does for lookups: takes events into the session, then tells pages, badge and alarm. */
export const lookupsOf = (session: Session) => {
  const keeperEnv = (state: SessionState, aliases: readonly Alias[]): KeeperEnv => ({
    now: Date.now(),
    newId: () => crypto.randomUUID(),
    searchIn: (tabId) => (isSignedOut(state.tabs[tabId]) ? undefined : searchPageIn(state, tabId)),
    tabFor: (claim) => tabWithForm(state, claim),
    match: (payer, options) => matchPayer(payer, options, confirmedNames(aliases)),
  });

  /** The state after some events, and what is to be told to pages. */
  const lookedAfter = (state: SessionState, events: LookupEvent[], aliases: readonly Alias[]) => {
    let lookups = state.lookups;
    let orders: SentOrder[] = [];
    let started: Lookup | undefined;
    let mayPress = false;
    for (const event of events) {
      const kept = keep(lookups, event, keeperEnv(state, aliases));
      lookups = kept.lookups;
      orders = [...orders, ...kept.orders];
      started = kept.started ?? started;
      mayPress = kept.mayPress;
    }
    return { state: lookups === state.lookups ? state : { ...state, lookups }, orders, started, mayPress };
  };

  /** Tells the browser what follows from the lookups: the badge, and the alarm for the next lease. */
  const showLookups = async (lookups: readonly Lookup[]): Promise<void> => {
    const open = lookups.filter(isOpen).length;
    await browser.action.setBadgeText({ text: open === 0 ? '' : String(open) });
    const lease = nextLease(lookups);
    if (lease === undefined) await browser.alarms.clear(ALARM);
    else await browser.alarms.create(ALARM, { when: Math.max(lease, Date.now() + SHORTEST_ALARM) });
  };

  /** Sends the orders; what the page did of them comes back as progress. */
  const sendOrders = (orders: readonly SentOrder[]): void => {
    for (const { tabId, frameId, order } of orders) {
      if (order.pressed) continue;
      const sending = sendMessage('search', order, { tabId, frameId }).then(async (progress) => {
        // The page's script is no more to be trusted in its answers than in its messages.
        const said = COMMANDS.searchProgress.safeParse({ lookupId: order.lookupId, progress });
        if (said.success) await lookupEvents([{ on: 'progress', id: order.lookupId, progress: said.data.progress }]);
      });
      void quietly(sending);
    }
  };

  const lookupEvents = async (events: LookupEvent[]) => {
    const aliases = await readAliases();
    const { lookups, ...kept } = await session.update((state) => {
      const next = lookedAfter(state, events, aliases);
      return { state: next.state, answer: { ...next, lookups: next.state.lookups } };
    });
    await showLookups(lookups);
    sendOrders(kept.orders);
    return kept;
  };

  return { lookedAfter, showLookups, sendOrders, lookupEvents };
};
