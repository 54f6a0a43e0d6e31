import type { ExtensionMessage, Message } from '@webext-core/messaging';
import { noteNothing, worthReading } from '../lib/content/gate';
import type { Protocol } from '../lib/messages';

type Wanted = Omit<Message<Protocol, 'readerWanted'>, keyof ExtensionMessage>;

/**
 * One message in the form of `lib/messages.ts`, without the library that answers: every page of the PM pays for this script.
 * Silent where the extension was updated meanwhile: the panel says that the page has to be loaded again.
 */
const askForReader = async (): Promise<void> => {
  const message: Wanted = { id: 0, type: 'readerWanted', data: { url: location.href }, timestamp: Date.now() };
  await chrome.runtime.sendMessage(message);
};

/**
 * What each page of the PM gets, and each of its frames, as the manifest says: a look whether there may be something to read.
 * The reader is large and comes only where there is; where there is nothing, not even the extension's own functions are
 * touched, for the browser makes them only then. An unlisted script, because WXT gives content scripts a context of their own.
 */
export default defineUnlistedScript(() => {
  if (worthReading(document)) askForReader().catch(() => undefined);
  else noteNothing();
});
