import { safeStorage } from 'electron';
import type { Backend, Sealer } from '../graph/signIn/vault';

/**
 * Electron's safeStorage as the sealer of sign-in keys: the async pair where the runtime has it, the sync
 * pair on older ones. What it offers is asked each time: a keyring can be locked or gone while the app runs.
 */
export const systemSealer: Sealer = {
  async backend(): Promise<Backend> {
    const available =
      'isAsyncEncryptionAvailable' in safeStorage
        ? await safeStorage.isAsyncEncryptionAvailable()
        : older.isEncryptionAvailable();
    if (!available) return { is: 'none' };
    if (process.platform === 'darwin') return { is: 'ready', name: 'the macOS keychain' };
    if (process.platform === 'win32') return { is: 'ready', name: 'Windows data protection' };
    if ('getSelectedStorageBackend' in safeStorage) {
      const name = safeStorage.getSelectedStorageBackend();
      if (name === 'basic_text') return { is: 'plain' };
      if (name !== 'unknown') return { is: 'ready', name: `the keyring (${name})` };
    }
    // Runtimes that cannot say: Chromium marks what a keyring's key encrypted with v11, and what the key
    // in its own source encrypted with v10.
    const mark = (await seal('probe')).subarray(0, 3).toString('latin1');
    return mark === 'v11' ? { is: 'ready', name: 'the keyring' } : { is: 'plain' };
  },
  seal,
  async unseal(sealed) {
    if ('decryptStringAsync' in safeStorage) {
      const { result, shouldReEncrypt } = await safeStorage.decryptStringAsync(sealed);
      return { text: result, again: shouldReEncrypt };
    }
    return { text: older.decryptString(sealed), again: false };
  },
};

async function seal(text: string): Promise<Buffer> {
  if ('encryptStringAsync' in safeStorage) return safeStorage.encryptStringAsync(text);
  return Promise.resolve(older.encryptString(text));
}

/** The pair older runtimes have: under its own name, because the newest runtime's types know only the other. */
const older: {
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(sealed: Buffer): string;
} = safeStorage;
