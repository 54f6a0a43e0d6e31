import { Go } from './Go';
import { Icon, type IconName } from './Icon';
import { STEP_NAMES, STEPS, type Step } from './intent';

/** A finished step carries a sign and a word in place of its number. */
export interface StepSign {
  icon: IconName;
  tone: string;
  says: string;
}

/** The four steps of one claim: links, never locked. */
export function Steps({ at, signs }: { at: Step; signs: Partial<Record<Step, StepSign>> }) {
  return (
    <nav className="steps" aria-label="Steps of this claim">
      <ol>
        {STEPS.map((step, i) => {
          const sign = signs[step];
          return (
            <li key={step}>
              <Go intent={{ do: 'step', step }} aria-current={step === at ? 'step' : undefined}>
                {sign ? (
                  <>
                    <span className={`t-${sign.tone} tone`}>
                      <Icon name={sign.icon} />
                    </span>
                    <span className="sr">{sign.says}: </span>
                  </>
                ) : (
                  <span className="no" aria-hidden="true">
                    {i + 1}
                  </span>
                )}
                <span>{STEP_NAMES[step]}</span>
              </Go>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
