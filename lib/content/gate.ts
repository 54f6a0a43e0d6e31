/** Words of which a page that the product reads has at least one, in its text or on a button. */
const WORDS =
  /claim|ledger|charge|insur|payer|payment|polic|balance|password|sign[ -]?(?:in|on)|log[ -]?(?:in|on)|session|error/i;
/** The text beyond is not looked at. */
const MAX_CHARS = 40_000;
/** A form of this many controls is worth a look, whatever it says. */
const MANY_CONTROLS = 12;

/**
 * Whether a page may be one of those that are read. Costs next to nothing: only where it says yes is the reader loaded, which
 * decides by meaning. A wrong yes costs the loading; a page without a single one of these words has nothing to read.
 */
export const worthReading = (doc: Document): boolean => {
  if (!doc.body) return false;
  if (doc.querySelector('input[type="password"]')) return true;
  if (doc.getElementsByTagName('input').length >= MANY_CONTROLS) return true;
  return WORDS.test(doc.title) || WORDS.test((doc.body.textContent ?? '').slice(0, MAX_CHARS));
};
