import { expect, test } from 'vitest';
import { datesIn } from '../dates';
import { sendingOf } from '../days';
import { tongueOf } from './index';

// A Wednesday, in week 45.
const sending = sendingOf('2026-11-04T10:00:00+01:00', 'Europe/Berlin');

/** "phrase | date" lines: days of November 2026 as they are said in offices. */
const PHRASES: Readonly<Record<string, string>> = {
  de: `bis Freitag | 2026-11-06
bis morgen | 2026-11-05
bis übermorgen | 2026-11-06
bis uebermorgen mittag | 2026-11-06
heute Nachmittag | 2026-11-04
bis Feierabend | 2026-11-04
bis Ende der Woche | 2026-11-06
nächste Woche | 2026-11-13
Anfang nächster Woche | 2026-11-10
Mitte nächster Woche | 2026-11-11
bis Ende nächster Woche | 2026-11-13
bis Monatsende | 2026-11-30
bis Ende des Monats | 2026-11-30
bis KW 47 | 2026-11-20
am 14.11. | 2026-11-14
bis zum 14.11.2026 | 2026-11-14
bis 20.11.26 | 2026-11-20
bis zum 9. | 2026-11-09
am 16. November | 2026-11-16
Freitag, 13.11. | 2026-11-13
nächsten Montag | 2026-11-09
kommenden Freitag | 2026-11-06
Montag nächster Woche | 2026-11-09
in drei Tagen | 2026-11-07
innerhalb von zwei Wochen | 2026-11-18
binnen fünf Arbeitstagen | 2026-11-11
morgen um 15 Uhr | 2026-11-05T15:00:00+01:00
bis Donnerstag 9:30 Uhr | 2026-11-05T09:30:00+01:00
bis 16 Uhr | 2026-11-04T16:00:00+01:00
bis Ende Januar | 2027-01-31
bis Jahresende | 2026-12-31
bis fr | 2026-11-06`,
  fr: `d'ici vendredi | 2026-11-06
avant demain | 2026-11-05
après-demain | 2026-11-06
cet après-midi | 2026-11-04
avant la fin de journée | 2026-11-04
d'ici la fin de la semaine | 2026-11-06
la semaine prochaine | 2026-11-13
début de semaine prochaine | 2026-11-10
en milieu de semaine prochaine | 2026-11-11
avant la fin du mois | 2026-11-30
fin novembre | 2026-11-30
avant le 14 | 2026-11-14
le 14/11 | 2026-11-14
le 14/11/2026 | 2026-11-14
avant le 14.11.2026 | 2026-11-14
le 16 novembre | 2026-11-16
le 1er décembre | 2026-12-01
vendredi 13 novembre | 2026-11-13
vendredi 13 | 2026-11-13
lundi prochain | 2026-11-09
ce vendredi | 2026-11-06
lundi de la semaine prochaine | 2026-11-09
dans trois jours | 2026-11-07
sous quinze jours | 2026-11-18
sous 5 jours ouvrés | 2026-11-11
demain à 15h30 | 2026-11-05T15:30:00+01:00
vendredi à midi | 2026-11-06T12:00:00+01:00
avant 16h | 2026-11-04T16:00:00+01:00
semaine 47 | 2026-11-20
fin janvier | 2027-01-31
avant la fin de l'année | 2026-12-31`,
  es: `para el viernes | 2026-11-06
antes de mañana | 2026-11-05
pasado mañana | 2026-11-06
esta tarde | 2026-11-04
mañana por la mañana | 2026-11-05
antes del final del día | 2026-11-04
antes de fin de semana | 2026-11-06
la semana que viene | 2026-11-13
la próxima semana | 2026-11-13
a principios de la semana que viene | 2026-11-10
a mediados de la próxima semana | 2026-11-11
a fin de mes | 2026-11-30
a finales de mes | 2026-11-30
antes del 14 | 2026-11-14
el día 14 | 2026-11-14
el 14/11 | 2026-11-14
el 14/11/2026 | 2026-11-14
el 16 de noviembre | 2026-11-16
el viernes 13 de noviembre | 2026-11-13
el viernes 13 | 2026-11-13
el próximo viernes | 2026-11-06
el lunes de la semana que viene | 2026-11-09
este viernes | 2026-11-06
en tres días | 2026-11-07
dentro de dos semanas | 2026-11-18
en 5 días hábiles | 2026-11-11
mañana a las 3 de la tarde | 2026-11-05T15:00:00+01:00
el jueves a las 9:30 | 2026-11-05T09:30:00+01:00
el viernes al mediodía | 2026-11-06
semana 47 | 2026-11-20
antes de fin de año | 2026-12-31`,
  pt: `até sexta | 2026-11-06
até sexta-feira | 2026-11-06
até amanhã | 2026-11-05
depois de amanhã | 2026-11-06
hoje à tarde | 2026-11-04
até o final do dia | 2026-11-04
até o fim do expediente | 2026-11-04
até o fim da semana | 2026-11-06
na semana que vem | 2026-11-13
na próxima semana | 2026-11-13
no início da próxima semana | 2026-11-10
em meados da próxima semana | 2026-11-11
até o fim do mês | 2026-11-30
no final deste mês | 2026-11-30
até dia 14 | 2026-11-14
até ao dia 14 | 2026-11-14
em 14/11 | 2026-11-14
em 14/11/2026 | 2026-11-14
16 de novembro | 2026-11-16
sexta-feira, 13 de novembro | 2026-11-13
sexta 13 | 2026-11-13
na próxima sexta | 2026-11-06
segunda da semana que vem | 2026-11-09
em três dias | 2026-11-07
daqui a duas semanas | 2026-11-18
em 5 dias úteis | 2026-11-11
amanhã às 15h | 2026-11-05T15:00:00+01:00
quinta às 9h30 | 2026-11-05T09:30:00+01:00
amanhã às 3 da tarde | 2026-11-05T15:00:00+01:00
semana 47 | 2026-11-20
até o fim do ano | 2026-12-31`,
  nl: `voor vrijdag | 2026-11-06
uiterlijk morgen | 2026-11-05
overmorgen | 2026-11-06
vanmiddag | 2026-11-04
morgenochtend | 2026-11-05
voor het einde van de dag | 2026-11-04
eind van de week | 2026-11-06
volgende week | 2026-11-13
begin volgende week | 2026-11-10
halverwege volgende week | 2026-11-11
voor het eind van de maand | 2026-11-30
eind november | 2026-11-30
voor de 14e | 2026-11-14
op 14 november | 2026-11-14
op 14-11-2026 | 2026-11-14
voor 14/11 | 2026-11-14
vrijdag 13 november | 2026-11-13
vrijdag 13 | 2026-11-13
komende vrijdag | 2026-11-06
volgende week maandag | 2026-11-09
aanstaande donderdag | 2026-11-05
over drie dagen | 2026-11-07
binnen twee weken | 2026-11-18
binnen 5 werkdagen | 2026-11-11
morgen om 15.00 uur | 2026-11-05T15:00:00+01:00
donderdag om 9.30 uur | 2026-11-05T09:30:00+01:00
voor 16 uur | 2026-11-04T16:00:00+01:00
week 47 | 2026-11-20
voor vr | 2026-11-06
eind januari | 2027-01-31
voor het einde van het jaar | 2026-12-31`,
  it: `entro venerdì | 2026-11-06
entro venerdi | 2026-11-06
entro domani | 2026-11-05
dopodomani | 2026-11-06
oggi pomeriggio | 2026-11-04
entro fine giornata | 2026-11-04
entro la fine della settimana | 2026-11-06
la settimana prossima | 2026-11-13
la prossima settimana | 2026-11-13
all'inizio della prossima settimana | 2026-11-10
a metà della settimana prossima | 2026-11-11
entro fine mese | 2026-11-30
entro la fine di novembre | 2026-11-30
entro il 14 | 2026-11-14
il 14/11 | 2026-11-14
il 14/11/2026 | 2026-11-14
il 16 novembre | 2026-11-16
venerdì 13 novembre | 2026-11-13
venerdì 13 | 2026-11-13
lunedì prossimo | 2026-11-09
questo venerdì | 2026-11-06
lunedì della prossima settimana | 2026-11-09
fra tre giorni | 2026-11-07
entro due settimane | 2026-11-18
entro 5 giorni lavorativi | 2026-11-11
domani alle 15 | 2026-11-05T15:00:00+01:00
giovedì alle 9:30 | 2026-11-05T09:30:00+01:00
venerdì a mezzogiorno | 2026-11-06T12:00:00+01:00
settimana 47 | 2026-11-20
fine gennaio | 2027-01-31
entro fine anno | 2026-12-31`,
};

const cases = Object.entries(PHRASES).flatMap(([code, list]) =>
  list.split('\n').map((line) => {
    const [phrase = '', at = ''] = line.split(' | ');
    return [code, phrase, at] as const;
  }),
);

test.each(cases)('%s: %s', (code, phrase, at) => {
  const tongue = tongueOf(code);
  expect(sending && tongue && datesIn(phrase, sending, tongue).map((d) => d.at)).toEqual([at]);
});

test.each([
  ['de', 'Version 7.4 kostet 3,50 Euro.'],
  ['de', 'So machen wir das.'],
  ['fr', 'Il y a 14 personnes.'],
  ['es', 'El mar está en calma, son 14 páginas.'],
  ['pt', 'A segunda opção custa 14 reais.'],
  ['nl', 'Zo doen we dat, met 14 personen.'],
  ['it', 'Sono 14 pagine, ne ho lette sette.'],
])('no date, %s: %s', (code, text) => {
  const tongue = tongueOf(code);
  expect(sending && tongue && datesIn(text, sending, tongue)).toEqual([]);
});
