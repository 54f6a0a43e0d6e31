import { cleanup, render } from '@testing-library/react';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { cdp, page, userEvent } from 'vitest/browser';
import { Options } from '../../../components/Options';
import '../../../components/styles.css';
import { fakeServices, show } from './harness';
import { STATES } from './states';

/** Not among Vitest's own types: a command of the browser's protocol. */
const emulate = (value: string) =>
  (cdp() as unknown as { send(method: string, params: object): Promise<unknown> }).send('Emulation.setEmulatedMedia', {
    features: [{ name: 'forced-colors', value }],
  });

beforeAll(async () => {
  await page.viewport(360, 700);
  await emulate('active');
});
afterAll(() => emulate('none'));
afterEach(cleanup);

type Rgba = [r: number, g: number, b: number, a: number];

const parse = (color: string): Rgba => {
  const [r = 0, g = 0, b = 0, a = 1] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return [r, g, b, a];
};

const light = ([r, g, b]: Rgba): number => {
  const [x = 0, y = 0, z = 0] = [r, g, b].map((c) => (c <= 10 ? c / 3294.6 : ((c / 255 + 0.055) / 1.055) ** 2.4));
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
};

/** As WCAG counts it; a color that is see-through has none. */
const contrast = (one: string, other: string): number => {
  const [a, b] = [parse(one), parse(other)];
  if (a[3] === 0) return 1;
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

/** What the browser makes of a system color. */
const system = (name: string): string => {
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.cssText = `forced-color-adjust: none; color: ${name}`;
  const { color } = getComputedStyle(probe);
  probe.remove();
  return color;
};

const canvas = () => system('Canvas');
const every = (selector: string): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>(selector)].filter((one) => one.checkVisibility());

describe("in the system's high contrast", () => {
  for (const [name, state] of Object.entries(STATES)) {
    test(`${name}: the verdict, the buttons and the bars stay visible`, () => {
      expect(matchMedia('(forced-colors: active)').matches).toBe(true);
      show(state);
      for (const band of every('.verdict')) {
        const { borderLeftWidth, borderLeftColor } = getComputedStyle(band);
        expect(borderLeftWidth).toBe('4px');
        expect(contrast(borderLeftColor, canvas())).toBeGreaterThanOrEqual(3);
        const icon = band.querySelector('svg');
        if (icon) expect(contrast(getComputedStyle(icon).color, canvas())).toBeGreaterThanOrEqual(3);
      }
      for (const button of every('.btn')) {
        const { borderTopColor, borderTopWidth, borderTopStyle, color, backgroundColor } = getComputedStyle(button);
        expect([borderTopStyle, borderTopWidth]).toEqual(['solid', button.matches('.go') ? '3px' : '1px']);
        expect(contrast(borderTopColor, canvas())).toBeGreaterThanOrEqual(3);
        expect(contrast(color, backgroundColor)).toBeGreaterThanOrEqual(4.5);
      }
      for (const bar of every('.mbar, .lbar')) {
        for (const part of bar.querySelectorAll('i')) {
          const { backgroundColor, backgroundImage, boxShadow, width } = getComputedStyle(part);
          const drawn = backgroundImage !== 'none' || contrast(backgroundColor, canvas()) >= 3 || boxShadow !== 'none';
          expect(drawn, `${part.className} ${width}`).toBe(true);
        }
      }
      for (const bar of every('.prog')) expect(getComputedStyle(bar).boxShadow).not.toBe('none');
    });
  }

  test('the options page marks the section that is read, and no other', () => {
    render(<Options services={fakeServices(STATES.claims!).services} />);
    const links = every('.toc a').map((link) => ({
      current: link.ariaCurrent === 'true',
      edge: getComputedStyle(link).borderBottomColor,
    }));
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter(({ current }) => current)).toHaveLength(1);
    for (const { current, edge } of links) {
      if (current) expect(contrast(edge, canvas())).toBeGreaterThanOrEqual(3);
      else expect(edge).toBe(canvas());
    }
  });

  test('the focus ring is drawn around whatever has the focus', async () => {
    show(STATES.blocked!);
    const seen = new Set<Element>();
    for (let presses = 0; presses < 60; presses += 1) {
      await userEvent.keyboard('{Tab}');
      const focused = document.activeElement;
      if (!focused || focused === document.body || seen.has(focused)) break;
      seen.add(focused);
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
      const what = focused.textContent?.slice(0, 40);
      expect(outlineStyle, what).not.toBe('none');
      expect(Number.parseFloat(outlineWidth), what).toBeGreaterThanOrEqual(2);
      expect(contrast(outlineColor, canvas()), what).toBeGreaterThanOrEqual(3);
    }
    expect(seen.size).toBeGreaterThan(5);
  });

  test('the part left over differs from every other part of the bar', () => {
    show(STATES.blocked!);
    const paints = (selector: string) => {
      const part = document.querySelector(`.mbar ${selector}`);
      if (!part) return undefined;
      const { backgroundColor, backgroundImage } = getComputedStyle(part);
      return `${backgroundColor} ${backgroundImage}`;
    };
    const all = ['.s-paid', '.s-co', '.s-oth', '.s-pr', '.s-off'].map(paints).filter((one) => one !== undefined);
    expect(all.length).toBeGreaterThan(2);
    expect(new Set(all).size).toBe(all.length);
  });
});
