import { cleanup } from '@testing-library/react';
import axe from 'axe-core';
import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../components/styles.css';
import { show } from './harness';
import { ORDER_STATES } from './order-states';
import { REMITTANCE_STATES } from './remittance-states';
import { STATES as PANEL_STATES } from './states';

const STATES = { ...PANEL_STATES, ...REMITTANCE_STATES, ...ORDER_STATES };

afterEach(cleanup);

const openFolds = () => {
  for (const fold of document.querySelectorAll('details')) fold.open = true;
};

const violations = async (): Promise<string[]> => {
  const { violations: found } = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    resultTypes: ['violations'],
  });
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
};

/** Things to press that are smaller than 24 px, as WCAG 2.5.8 counts them. */
const tooSmall = (): string[] =>
  [...document.querySelectorAll<HTMLElement>('a, button, summary, select, label.chk, input.field')]
    .filter((target) => target.checkVisibility() && !target.closest('.sr'))
    .map((target) => ({ target, box: target.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 0 && (box.height < 23.9 || box.width < 23.9))
    .map(({ target, box }) => `${target.textContent?.slice(0, 40)} ${box.width}x${box.height}`);

/** What reaches beyond the panel's edge, outside of frames that scroll by themselves. */
const overflowing = (width: number): string[] =>
  [...document.querySelectorAll<HTMLElement>('.panel *')]
    .filter((element) => element.checkVisibility() && !element.closest('.sr, .tw, .pay, [popover]'))
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .map((element) => `${element.tagName}.${element.className} ${element.textContent?.slice(0, 40)}`);

describe('every state of the panel', () => {
  for (const [name, state] of Object.entries(STATES)) {
    test(`${name}: no axe violation, nothing too small or too wide, in both themes at three widths`, async () => {
      for (const theme of ['light', 'dark'] as const) {
        show({ ...state, mirror: { ...state.mirror, settings: { ...state.mirror.settings, theme } } });
        for (const width of [320, 360, 480]) {
          await page.viewport(width, 700);
          openFolds();
          const place = `${theme}, ${width} px`;
          expect(await violations(), place).toEqual([]);
          expect(document.documentElement.scrollWidth, place).toBeLessThanOrEqual(width);
          expect(overflowing(width), place).toEqual([]);
          expect(tooSmall(), place).toEqual([]);
        }
        cleanup();
      }
    }, 60_000);

    test(`${name}: at most one filled and one outlined button in the bar, and one sentence`, () => {
      show(state);
      const bar = document.querySelector('.foot')!;
      expect(bar.querySelectorAll('.btn.go').length).toBeLessThanOrEqual(1);
      expect(bar.querySelectorAll('.btn:not(.go)').length).toBeLessThanOrEqual(1);
      expect(document.querySelectorAll('output, [role=status]')).toHaveLength(1);
      expect(document.querySelectorAll('h1')).toHaveLength(1);
      expect(document.querySelectorAll('.verdict').length).toBeLessThanOrEqual(1);
    });
  }
});
