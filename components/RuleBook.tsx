import { useState } from 'react';
import { ruleFor } from '../lib/policy/merge';
import { usePanelState } from './context';
import { Header } from './Header';
import { Icon } from './Icon';
import { rulesThat } from './models/rules';
import { count, shown } from './models/text';
import { NextBar } from './NextBar';
import { RuleBookRule } from './RuleBookRule';
import type { View } from './store';

const ALL = rulesThat('');
const TOTAL = ALL.reduce((sum, { checks }) => sum + checks.length, 0);

const UNKNOWN = 'A rule that cannot be judged is unknown, which is never a pass.';

/** Every check by section: searched as she types, opened in place; other parts of the panel lead to one of them. */
export function RuleBook({ view, back }: { view: Extract<View, { at: 'rules' }>; back: string }) {
  const policy = usePanelState((state) => state.mirror?.policy);
  // What she typed counts until she goes to a rule: a search must not hide what she asked for.
  const [typed, setTyped] = useState({ text: '', view });
  const text = typed.view === view ? typed.text : '';
  const sections = text === '' ? ALL : rulesThat(text);
  const found = sections.reduce((sum, { checks }) => sum + checks.length, 0);
  return (
    <div className="panel">
      <Header title="Rule book" sub={count(TOTAL, 'rule')} back={{ to: back, intent: { do: 'back' } }} />
      <main>
        <div className="tools">
          <div className="search">
            <Icon name="look" />
            <label className="sr" htmlFor="search">
              Search the rules
            </label>
            <input
              id="search"
              className="field"
              type="search"
              placeholder="Number, code, word"
              maxLength={80}
              value={text}
              onChange={(event) => setTyped({ text: event.target.value, view })}
            />
          </div>
        </div>
        {found === 0 && (
          <div className="whole">
            <h2 className="b">No rule fits</h2>
            <p>
              No rule has all words of “<bdi>{shown(text, 60)}</bdi>”.
            </p>
            <button type="button" className="lk" onClick={() => setTyped({ text: '', view })}>
              Clear search
            </button>
          </div>
        )}
        {sections.map(({ section, name, checks }) => (
          <section key={section} className="rules">
            <h2>{name}</h2>
            <ul>
              {checks.map((check) => (
                <RuleBookRule
                  key={check.id}
                  check={check}
                  rule={policy && ruleFor(check, policy.effective)}
                  open={view.rule === check.id}
                />
              ))}
            </ul>
          </section>
        ))}
      </main>
      <NextBar next={{ plain: true, text: found === TOTAL ? UNKNOWN : `${found} of ${count(TOTAL, 'rule')}.` }} />
    </div>
  );
}
