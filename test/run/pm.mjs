// Starts the stand-in PM by hand: npm run pm -- --port 4000 [--variant popup-search] [--today 2026-03-20] [--seed 1500]

import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runnerImport } from 'vite';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4000' },
    variant: { type: 'string', default: 'canonical' },
    today: { type: 'string' },
    seed: { type: 'string' },
  },
});

const load = async (path) =>
  (await runnerImport(fileURLToPath(new URL(path, import.meta.url)), { configFile: false, logLevel: 'error' })).module;
const { startPm } = await load('../pm/server.ts');
const { CANONICAL, parseVariant } = await load('../pm/variants.ts');
const { SCENES } = await load('../pm/scenes.ts');
const { REMITTANCES } = await load('../pm/remittance-scenes.ts');

const pm = await startPm({
  port: Number(values.port),
  variant: parseVariant(values.variant, CANONICAL),
  ...(values.today ? { today: values.today } : {}),
  ...(values.seed ? { seed: Number(values.seed) } : {}),
});
console.log(`Stand-in PM at ${pm.origin}/electronic/userlogin.jsp (user biller, password biller)`);
for (const [name, scene] of Object.entries({ ...SCENES, ...REMITTANCES })) {
  console.log(
    `  ${name.padEnd(22)} MEMBER_ID=${scene.memberId}  claim ${scene.claims.main}  ${scene.name}: ${scene.about}`,
  );
}
process.once('SIGINT', () => pm.close().then(() => process.exit(0)));
process.once('SIGTERM', () => pm.close().then(() => process.exit(0)));
