import type { ReactNode } from 'react';
import type { Check } from '../lib/checks/check';
import { partsOf } from '../lib/checks/rule-book';
import { keyed } from './models/keyed';
import { readsWords } from './models/rules';

interface RuleTextProps {
  check: Check;
  /** What stands for the name of another rule: a link, where there is a page to go to. */
  link?: (rule: string) => ReactNode;
}

function Words({ text, link }: { text: string; link: NonNullable<RuleTextProps['link']> }) {
  return keyed(partsOf(text), (part) => part.text).map(({ key, item: { text: words, rule } }) => (
    <span key={key}>{rule === undefined ? words : link(rule)}</span>
  ));
}

/** One rule in words: when, why, how to fix, what it reads, and where it comes from. */
export function RuleText({ check, link = (rule) => rule }: RuleTextProps) {
  const rows = [
    { name: 'When', text: check.when },
    { name: 'Why', text: check.why },
    { name: 'To fix', text: check.fix },
    { name: 'Reads', text: readsWords(check) },
    { name: 'Source', text: check.source },
  ];
  return (
    <dl className="ruletext">
      {rows.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <Words text={text} link={link} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
