/** Words of which a page that the product reads has at least one, in its text or on a button. */
const WORDS =
  /claim|ledger|charge|insur|payer|payment|polic|balance|password|sign[ -]?(?:in|on)|log[ -]?(?:in|on)|session|error/i;
/** The text beyond is not looked at. */
const MAX_CHARS = 40_000;
/** A form of this many controls is worth a look, whatever it says. */
const MANY_CONTROLS = 12;

const isPassword = ({ type }: HTMLInputElement): boolean => type === 'password';

const hasBoxes = (doc: Document): boolean => {
  const inputs = doc.getElementsByTagName('input');
  return inputs.length >= MANY_CONTROLS || Array.prototype.some.call(inputs, isPassword);
};

/**
 * Whether a page may be one of those that are read. Costs next to nothing: only where it says yes is the reader loaded, which
 * decides by meaning. A wrong yes costs the loading; a page without a single one of these words has nothing to read.
 */
export const worthReading = (doc: Document): boolean => {
  if (!doc.body) return false;
  return WORDS.test(`${doc.title} ${(doc.body.textContent ?? '').slice(0, MAX_CHARS)}`) || hasBoxes(doc);
};

const NOTHING = Symbol.for('cob-companion.nothing-to-read');
const world = globalThis as { [NOTHING]?: true };

/** Leaves word in the extension's own world of this page that there is nothing to read. */
export const noteNothing = (): void => {
  world[NOTHING] = true;
};

/** Whether `noteNothing` was called in this page. */
export const notedNothing = (): boolean => world[NOTHING] === true;
