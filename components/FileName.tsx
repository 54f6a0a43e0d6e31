import { Fragment } from 'react';
import { shown } from './models/text';

/** The name of a file, which breaks behind its underscores and hyphens before it breaks anywhere else. */
export function FileName({ name, max = 80 }: { name: string; max?: number }) {
  return (
    <bdi className="any">
      {shown(name, max)
        .split(/(?<=[_-])/)
        .map((part, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a name do not move
          <Fragment key={i}>
            {part}
            <wbr />
          </Fragment>
        ))}
    </bdi>
  );
}
