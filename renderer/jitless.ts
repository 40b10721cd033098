import { config } from 'zod';

// Must be imported before any schema is built: zod otherwise probes for `new Function`, which the
// page's Content-Security-Policy refuses and reports as a violation on every start.
config({ jitless: true });
