/** A page that was fetched, as a document that never runs. */
export interface FetchedPage {
  doc: Document;
  /** Where the server ended up: a redirect to the sign-in page shows here. */
  url: string;
  html: string;
}

/** Longest wait for the PM, and the most that is read of one page. */
const LIMIT_MS = 20_000;
const LIMIT_CHARS = 5_000_000;

const words = (error: unknown): string =>
  error instanceof DOMException && error.name === 'TimeoutError'
    ? 'The page did not answer in 20 seconds.'
    : 'The page did not answer.';

/**
 * Reads a page of the PM's own origin by a plain GET, with the biller's session. Nothing of it runs.
 * @throws Error with a full sentence for the biller: another origin, no answer, an error of the server, not a page
 */
export const fetchPage = async (href: string, here: string, signal: AbortSignal): Promise<FetchedPage> => {
  const url = URL.parse(href, here);
  if (!url || url.origin !== new URL(here).origin || !/^https?:$/.test(url.protocol)) {
    throw new Error('The address is not one of this site. Nothing was read.');
  }
  const until = AbortSignal.any([signal, AbortSignal.timeout(LIMIT_MS)]);
  let response: Response;
  let html: string;
  try {
    response = await fetch(url, { credentials: 'same-origin', cache: 'no-store', signal: until });
    html = await response.text();
  } catch (error) {
    throw new Error(words(error));
  }
  if (new URL(response.url).origin !== url.origin)
    throw new Error('The page sent the request to another site. Nothing was read.');
  if (!response.ok) throw new Error(`The page answered with an error (${response.status}).`);
  if (!/^(text\/html|application\/xhtml\+xml)/i.test(response.headers.get('content-type') ?? '')) {
    throw new Error('The page answered with something that is not a page.');
  }
  if (html.length > LIMIT_CHARS) throw new Error('The page is too large to read.');
  return { doc: new DOMParser().parseFromString(html, 'text/html'), url: response.url, html };
};
