import { useDeferredValue, useMemo, useState } from 'react';
import { CATALOGUE } from '../lib/checks/catalogue';
import { withMargin, withRule } from '../lib/policy/policy';
import { Icon } from './Icon';
import { MarginSettings } from './MarginSettings';
import { keyed } from './models/keyed';
import { rulesThat } from './models/rules';
import { count } from './models/text';
import { PageText } from './PageText';
import { PolicyFile } from './PolicyFile';
import { RuleSetting } from './RuleSetting';
import type { Mirror, Services } from './services';

interface RulesSectionProps {
  mirror: Pick<Mirror, 'policy'>;
  services: Services;
}

/** How the rule book is read here: each rule's severity, the margins, and the policy as a file. Each change is kept at once. */
export function RulesSection({ mirror: { policy }, services }: RulesSectionProps) {
  const [query, setQuery] = useState('');
  const [changedOnly, setChangedOnly] = useState(false);
  const typed = useDeferredValue(query);
  const sections = useMemo(() => rulesThat(typed), [typed]);
  const isChanged = (id: string) =>
    Object.hasOwn(policy.own.checks, id) || Object.hasOwn(policy.organization.checks, id);
  const shownSections = sections
    .map((one) => ({ ...one, checks: changedOnly ? one.checks.filter(({ id }) => isChanged(id)) : one.checks }))
    .filter(({ checks }) => checks.length > 0);
  const changed = CATALOGUE.filter(({ id }) => isChanged(id)).length;
  const found = shownSections.reduce((sum, { checks }) => sum + checks.length, 0);
  const organization = Object.keys(policy.organization.checks).length + Object.keys(policy.organization.margins).length;
  return (
    <section className="sec" aria-labelledby="rules">
      <h2 id="rules" tabIndex={-1}>
        Rules <span className="count">{`${changed} of ${CATALOGUE.length} changed`}</span>
      </h2>
      <p className="note below">
        You can make a rule stricter or milder, or turn it off with a reason. A rule that is off is listed as off with
        each claim, never as passed.
        {organization > 0 && ' What your organization set is marked; you can make it stricter, not milder.'}
      </p>
      {policy.problems.length > 0 && (
        <div className="below">
          <p>Your organization set {count(policy.problems.length, 'thing', 'things')} that the panel does not use:</p>
          <ul className="dots">
            {keyed(policy.problems.slice(0, 20), (text) => text).map(({ key, item }) => (
              <li key={key}>
                <PageText text={item} max={200} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="search">
        <Icon name="look" />
        <label className="sr" htmlFor="find-rule">
          Find a rule
        </label>
        <input
          id="find-rule"
          className="field"
          type="search"
          placeholder="Number, code, word"
          maxLength={80}
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <label className="chk gap">
        <input type="checkbox" checked={changedOnly} onChange={(event) => setChangedOnly(event.target.checked)} />
        <span>Only rules that were changed</span>
      </label>
      <output className="note">
        {found === CATALOGUE.length ? '' : found === 0 ? 'No rule fits.' : `${count(found, 'rule')} found.`}
      </output>
      {shownSections.map(({ section, name, checks }) => (
        <details key={section} className="fold rulefold" open={typed !== '' || changedOnly}>
          <summary>
            <Icon name="chev" className="i chev" />
            <span>{name}</span>
            <span className="count">{checks.length}</span>
          </summary>
          <div>
            <ul>
              {checks.map((check) => (
                <RuleSetting
                  key={check.id}
                  check={check}
                  policy={policy}
                  onChange={(id, rule) => void services.savePolicy(withRule(policy.own, id, rule))}
                />
              ))}
            </ul>
          </div>
        </details>
      ))}
      <h3 className="gap">Margins</h3>
      <MarginSettings
        policy={policy}
        onChange={(margin, days) => void services.savePolicy(withMargin(policy.own, margin, days))}
      />
      <h3 className="gap">Your policy as a file</h3>
      <PolicyFile own={policy.own} services={services} />
    </section>
  );
}
