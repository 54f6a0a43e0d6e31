import { randomBytes } from 'node:crypto';
import { type ServerType, serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { app, type Engine } from './app';
import { generate } from './generate';
import type { Truth } from './truth';
import { CANONICAL, type Fault, type Variant } from './variants';

export type { Truth } from './truth';
export type { Fault, Variant } from './variants';

export interface PmOptions {
  seed?: number;
  /** The PM's own today, ISO; 2026-03-20 when absent. */
  today?: string;
  variant?: Partial<Variant>;
  /** 0 or absent: a free port. */
  port?: number;
}

/** A running stand-in for the practice-management system. */
export interface Pm {
  /** http://127.0.0.1:PORT */
  origin: string;
  /** Everything the PM knows, live. */
  truth: Truth;
  /** Value of the header `x-truth-key` that opens `GET /__truth/...`; the extension is never given it. */
  truthKey: string;
  /** For every session from now on, the running ones too. */
  setVariant(variant: Partial<Variant>): void;
  /** Goes wrong with the next matching requests; `undefined` takes the fault away. */
  setFault(fault: Fault | undefined): void;
  /** Every session has run out: the next request is answered with the login page. */
  expireSessions(): void;
  close(): Promise<void>;
}

function listen(fetch: Hono['fetch'], port: number): Promise<{ server: ServerType; port: number }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: '127.0.0.1' }, (info) => resolve({ server, port: info.port }));
    server.once('error', reject);
  });
}

/** Starts the stand-in PM on loopback. Rejects when the port is taken. */
export async function startPm(options: PmOptions = {}): Promise<Pm> {
  const seed = options.seed ?? 1500;
  const truth = generate(seed, options.today ?? '2026-03-20');
  const engine: Engine = {
    truth,
    seed,
    variant: { ...CANONICAL, ...options.variant },
    fault: undefined,
    truthKey: randomBytes(18).toString('hex'),
  };
  const { server, port } = await listen(app(engine).fetch, options.port ?? 0);
  return {
    origin: `http://127.0.0.1:${port}`,
    truth,
    truthKey: engine.truthKey,
    setVariant: (variant) => {
      engine.variant = { ...engine.variant, ...variant };
      for (const session of truth.sessions.values()) session.variant = { ...session.variant, ...variant };
    },
    setFault: (fault) => {
      engine.fault = fault ? { ...fault, count: fault.count ?? 1 } : undefined;
    },
    expireSessions: () => truth.sessions.clear(),
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
