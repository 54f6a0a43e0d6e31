import { describe, expect, it } from 'vitest';
import { parseEra } from '../../../lib/era';
import { readingOf, truthOf } from '../../e2e/remittance-facts';
import { bigFileText } from '../../era/big-file';
import { generate } from '../../pm/generate';
import { remittanceText } from '../../pm/remittance';
import type { REMITTANCES } from '../../pm/remittance-scenes';

const truth = generate(1500, '2026-03-20');

describe("what the reader makes of the stand-in's remittances", () => {
  it.each(truth.remittances.map((file) => [file.scene ?? file.name, file] as const))(
    '%s: to the cent',
    (_name, file) => {
      const era = parseEra(remittanceText(file));
      const read = era.sets.flatMap(({ claims, providerAdjustments: _elsewhere, ...payment }) =>
        claims.map((claim) => readingOf({ payment, claim })),
      );
      expect(read).toEqual(file.payments.flatMap((payment) => payment.claims.map((claim) => truthOf(payment, claim))));
      expect(era.sets.map(({ test }) => test)).toEqual(file.payments.map(() => file.test));
      expect(
        era.sets.map((set) =>
          set.providerAdjustments.map(({ code, reference, amount }) => ({ code, reference, amount })),
        ),
      ).toEqual(file.payments.map(({ providerAdjustments }) => providerAdjustments));
    },
  );

  it('has nothing to find fault with, but in the scenes that are off', () => {
    const faulty = truth.remittances
      .filter((file) => parseEra(remittanceText(file)).problems.length > 0)
      .map(({ scene }) => scene);
    expect(faulty).toEqual(['unbalanced', 'wrongShare', 'testFile'] satisfies (keyof typeof REMITTANCES)[]);
    expect(parseEra(bigFileText({ claims: 700, perCheck: 100 })).problems).toEqual([]);
  });
});
