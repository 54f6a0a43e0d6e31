import { goOn, openChecked } from '../demo/with-companion';
import { SCENES } from '../pm/scenes';
import { expect, test } from './fixtures';
import { Panel } from './panel';
import { fileWhen, opened } from './session';

const SCENE = SCENES.medicareSecondary;
const { main } = SCENE.claims;

test('an employer plan before Medicare: asked, answered, kept over a reload, and its insurance type filled by her tick', async ({
  biller,
  page,
  pm,
  openSidePanel,
}) => {
  const patient = pm.truth.patients.find(({ id }) => id === SCENE.memberId);
  if (patient) patient.person.dob = '1951-06-17';
  await biller.openChart(SCENE);
  const panel = new Panel(await openSidePanel(page));
  await opened(panel.page, SCENE.chart, 'chart', () => biller.openChart(SCENE));
  for (const { id } of pm.truth.policies.filter(({ patientId }) => patientId === SCENE.memberId))
    await opened(panel.page, SCENE.chart, 'insurance', () => biller.openProfile(SCENE, id));
  await opened(panel.page, SCENE.chart, 'claim-history', () => biller.openClaimHistory(SCENE));
  const verdict = panel.page.locator('#verdict');
  const mark = biller.row(main).locator('[data-cob-word]');

  await openChecked(panel, main);
  await expect(verdict).toHaveText('Cannot tell: which payer pays first');
  await expect(mark).toHaveAttribute('data-cob-word', 'Cannot tell');
  await panel.press('First question');
  await expect(panel.page.getByRole('radio').first()).toBeFocused();
  await panel.hands.click(panel.page.getByRole('radio', { name: 'By a job they hold now' }));
  await panel.press('Keep this answer');
  await panel.hands.click(panel.page.getByRole('checkbox', { name: 'The patient is 65 or older' }));
  await panel.press('Keep this answer');
  await panel.hands.click(panel.page.getByRole('radio', { name: '20 to 99' }));
  await panel.press('Keep this answer');
  await expect(verdict).toHaveText('Ready: send electronically');
  await expect(mark).toHaveAttribute('data-cob-word', 'Ready');

  const kept = await fileWhen(
    panel.page,
    SCENE.chart,
    ({ coverage }) => coverage !== undefined,
    'the answers are kept',
  );
  expect(Object.values(kept.coverage?.plans ?? {})).toEqual([
    { basis: 'current-employment', employerSize: '20-to-99' },
  ]);
  await page.reload();
  await panel.page.reload();
  await openChecked(panel, main);
  await expect(verdict).toHaveText('Ready: send electronically');

  await biller.pressCob(main);
  await goOn(panel, 'Payer');
  await panel.goTo('Fill');
  expect(await biller.valueOf('INSURANCE_TYPE_CODE')).toBe('');
  const tick = panel.page.getByRole('checkbox', { name: /Insurance type \(MSP\)/ });
  await expect(tick).not.toBeChecked();
  await panel.hands.click(tick);
  await panel.press(/^Fill \d+ box/);
  await expect(biller.field('INSURANCE_TYPE_CODE')).toHaveValue('12');
});
