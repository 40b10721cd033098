// Loaded into the app before its own code (-r): a keyring on a machine that has none. Its state is read
// from a file at each call, so that a test can take it away. It scrambles; what is tested is what the
// app does with a keyring, not the keyring.
const fs = require('node:fs');
const { safeStorage } = require('electron');

const state = () => JSON.parse(fs.readFileSync(process.env.CORRIDOR_TEST_KEYRING, 'utf8'));
const turn = (bytes, key) => Buffer.from(bytes.map((byte) => byte ^ key));

Object.assign(safeStorage, {
  isEncryptionAvailable: () => state().there,
  encryptString(text) {
    if (!state().there) throw new Error('no keyring');
    return Buffer.concat([Buffer.from('v11'), turn(Buffer.from(text, 'utf8'), state().key)]);
  },
  decryptString(sealed) {
    const text = turn(sealed.subarray(3), state().key).toString('utf8');
    if (!state().there || !text.startsWith('{')) throw new Error('cannot decrypt');
    return text;
  },
  // The newer pair, where the runtime has it, goes the same way.
  ...('encryptStringAsync' in safeStorage
    ? {
        isAsyncEncryptionAvailable: async () => state().there,
        encryptStringAsync: async (text) => safeStorage.encryptString(text),
        decryptStringAsync: async (sealed) => ({
          result: safeStorage.decryptString(sealed),
          shouldReEncrypt: false,
        }),
        getSelectedStorageBackend: () => 'gnome_libsecret',
      }
    : {}),
});
