import { readFileSync } from 'node:fs';

const l = JSON.parse(readFileSync(process.argv[2] ?? 'package-lock.json'));
let n = 0;
for (const [k, v] of Object.entries(l.packages))
  for (const [d, ver] of Object.entries(v.optionalDependencies || {}))
    if (!l.packages[`node_modules/${d}`] && !l.packages[`${k}/node_modules/${d}`]) {
      console.log('MISSING', k, '->', `${d}@${ver}`);
      n++;
    }
console.log(n, 'missing optional entries of', Object.keys(l.packages).length);
process.exit(n ? 1 : 0);
