import { Act } from './Act';

/** Where a rule comes from, and the way to it in the rule book. */
export function RuleNote({ check, source }: { check: string; source: string }) {
  return (
    <p className="note">
      {source}.{' '}
      <Act intent={{ do: 'rules', rule: check }} look="inline">
        Rule {check}
      </Act>
    </p>
  );
}
