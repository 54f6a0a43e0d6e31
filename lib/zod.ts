import * as z from 'zod/mini';

// Zod's compiler probes `new Function`, which the extension's content security policy forbids and reports.
z.config({ jitless: true });

export { z };
