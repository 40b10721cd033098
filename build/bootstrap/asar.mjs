// An asar is a pickled JSON index followed by the files' bytes. Electron reads a plain folder in
// its place too, but electron-builder does not (EISDIR), so a real archive is written.

/** The bytes of an asar holding `files`: name -> Buffer (flat, no folders). */
export function asar(files) {
  const entries = {};
  let offset = 0;
  for (const [name, bytes] of Object.entries(files)) {
    entries[name] = { size: bytes.length, offset: String(offset) };
    offset += bytes.length;
  }
  const index = Buffer.from(JSON.stringify({ files: entries }));
  const padded = Math.ceil(index.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  head.writeUInt32LE(4, 0);
  head.writeUInt32LE(padded + 8, 4);
  head.writeUInt32LE(padded + 4, 8);
  head.writeUInt32LE(index.length, 12);
  index.copy(head, 16);
  return Buffer.concat([head, ...Object.values(files)]);
}
