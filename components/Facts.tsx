import { Fragment, type ReactNode } from 'react';

/** Names and values in two columns; a value that is `undefined` has no row. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="kv">
      {facts
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
