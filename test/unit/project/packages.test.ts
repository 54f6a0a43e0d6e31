import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './files';

interface Locked {
  version?: string;
  optional?: boolean;
  hasInstallScript?: boolean;
  os?: string[];
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
}

const json = (file: string): any => JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
const manifest = json('package.json');
const locked: Record<string, Locked> = json('package-lock.json').packages;
const GROUPS = ['dependencies', 'devDependencies', 'optionalDependencies'];

/** Where Node would find a package that `from` asks for. */
const found = (from: string, name: string): boolean => {
  for (let place = from; ; place = place.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    if (locked[`${place === '' ? '' : `${place}/`}node_modules/${name}`]) return true;
    if (place === '') return false;
  }
};

describe('packages', () => {
  test('every version is exact', () => {
    const versions = GROUPS.flatMap((group) => Object.entries<string>(manifest[group] ?? {}));
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('the lock holds what the manifest asks for, in that version', () => {
    const wrong = GROUPS.flatMap((group) => Object.entries<string>(manifest[group] ?? {})).filter(
      ([name, version]) => locked[`node_modules/${name}`]?.version !== version,
    );
    expect(wrong).toEqual([]);
  });

  test('the lock is complete: packages for other platforms too', () => {
    const missing = Object.entries(locked).flatMap(([place, entry]) =>
      Object.keys({ ...entry.dependencies, ...entry.optionalDependencies })
        .filter((name) => !found(place, name))
        .map((name) => `${place || 'package.json'} asks for ${name}`),
    );
    expect(missing).toEqual([]);
  });

  test('no package runs a script when it is installed', () => {
    const scripts = Object.entries(locked).filter(([place, entry]) => entry.hasInstallScript && place !== '');
    expect(scripts.map(([place]) => place)).toEqual([]);
  });

  test('the lock names no place to download from', () => {
    expect(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')).not.toMatch(
      /"resolved"\s*:\s*"https?:\/\/(?!registry\.npmjs\.org\/)/,
    );
  });
});
