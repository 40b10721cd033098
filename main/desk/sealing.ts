import { safeStorage } from 'electron';
import type { Sealing } from './settings';

/* The newer calls that answer later are not there on the lower of the two runtimes (docs/runtime.md). */
/* eslint-disable @typescript-eslint/no-deprecated */

const encrypt = (secret: string) => safeStorage.encryptString(secret);

/** Electron's safe storage: Keychain, DPAPI, libsecret or KWallet. */
export const systemSealing: Sealing = {
  available() {
    if (!safeStorage.isEncryptionAvailable()) return false;
    // Without a key store, Linux scrambles with a password everybody knows: that is a file in clear.
    if (process.platform !== 'linux') return true;
    if ('getSelectedStorageBackend' in safeStorage)
      return safeStorage.getSelectedStorageBackend() !== 'basic_text';
    // Older runtimes cannot say; Chromium marks what a key store's key encrypted with v11.
    return encrypt('probe').subarray(0, 3).toString('latin1') === 'v11';
  },
  seal: (secret) => encrypt(secret).toString('base64'),
  open(sealed) {
    try {
      return safeStorage.decryptString(Buffer.from(sealed, 'base64'));
    } catch {
      return null;
    }
  },
};
