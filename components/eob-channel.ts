import type { Eob } from './models/eob';

/** Between the panel and the pages it opens; nobody but this extension can listen. */
const CHANNEL = 'eob';
/** So many EOBs can be printed again by reloading their page, while the panel is open. */
const KEPT = 5;

type Ask = { ask: string };
type Give = { give: string; eob: Eob | null };

const isAsk = (data: unknown): data is Ask => typeof data === 'object' && data !== null && 'ask' in data;
const isGive = (data: unknown): data is Give => typeof data === 'object' && data !== null && 'give' in data;

const kept = new Map<string, Eob>();
let channel: BroadcastChannel | undefined;

const listen = () => {
  if (channel) return;
  channel = new BroadcastChannel(CHANNEL);
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const eob = isAsk(data) ? kept.get(data.ask) : undefined;
    if (isAsk(data) && eob) channel?.postMessage({ give: data.ask, eob } satisfies Give);
  });
};

/** Keeps an EOB for the page that asks for it by this id. In memory only: it is gone with the panel. */
export const offerEob = (eob: Eob): string => {
  listen();
  const id = crypto.randomUUID();
  kept.set(id, eob);
  for (const old of [...kept.keys()].slice(0, -KEPT)) kept.delete(old);
  return id;
};

/** Asks the panel for the EOB of an id. `tell` is called once, with undefined where nobody answers in time. */
export const askForEob = (id: string, tell: (eob: Eob | undefined) => void, patience = 3000): (() => void) => {
  const asking = new BroadcastChannel(CHANNEL);
  const end = (eob: Eob | undefined) => {
    clearTimeout(timer);
    asking.close();
    tell(eob);
  };
  const timer = setTimeout(() => end(undefined), patience);
  asking.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isGive(data) && data.give === id && data.eob) end(data.eob);
  });
  asking.postMessage({ ask: id } satisfies Ask);
  return () => {
    clearTimeout(timer);
    asking.close();
  };
};
