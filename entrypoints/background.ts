import { closeStorage } from '../lib/storage';
import { startWorker } from '../lib/worker';

export default defineBackground(() => {
  const worker = startWorker();

  const openWithButton = async (): Promise<void> => {
    await browser.sidePanel?.setPanelBehavior({ openPanelOnActionClick: true });
  };
  // Firefox has a side bar in place of the side panel; it opens in the very handler of the click.
  if (import.meta.env.BROWSER === 'firefox') {
    const { sidebarAction } = browser as unknown as { sidebarAction: { toggle(): Promise<void> } };
    browser.action.onClicked.addListener(() => void sidebarAction.toggle());
  }

  browser.runtime.onInstalled.addListener(() => void openWithButton());
  browser.alarms.onAlarm.addListener(({ name }) => void worker.alarm(name));
  browser.tabs.onRemoved.addListener((tabId) => void worker.tabClosed(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }, { url }) => void worker.tabChanged(tabId, status, url));
  browser.permissions.onRemoved.addListener(({ origins }) => void worker.takenBack(origins ?? []));
  browser.permissions.onAdded.addListener(() => void worker.givenAgain());
  browser.storage.local.onChanged.addListener(({ settings }) => {
    if (settings) void worker.settingsChanged();
  });
  // Not in every Firefox.
  browser.storage.managed?.onChanged?.addListener(() => void worker.policyChanged());

  void openWithButton();
  void closeStorage();
  void worker.resume();
});
