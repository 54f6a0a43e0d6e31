/** A ledger that can be read by GET while Claim History stays open. */
export interface LedgerOrder {
  claim: string;
  href: string;
}

/** What the open Claim History still wants: its document, and the ledgers that are not read yet, in the order of use. */
export interface LedgerWish {
  documentId: string;
  ledgers: LedgerOrder[];
}

/** How far the reading of one Claim History is. */
export interface LedgerRun {
  done: number;
  total: number;
  /** Ledgers that wait for her word: beyond the first ones, or behind a stop. */
  left: number;
  going: boolean;
  /** Why it stopped by itself. */
  problem?: string;
}

/** So many ledgers of one Claim History are read without being asked for: the PM answers each. */
export const BY_ITSELF = 25;
/** So many failures in a row, and the PM is left in peace. */
const GIVE_UP = 2;

export const GAVE_UP = 'NextGen Office did not answer. The ledgers read so far are kept.';

interface ReaderEnv {
  wish: () => LedgerWish | undefined;
  /** Reads and keeps one. Rejects where the PM did not answer; a page that is of no use is an answer. */
  read: (order: LedgerOrder) => Promise<unknown>;
  tell: (run: LedgerRun | undefined) => void;
}

/**
 * Reads the ledgers of the open Claim History one after the other, each once for each time the page is loaded,
 * so that the verdicts appear by themselves. Another page ends it; what was read is kept.
 */
export const createLedgerReader = ({ wish, read, tell }: ReaderEnv) => {
  let documentId: string | undefined;
  let tried = new Set<string>();
  /** Tried without an answer: read again when she asks for the rest. */
  let unanswered = new Set<string>();
  let allowed = BY_ITSELF;
  let failures = 0;
  let running = false;

  const untried = (now: LedgerWish): LedgerOrder[] => now.ledgers.filter(({ claim }) => !tried.has(claim));

  const turnTo = (now: LedgerWish | undefined) => {
    if (now?.documentId === documentId) return;
    documentId = now?.documentId;
    tried = new Set();
    unanswered = new Set();
    allowed = BY_ITSELF;
    failures = 0;
  };

  const say = (now: LedgerWish | undefined, going: boolean) => {
    const open = now ? untried(now).length : 0;
    if (!now || (tried.size === 0 && open === 0)) return tell(undefined);
    const coming = going ? Math.min(open, allowed - tried.size) : 0;
    tell({
      done: tried.size,
      total: tried.size + coming,
      left: open - coming + (going ? 0 : unanswered.size),
      going: going && coming > 0,
      ...(failures >= GIVE_UP ? { problem: GAVE_UP } : {}),
    });
  };

  const nextOrder = (): LedgerOrder | undefined => {
    const now = wish();
    turnTo(now);
    const order = now && failures < GIVE_UP && tried.size < allowed ? untried(now)[0] : undefined;
    say(now, order !== undefined);
    return order;
  };

  const look = async (): Promise<void> => {
    if (running) return;
    running = true;
    try {
      for (let order = nextOrder(); order; order = nextOrder()) {
        const at = documentId;
        const answered = await read(order).then(
          () => true,
          () => false,
        );
        if (at !== documentId) continue;
        tried.add(order.claim);
        if (!answered) unanswered.add(order.claim);
        failures = answered ? 0 : failures + 1;
      }
    } finally {
      running = false;
    }
  };

  return {
    /** Goes on with what the page in front wants. */
    look,
    /** Stops after the ledger that is being read. */
    stop: () => {
      allowed = tried.size;
    },
    /** Reads the ones that are left too. */
    readOn: () => {
      allowed = Number.POSITIVE_INFINITY;
      failures = 0;
      for (const claim of unanswered) tried.delete(claim);
      unanswered.clear();
      return look();
    },
  };
};
