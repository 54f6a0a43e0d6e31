import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CEILINGS, filesOf, type Part } from './sizes';

const OUTPUT = path.resolve(import.meta.dirname, '../../.output');
const read = (build: string): any => JSON.parse(readFileSync(path.join(OUTPUT, build, 'manifest.json'), 'utf8'));
const HOST = 'https://*.healthfusionclaims.com/*';

describe('the store build', () => {
  test('asks for as little as it can in Chrome', () => {
    const { name, version: _version, description: _description, icons: _icons, ...rest } = read('chrome-mv3');
    expect(name).toBe('COB Companion');
    expect(rest).toMatchInlineSnapshot(`
      {
        "action": {
          "default_title": "COB Companion",
        },
        "background": {
          "service_worker": "background.js",
        },
        "commands": {
          "_execute_action": {
            "description": "Open or close the panel",
            "suggested_key": {
              "default": "Alt+Shift+C",
            },
          },
        },
        "content_scripts": [
          {
            "all_frames": true,
            "js": [
              "pm.js",
            ],
            "matches": [
              "https://*.healthfusionclaims.com/*",
            ],
            "run_at": "document_idle",
          },
        ],
        "host_permissions": [
          "https://*.healthfusionclaims.com/*",
        ],
        "incognito": "not_allowed",
        "manifest_version": 3,
        "minimum_chrome_version": "144",
        "options_ui": {
          "open_in_tab": true,
          "page": "options.html",
        },
        "permissions": [
          "storage",
          "alarms",
          "scripting",
          "sidePanel",
        ],
        "side_panel": {
          "default_path": "sidepanel.html",
        },
        "storage": {
          "managed_schema": "managed-schema.json",
        },
      }
    `);
  });

  test('asks for as little as it can in Firefox', () => {
    const { permissions, host_permissions, content_scripts, browser_specific_settings } = read('firefox-mv3');
    expect({ permissions, host_permissions, content_scripts, browser_specific_settings }).toMatchInlineSnapshot(`
      {
        "browser_specific_settings": {
          "gecko": {
            "data_collection_permissions": {
              "required": [
                "none",
              ],
            },
            "id": "cob-companion@cob-companion",
            "strict_min_version": "140.0",
          },
        },
        "content_scripts": [
          {
            "all_frames": true,
            "js": [
              "pm.js",
            ],
            "matches": [
              "https://*.healthfusionclaims.com/*",
            ],
            "run_at": "document_idle",
          },
        ],
        "host_permissions": [
          "https://*.healthfusionclaims.com/*",
        ],
        "permissions": [
          "storage",
          "alarms",
          "scripting",
        ],
      }
    `);
  });

  test.each(['chrome-mv3', 'firefox-mv3'])("reads NextGen Office's pages alone: %s", (build) => {
    const manifest = read(build);
    expect(manifest.host_permissions).toEqual([HOST]);
    for (const script of manifest.content_scripts) expect(script.matches).toEqual([HOST]);
    for (const open of [
      'externally_connectable',
      'web_accessible_resources',
      'optional_host_permissions',
      'content_security_policy',
    ]) {
      expect(manifest).not.toHaveProperty(open);
    }
  });

  test('differs from the test build in its hosts alone', () => {
    const store = read('chrome-mv3');
    const tests = read('chrome-mv3-test');
    const hosts = [HOST, 'http://127.0.0.1/*'];
    const withHosts = {
      ...store,
      host_permissions: hosts,
      content_scripts: store.content_scripts.map((script: object) => ({ ...script, matches: hosts })),
    };
    expect(tests).toEqual(withHosts);
  });

  test('names every file that it needs', () => {
    const manifest = read('chrome-mv3');
    const named = [
      manifest.background.service_worker,
      manifest.side_panel.default_path,
      manifest.storage.managed_schema,
      ...manifest.content_scripts.flatMap((script: { js: string[] }) => script.js),
      ...Object.values<string>(manifest.icons ?? {}),
    ];
    for (const file of named) expect(existsSync(path.join(OUTPUT, 'chrome-mv3', file)), file).toBe(true);
  });
});

describe('bytes', () => {
  test.each(Object.keys(CEILINGS) as Part[])('the %s stays under its ceiling', (part) => {
    const files = filesOf(path.join(OUTPUT, 'chrome-mv3'), part);
    expect(files.length).toBeGreaterThan(0);
    const size = files.reduce((sum, file) => sum + statSync(file).size, 0);
    expect(size).toBeLessThanOrEqual(CEILINGS[part].most);
  });
});
