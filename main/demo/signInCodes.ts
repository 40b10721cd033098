import { randomBytes } from 'node:crypto';
import type { Clock } from '../../shared/timing/clock';
import { SignInFault, type SignInUser } from './signInTokens';

interface Grant {
  user: SignInUser;
  clientId: string;
  scopes: readonly string[];
}

interface Pending {
  userCode: string;
  scopes: readonly string[];
  /** ms of the clock. */
  until: number;
  outcome: Grant | SignInFault | null;
}

/** Seconds a code is good for; Microsoft's own. */
const LIFE = 900;
/** Without letters that are mistaken for others. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';

/** Codes typed on another device. */
export class DeviceCodes {
  private readonly pending = new Map<string, Pending>();

  constructor(private readonly clock: Clock) {}

  issue(scopes: readonly string[], address: string): object {
    const deviceCode = randomBytes(24).toString('base64url');
    const userCode = [...randomBytes(9)].map((n) => LETTERS[n % LETTERS.length] ?? 'B').join('');
    const until = this.clock.now() + LIFE * 1000;
    this.pending.set(deviceCode, { userCode, scopes, until, outcome: null });
    return {
      device_code: deviceCode,
      user_code: userCode,
      verification_uri: address,
      expires_in: LIFE,
      interval: 1,
      message: `Open ${address} and enter the code ${userCode}.`,
    };
  }

  byUserCode(userCode: string): Pending | null {
    const wanted = userCode.replace(/[\s-]/g, '').toUpperCase();
    const found = [...this.pending.values()].find((one) => one.userCode === wanted);
    return found && this.clock.now() < found.until ? found : null;
  }

  /** What became of a device code. @throws SignInFault while nothing has, or when it was refused. */
  take(deviceCode: string): Grant {
    const found = this.pending.get(deviceCode);
    if (!found || this.clock.now() >= found.until)
      throw new SignInFault('expired_token', '70020', 'The provided code has expired.');
    if (found.outcome === null)
      throw new SignInFault('authorization_pending', '70016', 'The code was not used yet.');
    this.pending.delete(deviceCode);
    if (found.outcome instanceof SignInFault) throw found.outcome;
    return found.outcome;
  }
}
