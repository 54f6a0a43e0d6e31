import type { ExtensionMessage } from '@webext-core/messaging';
import { onMessage, type Protocol } from './messages';
import { pmOrigin } from './permissions';
import type { z } from './zod';

/**
 * Who may send a message.
 * `page`: the content script of a PM page. `panel`: the side panel or the options page.
 * `worker-or-panel`: any context of the extension itself, for messages to a content script.
 */
export type Tier = 'page' | 'panel' | 'worker-or-panel';

type Sender = chrome.runtime.MessageSender;
type Name = keyof Protocol;
type Input<N extends Name> = Parameters<Protocol[N]> extends [infer D] ? D : undefined;
type Output<N extends Name> = ReturnType<Protocol[N]>;

/** Why a message was not taken. Crosses to the sender as an Error with this name and code. */
export class Refused extends Error {
  override name = 'Refused';
  constructor(readonly code: 'sender' | 'payload' | 'unknown-message') {
    super(`Refused: ${code}`);
  }
}

/** The pages of the extension that may command the worker. */
const PANEL_PAGES: ReadonlySet<string> = new Set(['/sidepanel.html', '/options.html']);

/** Of `chrome-extension://id/page.html` the first three parts: URL gives an origin only for schemes it knows. */
const originIn = (address: string): string => address.split('/', 3).join('/');

const ownOrigin = (): string => originIn(browser.runtime.getURL('/'));

/** The origin the browser vouches for; the address is believed only where the browser gives no origin. */
const originOf = (sender: Sender): string | undefined => {
  if (sender.origin !== undefined) return sender.origin;
  return import.meta.env.BROWSER === 'firefox' && sender.url ? originIn(sender.url) : undefined;
};

const active = (sender: Sender): boolean =>
  sender.documentLifecycle === undefined || sender.documentLifecycle === 'active';

const isOwn = (sender: Sender): boolean => originOf(sender) === ownOrigin();

/** True where the sender is of that tier. The default is no. */
const ADMITTED: Record<Tier, (sender: Sender) => boolean> = {
  page: (sender) =>
    sender.tab?.id !== undefined && sender.frameId !== undefined && active(sender) && pmOrigin(originOf(sender)),
  panel: (sender) => isOwn(sender) && PANEL_PAGES.has(URL.parse(sender.url ?? '')?.pathname ?? ''),
  'worker-or-panel': (sender) => isOwn(sender),
};

/** A page may only speak of itself: the address in its reading has the origin the browser gives. */
const speaksOfItself = (data: unknown, sender: Sender): boolean =>
  !(typeof data === 'object' && data !== null && 'url' in data && typeof data.url === 'string') ||
  URL.parse(data.url)?.origin === originOf(sender);

/** How one message is guarded. */
export interface Rule<N extends Name> {
  from: Tier;
  schema: z.ZodMiniType<Input<N>>;
}

/**
 * Decides about one message: first who sent it, then what it holds.
 * @returns the payload as its schema made it; unknown keys are gone
 * @throws Refused
 */
export const admit = <N extends Name>(rule: Rule<N>, data: unknown, sender: Sender): Input<N> => {
  if (sender.id !== browser.runtime.id || !ADMITTED[rule.from](sender)) throw new Refused('sender');
  const parsed = rule.schema.safeParse(data);
  if (!parsed.success) throw new Refused('payload');
  if (rule.from === 'page' && !speaksOfItself(parsed.data, sender)) throw new Refused('sender');
  return parsed.data;
};

const handled = new Set<string>();

/**
 * Answers a message, for senders of one tier and payloads of one shape only. Everything else gets `Refused`.
 * @returns a function that stops answering
 */
export const handle = <N extends Name>(
  name: N,
  rule: Rule<N>,
  fn: (data: Input<N>, sender: Sender) => Output<N> | Promise<Output<N>>,
): (() => void) => {
  handled.add(name);
  const answer = (message: ExtensionMessage & { data: unknown }) =>
    fn(admit(rule, message.data, message.sender), message.sender);
  const off = onMessage(name, answer as Parameters<typeof onMessage<N>>[1]);
  return () => {
    handled.delete(name);
    off();
  };
};

/** Answers every message that nobody handles here with a refusal, so that no sender waits for silence. For the worker. */
export const refuseTheRest = (): void => {
  browser.runtime.onMessage.addListener((message: unknown, _sender, respond: (answer: unknown) => void) => {
    const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : undefined;
    if (typeof type === 'string' && handled.has(type)) return false;
    respond({ err: { name: 'Refused', message: 'Refused: unknown-message', code: 'unknown-message' } });
    return false;
  });
};
