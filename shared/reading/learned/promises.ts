import { Blended } from './blended';
import { PROMISING, PROMISING_BLEND } from './promisingTable';

/** Whether a sentence promises something still to come. */
export const promises = new Blended(PROMISING, PROMISING_BLEND, 0.96);
