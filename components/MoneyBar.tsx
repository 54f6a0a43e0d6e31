import type { Money } from './models/money';

/** Where the charge went as one bar: widths by amount, a cent still to be seen. */
export function MoneyBar({ bar, label }: { bar: NonNullable<Money['bar']>; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- drawn with boxes, there is no image file
    <div className="mbar" role="img" aria-label={label}>
      <Parts bar={bar} />
    </div>
  );
}

/** The same for one service line, beside figures that say it. */
export function LineBar({ bar }: { bar: NonNullable<Money['bar']> }) {
  return (
    <div className="lbar">
      <Parts bar={bar} />
    </div>
  );
}

function Parts({ bar }: { bar: NonNullable<Money['bar']> }) {
  return bar.map(({ kind, amount }) => <i key={kind} className={`s-${kind}`} style={{ flex: `${amount} 1 0` }} />);
}
