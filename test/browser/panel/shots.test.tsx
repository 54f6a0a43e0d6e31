import { afterEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import '../../../components/styles.css';
import { cleanup } from '@testing-library/react';
import { show } from './harness';
import { ORDER_STATES } from './order-states';
import { REMITTANCE_STATES } from './remittance-states';
import { STATES as PANEL_STATES } from './states';

const STATES = { ...PANEL_STATES, ...REMITTANCE_STATES, ...ORDER_STATES };

// Pictures of every state for the eye; only when asked for: they prove nothing by themselves.
const asked = import.meta.env.VITE_SHOTS;
// One screen of this height, as for the README; else the whole view.
const screen = Number(import.meta.env.VITE_SHOTS_HEIGHT ?? 0);
const only = typeof asked === 'string' && asked !== '1' ? asked.split(',') : Object.keys(STATES);

afterEach(cleanup);

describe.runIf(asked)('pictures of the panel', () => {
  for (const name of asked ? only : []) {
    for (const theme of ['light', 'dark'] as const) {
      for (const width of theme === 'light' ? [320, 360, 480] : [360]) {
        test(`${name}, ${theme}, ${width} px`, async () => {
          const state = STATES[name]!;
          await page.viewport(width, 700);
          show({ ...state, mirror: { ...state.mirror, settings: { ...state.mirror.settings, theme } } });
          const whole = Math.min(4000, Math.max(700, document.documentElement.scrollHeight));
          await page.viewport(width, screen || whole);
          // What is asked of the services has come, and windowed rows know the window.
          for (let i = 0; i < 3; i += 1) await new Promise(requestAnimationFrame);
          const path = `../../../.artifacts/panel/${name}-${theme}-${width}.png`;
          await page.screenshot({ path });
          expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
        });
      }
    }
  }
});
