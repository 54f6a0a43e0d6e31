import { PRESS_EVENT } from '../lib/content/press';

/**
 * Runs in the page's own world and does one thing: clicks the element that the content script points at.
 * It gives the page nothing that the page could not do by itself, and the page can tell it nothing.
 */
export default defineContentScript({
  matches: ['https://*.healthfusionclaims.com/*'],
  allFrames: true,
  runAt: 'document_start',
  world: 'MAIN',
  main() {
    document.addEventListener(PRESS_EVENT, (event) => {
      if (!(event.target instanceof HTMLElement)) return;
      event.preventDefault();
      HTMLElement.prototype.click.call(event.target);
    });
  },
});
