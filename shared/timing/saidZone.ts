/** Whose clock some words name: "close of business Thursday, Toronto time", "EOD Pacific". */

/** How offices write zones, where the name is no city's. */
const NAMED: Readonly<Record<string, string>> = {
  ...{ et: 'America/New_York', est: 'America/New_York', edt: 'America/New_York' },
  ...{ eastern: 'America/New_York', ct: 'America/Chicago', cst: 'America/Chicago' },
  ...{ cdt: 'America/Chicago', central: 'America/Chicago', mt: 'America/Denver' },
  ...{ mst: 'America/Denver', mdt: 'America/Denver', mountain: 'America/Denver' },
  ...{ pt: 'America/Los_Angeles', pst: 'America/Los_Angeles', pdt: 'America/Los_Angeles' },
  ...{ pacific: 'America/Los_Angeles', uk: 'Europe/London', gmt: 'Europe/London' },
  ...{ bst: 'Europe/London', british: 'Europe/London', cet: 'Europe/Paris' },
  ...{ cest: 'Europe/Paris', 'central european': 'Europe/Paris', japan: 'Asia/Tokyo' },
  ...{ jst: 'Asia/Tokyo', aest: 'Australia/Sydney', aedt: 'Australia/Sydney', utc: 'UTC' },
};

let cities: ReadonlyMap<string, string> | null = null;

/** IANA names its zones by cities: "America/New_York" by "new york". */
function zoneOfCity(name: string): string | undefined {
  cities ??= new Map(
    Intl.supportedValuesOf('timeZone').map((zone) => [
      (zone.split('/').at(-1) ?? '').replace(/_/g, ' ').toLowerCase(),
      zone,
    ]),
  );
  return cities.get(name);
}

const TIME_OF = /(?<![\p{L}])(\p{Lu}[\p{L}.]*(?:[ -]\p{Lu}[\p{L}]+){0,2}) time\b/gu;
const ABBREVIATED =
  /\b(?:EOD|EOB|COB|eod|cob|noon|midnight|day|business|play|am|pm|\d)[ ,]+\(?(E[SD]?T|C[SD]T|M[SD]T|P[SD]?T|CES?T|GMT|BST|UTC|JST|AE[SD]T)\b/;

/** The IANA zone whose clock is named in some words; null where none is. */
export function saidZone(words: string): string | null {
  for (const [, name = ''] of words.matchAll(TIME_OF)) {
    const said = name.toLowerCase();
    // "By Thursday Toronto time": the day belongs to the name as little as the article does.
    const parts = said.split(' ');
    for (let from = 0; from < parts.length; from++) {
      const part = parts.slice(from).join(' ');
      const zone = NAMED[part] ?? zoneOfCity(part);
      if (zone !== undefined) return zone;
    }
  }
  const short = ABBREVIATED.exec(words)?.[1];
  return short === undefined ? null : (NAMED[short.toLowerCase()] ?? null);
}
