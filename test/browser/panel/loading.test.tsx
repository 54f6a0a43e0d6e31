import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../../components/styles.css';
import { show } from './harness';
import { NOW, STATES, type State, TAB } from './states';

beforeEach(() => page.viewport(360, 700));
afterEach(cleanup);

const named = (name: string): State => STATES[name]!;

/** The same state while another page is on its way into the tab. */
const loading = (name: string): State => {
  const { mirror, ...rest } = named(name);
  const [id, tab] = Object.entries(mirror.tabs)[0]!;
  return { ...rest, mirror: { ...mirror, tabs: { ...mirror.tabs, [id]: { ...tab, loadingSince: NOW } } } };
};

const strip = () => document.querySelector('.strip.late');
const late = () => document.getAnimations().filter((one) => 'animationName' in one && one.animationName === 'late');

/** The clock of the wait stands still at this time of it, in milliseconds. */
const waited = (ms: number) => {
  for (const wait of late()) {
    wait.pause();
    wait.currentTime = ms;
  }
};

describe('while a page is on its way', () => {
  test.each(['claims', 'blocked', 'lookup', 'prefill', 'refused', 'expired', 'unknown-page'])(
    '%s: says after 300 ms that the page is read, and keeps what was read before',
    (name) => {
      show(named(name));
      const before = document.querySelector('main')!.textContent;
      expect(strip()).toBeNull();
      cleanup();

      show(loading(name));
      waited(290);
      const element = strip()!;
      const height = () => document.querySelector('main')!.scrollHeight;
      expect(element.checkVisibility({ visibilityProperty: true })).toBe(false);
      const without = height();
      waited(302);
      expect(element.checkVisibility({ visibilityProperty: true })).toBe(true);
      expect(height()).toBeGreaterThanOrEqual(without);
      expect(element.textContent).toBe('Reading the page. What stands here was read before.');
      expect(document.querySelector('main')!.textContent).toContain(before.slice(0, 40));
    },
  );

  test('is silent as soon as the page is read', async () => {
    const shown = show(loading('claims'));
    expect(strip()).not.toBeNull();
    shown.mirror(named('claims').mirror);
    await expect.poll(strip).toBeNull();
  });

  test('the first page of a tab does not flash either', () => {
    const { tab } = named('claims');
    show({ tab, access: 'granted', mirror: { ...named('claims').mirror, tabs: {} } });
    const heading = () => page.getByRole('heading', { name: /Reading the page/ }).query();
    waited(290);
    expect(heading()?.checkVisibility({ visibilityProperty: true }) ?? false).toBe(false);
    waited(302);
    expect(heading()?.checkVisibility({ visibilityProperty: true })).toBe(true);
  });
});

describe('signed out', () => {
  test('the sign-in page is one press away, and nothing else happens', async () => {
    const { calls } = show(named('expired'));
    const before = calls.length;
    await userEvent.click(page.getByRole('button', { name: 'Show the sign-in page' }));
    expect(calls.slice(before)).toEqual([{ name: 'goToTab', args: [TAB] }]);
  });
});
