import { useId, useState } from 'react';
import { DEFAULT_MARGINS, type Margins } from '../lib/claim/margins';
import { MARGIN_BOUNDS, MARGINS } from '../lib/policy/policy';
import type { PolicyView } from '../lib/policy-storage';
import { MARGIN_WORDS } from './models/policy-words';

interface MarginProps {
  margin: keyof Margins;
  policy: PolicyView;
  onChange: (margin: keyof Margins, days: number | undefined) => void;
}

function Margin({ margin, policy, onChange }: MarginProps) {
  const id = useId();
  const own = policy.own.margins[margin];
  const counts = policy.effective.margins[margin];
  const isTheirs = policy.effective.marginsBy[margin] === 'organization';
  const [typed, setTyped] = useState<string>();
  const { least, most } = MARGIN_BOUNDS[margin];
  const days = /^\d{1,3}$/.test(typed ?? '') ? Number(typed) : undefined;
  const isWrong = typed !== undefined && typed !== '' && (days === undefined || days < least || days > most);
  const keep = () => {
    if (typed === undefined || isWrong) return;
    onChange(margin, days);
    setTyped(undefined);
  };
  const { label, says } = MARGIN_WORDS[margin];
  return (
    <div className="setting">
      <label htmlFor={id}>{label}</label>{' '}
      <input
        id={id}
        className="field days"
        inputMode="numeric"
        maxLength={3}
        aria-describedby={`${id}-says`}
        aria-invalid={isWrong}
        placeholder={String(DEFAULT_MARGINS[margin])}
        value={typed ?? (own === undefined ? '' : String(own))}
        onChange={(event) => setTyped(event.target.value.trim())}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <p id={`${id}-says`} className={isWrong ? 'note late' : 'note'}>
        {isWrong ? `Type a whole number from ${least} to ${most}. ` : `${says} `}
        {isTheirs && `Your organization set ${counts}; you can set more, not less. `}
        Now: {counts} days.
      </p>
    </div>
  );
}

/** How early the panel speaks up, in days. An empty field takes the product's own. */
export function MarginSettings(props: Omit<MarginProps, 'margin'>) {
  return MARGINS.map((margin) => <Margin key={margin} margin={margin} {...props} />);
}
