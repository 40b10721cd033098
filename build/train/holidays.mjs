// Writes shared/timing/holidayTable.ts: the nationwide public holidays of the countries in holidayZones.ts. The library
// that knows them fills 45 MB and takes a fifth of a second to load; the app needs a page of dates of it.
// usage: npm install --no-save date-holidays@3.37.0 && node build/train/holidays.mjs [FIRST-YEAR] [LAST-YEAR]
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../bootstrap/paths.mjs';
import { load } from './enronReplies.mjs';

// Found from where the command was given, so that the library may lie outside the project.
const require = createRequire(path.join(process.cwd(), 'x.js'));
const Holidays = require('date-holidays');
const { version } = require('date-holidays/package.json');
const [first = 2024, last = 2036] = process.argv.slice(2).map(Number);
const { COUNTRIES_OF_ZONE } = await load('shared/timing/holidayZones.ts');

const table = {};
for (const country of [...new Set(Object.values(COUNTRIES_OF_ZONE).flat())].sort()) {
  const years = {};
  for (let year = first; year <= last; year++) {
    const days = new Set();
    for (const holiday of new Holidays(country).getHolidays(year)) {
      if (holiday.type !== 'public') continue;
      // Some last several days; a day that begins in the evening before counts where its end lies.
      const [from, to] = [holiday.start, holiday.end].map((at) => at.getTime());
      const start = Date.parse(`${holiday.date.slice(0, 10)}T00:00:00Z`);
      const length = Math.max(1, Math.round((to - from) / 86_400_000));
      for (let n = 0; n < length; n++) {
        const date = new Date(start + n * 86_400_000).toISOString();
        if (date.startsWith(String(year))) days.add(date.slice(5, 7) + date.slice(8, 10));
      }
    }
    years[year] = [...days].sort().join('');
  }
  table[country] = years;
}

const lines = Object.entries(table).map(
  ([country, years]) =>
    `  ${country}: {\n${Object.entries(years)
      .map(([year, days]) => `    ${year}: '${days}',`)
      .join('\n')}\n  },`,
);
fs.writeFileSync(
  path.join(root, 'shared/timing/holidayTable.ts'),
  `import type { HolidayTable } from './holidays';

/**
 * Nationwide public holidays ${first} to ${last}, from date-holidays ${version} (its data: CC BY 3.0, commenthol and
 * contributors). Written by build/train/holidays.mjs.
 */
export const HOLIDAYS: HolidayTable = {
${lines.join('\n')}
};
`,
);
