import { safeStorage } from 'electron';
import type { Sealing } from './settings';

/* The newer calls that answer later are not there on the lower of the two runtimes (docs/runtime.md). */
/* eslint-disable @typescript-eslint/no-deprecated */

/** Electron's safe storage: Keychain, DPAPI, libsecret or KWallet. */
export const systemSealing: Sealing = {
  available() {
    if (!safeStorage.isEncryptionAvailable()) return false;
    // Without a key store, Linux scrambles with a password everybody knows: that is a file in clear.
    return process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text';
  },
  seal: (secret) => safeStorage.encryptString(secret).toString('base64'),
  open(sealed) {
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    } catch {
      return null;
    }
  },
};
