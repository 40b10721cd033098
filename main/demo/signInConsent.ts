import type { SignInSwitches, SignInUser } from './signInTokens';

/** Somebody who chose an account and granted what was asked. */
export interface Checked {
  user: SignInUser;
  /** Everything granted so far, not only what was asked this time. */
  scopes: readonly string[];
}

/** Who granted what, and what an administrator granted for everybody. */
export class Consents {
  private readonly byUser = new Map<string, Set<string>>();
  private forAll = false;

  constructor(private readonly switches: SignInSwitches) {}

  /** What of `asked` is not granted yet, and what of that only an administrator may grant. */
  check(address: string, asked: readonly string[]): { missing: string[]; needAdmin: string[] } {
    if (this.forAll) {
      this.grant(address, asked);
      return { missing: [], needAdmin: [] };
    }
    const have = this.byUser.get(address) ?? new Set();
    const missing = asked.filter((scope) => !have.has(scope));
    const { adminOnly } = this.switches;
    return {
      missing,
      needAdmin: missing.filter((scope) => adminOnly.has('*') || adminOnly.has(scope)),
    };
  }

  grant(address: string, scopes: readonly string[]): void {
    this.byUser.set(address, new Set([...(this.byUser.get(address) ?? []), ...scopes]));
  }

  /** An administrator permits the application for the organisation. */
  grantAll(): void {
    this.forAll = true;
  }

  granted(address: string): string[] {
    return [...(this.byUser.get(address) ?? [])];
  }
}
