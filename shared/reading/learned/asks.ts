import { ASKING, ASKING_BLEND } from './askingTable';
import { Blended } from './blended';

/** Whether a sentence asks something of somebody: request, proposal or question. */
export const asks = new Blended(ASKING, ASKING_BLEND, 0.98);
