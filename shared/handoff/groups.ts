import type { Person } from './item';

/**
 * Who is behind an address that is nobody's own: a Teams channel; everyone of a house ("all-staff@…"); a circle of people
 * ("volunteers@…"); an office, read by whoever is on duty there ("records@…").
 */
export type Group = 'channel' | 'everyone' | 'circle' | 'office';

type Named = Pick<Person, 'address'> & Partial<Pick<Person, 'name'>>;

/** Which group an address stands for; null for a person's own. */
export function groupOf(person: Named): Group | null {
  if (CHANNEL.test(person.address)) return 'channel';
  const local = localOf(person.address);
  if (EVERYONE.test(local)) return 'everyone';
  if (local === '') return null;
  const parts = wordsOf(local);
  const ends = parts[parts.length - 1] ?? '';
  if (CIRCLE.test(ends) && !isOwn(person, CIRCLE)) return 'circle';
  const office =
    parts.every((word) => OFFICE.test(word)) || KEEPS_OFFICE.test(ends) || namesOffice(person);
  return office && !isOwn(person, OFFICE) ? 'office' : null;
}

/** A Teams channel, where it stands among those something was put to. */
export function isChannel(person: Named): boolean {
  return CHANNEL.test(person.address);
}

/** An address by which all are written to at once: nobody's own, and nothing goes there on the desk's proposal. */
export function isList(person: Named): boolean {
  const group = groupOf(person);
  return group === 'channel' || group === 'everyone';
}

/**
 * Can this person come forward for a group? For an office only its house can; who reads a list or a channel is not known
 * beforehand.
 */
export function speaksFor(person: Named, group: Named): boolean {
  const kind = groupOf(group);
  return kind === 'office' ? sameHouse(person, group) : kind !== null;
}

/** Two addresses of one organisation. False where the house is a public mail provider, in which strangers live. */
export function sameHouse(a: Named, b: Named): boolean {
  const house = houseOf(a.address);
  return house !== '' && house === houseOf(b.address) && !PUBLIC.test(house);
}

/**
 * The office of another house that something was put to, and nobody else: whoever does it there, the house has it. A
 * colleague's office is as good as nobody until somebody of it comes forward. Null for anything else.
 */
export function officeElsewhere(giver: Named, asked: readonly Person[]): Person | null {
  const [only] = asked;
  if (!only || asked.length > 1 || groupOf(only) !== 'office') return null;
  return sameHouse(giver, only) ? null : only;
}

const localOf = (address: string): string =>
  address.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase();
const houseOf = (address: string): string =>
  address.slice(address.lastIndexOf('@') + 1).toLowerCase();
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/**
 * "Miroslav Danek" <office@…>: a name of which nothing tells of an office is somebody's own. So is that of the whole house
 * ("Cartiera Brenta" <ufficio@cartierabrenta…>): the firm itself is asked, by the one address it has.
 */
function isOwn({ name = '', address }: Named, kind: RegExp): boolean {
  const words = wordsOf(name);
  if (words.length < 2 || name.includes('@')) return false;
  const house = houseOf(address);
  if (words.every((word) => house.includes(word))) return true;
  const known = wordsOf(localOf(address));
  const tells = (word: string) => kind.test(word) || KEEPS_OFFICE.test(word);
  const last = words[words.length - 1] ?? '';
  // "Emily Post" <emily.post@…>: all of the address is in the name.
  if (known.length > 1 && known.every((word) => words.includes(word)))
    return !words.every(tells) && !KEEPS_OFFICE.test(last);
  return !words.some((word) => tells(word) || known.includes(word));
}

/** "Tagus Terminal Bonded Desk": a name that ends as an office's does, on an address that is no first and last name. */
function namesOffice({ name = '', address }: Named): boolean {
  const words = wordsOf(name);
  return (
    words.length > 1 &&
    KEEPS_OFFICE.test(words[words.length - 1] ?? '') &&
    wordsOf(localOf(address)).length === 1
  );
}

const CHANNEL = /@thread\.(?:tacv2|skype)$/i;

const EVERYONE =
  /^(?:all(?:[-_.].*)?|.*[-_.](?:all|list|announce|users|dl|everyone|staff)|everyone|everybody|staff|company|alle|tous|todos|tutti|undisclosed[-_. ]recipients|announce(?:ments)?|dl[-_.].*)$/i;

/** What an office is called by its kind, whatever stands before it. */
const KEEPS_OFFICE =
  /^(?:desk|helpdesk|servicedesk|team|office|dep(?:t|artment)|committee|hotline|inbox|mailbox|secretariat|sekretariat|secr[eé]tariat|secretar[ií]a|segreteria|b[uü]ro|bureau|biuro|ufficio|oficina|escrit[oó]rio|abteilung|redaktion|kontoret)$/;

/** The functions a house has and whose doors it names by them (RFC 2142's, and those of trade and administration). */
const OFFICE =
  /^(?:info|contact|hello|mail|post|enquir(?:y|ies)|inquir(?:y|ies)|office|desk|front|reception|admin|administration|support|help|helpdesk|servicedesk|service|services|customer|customers?care|care|client|clients?|sales|marketing|press|media|orders?|purchas(?:e|es|ing)|procurement|buying|billing|invoic(?:e|es|ing)|accounts?|accounting|payables?|receivables?|finance|payroll|treasury|records?|archives?|registry|documents?|library|legal|compliance|claims|hr|people|personnel|recruit(?:ing|ment)|careers|jobs|training|it|webmaster|hostmaster|security|abuse|privacy|ops|operations|logistics|dispatch|shipping|warehouse|stores?|deliver(?:y|ies)|returns|bookings?|reservations?|appointments|events|facilit(?:y|ies)|estates|maintenance|repairs|planning|permits|licen[cs]ing|quality|lab|laboratory|pharmacy|team|dept|department|secretariat|kontakt|anfragen?|zentrale|empfang|verwaltung|sekretariat|b[uü]ro|buero|vertrieb|verkauf|einkauf|bestellung(?:en)?|rechnung(?:en)?|buchhaltung|personal|archiv|versand|lager|presse|kundendienst|accueil|secretariat|commandes?|achats|ventes|comptabilit[eé]|facturation|livraisons?|contacto|consultas|pedidos|ventas|compras|facturaci[oó]n|contabilidad|administraci[oó]n|recepci[oó]n|contato|geral|vendas|encomendas|faturas?|recep[cç][aã]o|ordini|acquisti|vendite|amministrazione|contabilit[aà]|segreteria|ufficio|direzione|biuro|inkoop|verkoop|bestellingen|facturen|administratie|boekhouding|receptie|klantenservice)$/;

/** People called by what they have in common. */
const CIRCLE =
  /^(?:volunteers?|members?|trustees|governors|directors|board|council|committee|parents|tutors|teachers|faculty|students|interns|trainees|drivers|crew|helpers|stewards|wardens|residents|tenants|owners|managers|supervisors|colleagues|friends|choir|players|coaches|group|benevoles|b[eé]n[eé]voles|membres|voluntari(?:os|as)|miembros|freiwillige|helfer|mitglieder|eltern|vorstand|volontari|soci|vrijwilligers|leden|docenten)$/;

/** Houses in which strangers live. */
const PUBLIC =
  /^(?:gmail|googlemail|outlook|hotmail|live|msn|yahoo|ymail|icloud|me|mac|aol|gmx|web|proton(?:mail)?|mail|yandex|orange|wanadoo|free|libero|t-online)\.(?:[a-z]{2,3}|co\.[a-z]{2})$/;
