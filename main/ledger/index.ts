export { LedgerRefused, openLedger, type LedgerOptions } from './open';
export type * from './types';
