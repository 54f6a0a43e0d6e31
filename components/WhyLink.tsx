import { Icon } from './Icon';

/** *Why*: opens the rule's source in place. */
export function WhyLink({ open, onToggle, check }: { open: boolean; onToggle: () => void; check: string }) {
  return (
    <button type="button" className="lk" aria-expanded={open} data-rule={check} onClick={onToggle}>
      <Icon name="info" />
      Why<span className="sr">, rule {check}</span>
    </button>
  );
}
