import { describe, expect, it } from 'vitest';
import { BOXES } from '../../../lib/claim/boxes';
import { profiles } from '../../../lib/pages/profiles';
import { keyOf, meanings, type Wordings } from '../../../lib/pages/words';

describe.each(profiles)('the profile $id', (profile) => {
  const tables: [string, Wordings<string>][] = [
    ...Object.entries(profile.columns),
    ['statuses', profile.statuses],
    ['levels', profile.levels],
    ['ranks', profile.ranks],
    ['relationships', profile.relationships],
    ['sexes', profile.sexes],
    ['yesNo', profile.yesNo],
    ['actions', profile.actions],
  ];

  it.each(tables)('gives each wording of %s one meaning', (_, wordings) => {
    const twice = [...meanings(wordings)]
      .filter(([, is]) => is.length > 1)
      .map(([key, is]) => `${key}: ${is.join(', ')}`);
    expect(twice).toEqual([]);
  });

  it.each([
    ...tables,
    ['labels', profile.labels.patient] as const,
    ['form', profile.labels.form] as const,
    ['boxes', profile.boxes] as const,
  ])('says nothing twice in %s', (_, wordings) => {
    const again = Object.entries(wordings).flatMap(([meaning, texts]) => {
      const keys = (texts ?? '').split('|').map(keyOf);
      return (texts ?? '')
        .split('|')
        .filter((_, i) => keys.indexOf(keys[i]!) !== i)
        .map((text) => `${meaning}: ${text}`);
    });
    expect(again).toEqual([]);
  });

  it('labels only boxes that exist', () => {
    const unknown = Object.keys(profile.boxes).filter(
      (id) => !BOXES.has(id.replace('24.n.', '24.1.')) && !/^24\.n\.(?:group|reason|amount)$/.test(id),
    );
    expect(unknown).toEqual([]);
  });
});
