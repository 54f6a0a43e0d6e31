import type { Case } from '../claim/case';
import { known } from '../claim/reading';
import { accidentOf } from '../order/accident';
import { isGap } from '../order/gaps';
import { isMedicare, liabilityOfPlan } from '../order/plan';
import { liabilityOf } from '../payers/liability';
import type { Check, Missing } from './check';
import { planIn, unknownOrder, wrongOrder } from './order';
import { CHART, missing, pass, raise, unknown } from './outcome';

/** Whether the chart has an active policy that is liable for accidents, or what is missing to tell. */
const liableInChart = ({ chart }: Case): 'yes' | 'no' | Missing => {
  if (!chart) return CHART;
  const active = chart.policies.filter((policy) => known(policy.active) !== false);
  if (active.some(({ payer, type }) => liabilityOf(known(payer) ?? '', known(type)))) return 'yes';
  const unread = active.flatMap(({ payer, type }) => [payer, type]).find(({ kind }) => kind === 'unreadable');
  return unread ? missing('the payer or type of a policy in the chart', 'chart', unread) : 'no';
};

const isWithMedicare = (c: Case): boolean =>
  (['primary', 'secondary'] as const).some((rank) => {
    const plan = planIn(c, rank);
    return plan !== undefined && isMedicare(plan);
  });

const check: Check = {
  id: 'C041',
  name: 'msp_nfl_wc',
  title: 'Whoever is liable for an accident is billed before Medicare',
  when: "Medicare is a payer, an accident or work injury is behind the claim, and no workers' compensation, no-fault or liability payer is before Medicare. Where nothing speaks of an accident it passes; where only such a policy in the chart does, it is unknown until the biller says.",
  why: 'Medicare pays only after whoever is liable for the accident or injury.',
  fix: 'Bill the liable payer first, or bill Medicare under its rules for conditional payment.',
  section: 'payers',
  severity: 'block',
  needs: ['payers', 'chart', 'row', 'form', 'answers'],
  source: "42 CFR 411.20, 411.40-411.54: workers' compensation, no-fault and liability insurance pay before Medicare",
  run: (c) => {
    const [primary, secondary] = [planIn(c, 'primary'), planIn(c, 'secondary')];
    if (!secondary || !isWithMedicare(c)) return pass('Medicare is not a payer');
    if (primary && liabilityOfPlan(primary)) return pass('the liable payer is first');
    const days = known(c.row.dos);
    if (!days) return unknown([missing('the date of service', 'claim-history', c.row.dos)]);
    const accident = accidentOf(c, days.to);
    if (isGap(accident)) {
      const liable = liabilityOfPlan(secondary) ? 'yes' : liableInChart(c);
      if (liable === 'no') return pass('nothing speaks of an accident');
      return liable === 'yes' ? unknownOrder([accident]) : unknown([liable]);
    }
    if (accident.is === 'none') return pass('no accident is behind the claim');
    const onForm = accident.place && {
      why: 'The form says that an accident or injury is behind the claim, and whoever is liable for it is not before Medicare.',
      fix: 'Bill the liable payer first, or correct the form where there was no accident.',
      places: [accident.place],
    };
    return raise(
      wrongOrder(
        c,
        'You said that an accident or injury is behind the claim, and whoever is liable for it is not before Medicare.',
        {
          title: 'Medicare would pay for an accident',
          short: 'Liable payer is not first',
          ...onForm,
        },
      ),
    );
  },
};

export default check;
