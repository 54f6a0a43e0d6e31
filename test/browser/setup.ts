// What WXT's plugin does in the unit tests: the extension's APIs as fakes, before anything imports them.
import { fakeBrowser } from 'wxt/testing/fake-browser';

Object.assign(globalThis, { chrome: fakeBrowser, browser: fakeBrowser });
