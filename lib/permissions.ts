import { MatchPattern } from 'wxt/utils/match-patterns';

/** The PM's pages as the manifest names them: the only sites the product reads. */
export const pmPatterns = (): string[] => browser.runtime.getManifest().host_permissions ?? [];

// The address goes in as text: for a URL object the library asks for `Location`, which a worker does not have.
const includes = (patterns: readonly string[], { href }: URL): boolean =>
  patterns.some((pattern) => new MatchPattern(pattern).includes(href));

/** True where an origin is one of the PM's. `null` (sandboxed frames) and unreadable origins are not. */
export const pmOrigin = (origin: string | undefined): boolean => {
  const url = origin === undefined ? null : URL.parse(`${origin}/`);
  return url !== null && url.origin === origin && includes(pmPatterns(), url);
};

/** True where one of the browser's match patterns covers an address. */
export const matchesAny = (patterns: readonly string[], address: string): boolean => {
  const url = URL.parse(address);
  return url !== null && includes(patterns, url);
};

/** True where an address is one of the PM's. */
export const pmUrl = (address: string | undefined): boolean =>
  address !== undefined && matchesAny(pmPatterns(), address);

/** The manifest's patterns that cover an address. */
export const patternsFor = (address: string): string[] => {
  const url = URL.parse(address);
  return url ? pmPatterns().filter((pattern) => includes([pattern], url)) : [];
};

/** Whether the browser gives the product the site of an address now. */
export const hasPermission = async (address: string): Promise<boolean> => {
  const origins = patternsFor(address);
  return origins.length > 0 && (await browser.permissions.contains({ origins }));
};

/** Asks for the site of an address. Has to be called in the biller's click itself. */
export const askPermission = async (address: string): Promise<boolean> => {
  const origins = patternsFor(address);
  return origins.length > 0 && (await browser.permissions.request({ origins }));
};
