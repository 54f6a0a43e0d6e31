import { worthReading } from '../lib/content/gate';
import { sendMessage } from '../lib/messages';

/**
 * What each page of the PM gets: a look whether there may be something to read. The reader is large and comes only where there is.
 */
export default defineContentScript({
  matches: ['https://*.healthfusionclaims.com/*'],
  allFrames: true,
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    const worth = worthReading(document);
    if (!worth && window !== window.top) return;
    // Silent where the extension was updated meanwhile: the panel says that the page has to be loaded again.
    void sendMessage('pageSeen', { url: location.href, title: document.title.slice(0, 200), worth }).catch(
      () => undefined,
    );
  },
});
