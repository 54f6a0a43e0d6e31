import { pmPatterns } from '../lib/permissions';

/** One site of the manifest, and whether the browser lets the panel read it now. */
export interface Site {
  /** The browser's match pattern: `https://*.example.com/*`. */
  pattern: string;
  granted: boolean;
}

/** The sites that the panel works on, as Options shows them. */
export interface SiteServices {
  /** Tells them at once and whenever the browser's permission changes. */
  watch: (tell: (sites: Site[]) => void) => () => void;
  /** Asks the browser for one site; must be called in her click. */
  ask: (pattern: string) => Promise<boolean>;
  /**
   * Gives the permission for one site back. `in-browser`: this browser lets only her do it, on the extension's own page of the
   * browser, which is open then.
   */
  giveBack: (pattern: string) => Promise<'done' | 'in-browser'>;
}

const isGranted = (pattern: string): Promise<boolean> => browser.permissions.contains({ origins: [pattern] });

const watch: SiteServices['watch'] = (tell) => {
  let stopped = false;
  const look = async () => {
    const sites = await Promise.all(
      pmPatterns().map(async (pattern) => ({ pattern, granted: await isGranted(pattern) })),
    );
    if (!stopped) tell(sites);
  };
  const changed = () => void look();
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  void look();
  return () => {
    stopped = true;
    browser.permissions.onAdded.removeListener(changed);
    browser.permissions.onRemoved.removeListener(changed);
  };
};

const openBrowsersPage = async (): Promise<void> => {
  const url = import.meta.env.FIREFOX ? 'about:addons' : `chrome://extensions/?id=${browser.runtime.id}`;
  // Firefox opens none of its own pages for an extension: the words beside the button say where it is.
  await browser.tabs.create({ url }).catch(() => undefined);
};

const giveBack: SiteServices['giveBack'] = async (pattern) => {
  // Chrome and Edge let no extension give back what its manifest asks for.
  const isGone = await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
  if (isGone && !(await isGranted(pattern))) return 'done';
  await openBrowsersPage();
  return 'in-browser';
};

export const siteServices: SiteServices = {
  watch,
  ask: (pattern) => browser.permissions.request({ origins: [pattern] }),
  giveBack,
};
