import { PRESS_EVENT } from '../lib/content/press';

/**
 * Runs in the page's own world and does one thing: clicks the element that the reader points at. The worker puts it there with
 * the reader. It gives the page nothing that the page could not do by itself, and the page can tell it nothing.
 */
export default defineUnlistedScript(() => {
  document.addEventListener(PRESS_EVENT, (event) => {
    // Cancelled: this script is here twice, and the other one has clicked.
    if (event.defaultPrevented || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    HTMLElement.prototype.click.call(event.target);
  });
});
