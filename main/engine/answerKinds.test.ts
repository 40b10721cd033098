import { describe, expect, test } from 'vitest';
import { running } from '../../tests/support/engine';
import { BRAM, chat, mail, NORA } from '../../tests/support/mail';

/** What one answer does to one ask, in many trades: closed, in hand (taken), or open as it was. */

function standsAfter(channel: string, asked: string, answered: string): string {
  const desk = running(30);
  const both = [NORA, BRAM];
  if (channel === 'mail')
    desk.take(
      mail('ask', 0, NORA, BRAM, asked),
      mail('told', 3, BRAM, NORA, answered, { answers: 'ask' }),
    );
  else desk.take(chat('c', 1, 0, NORA, both, asked), chat('c', 2, 0.2, BRAM, both, answered));
  const held = desk.held().filter((h) => h.giver.address === NORA.address);
  const [handoff] = held.filter((h) => h.act !== 'commitment');
  if (!handoff) return 'not held';
  return handoff.state === 'closed' ? 'closed' : handoff.rung >= 5 ? 'taken' : 'open';
}

/** A line each: how it stands | channel | the ask | the answer. */
const ROWS: Readonly<Record<string, string>> = {
  'a promise on the way is not the thing, and what was done stays done': `
taken | chat | Can you send me the seating plan for the gala? | There we go, that's all I needed. I draw it up tonight and you have the plan tomorrow morning
taken | mail | Could you let me have the glazing quote? | Perfect, done deal. The quote will be with you on Thursday.
taken | chat | ¿me mandas el plano del stand? | listo, mañana te lo mando
taken | chat | Kun je me de planning sturen? | komt voor elkaar, ik stuur hem morgen
taken | chat | Can you fix the projector in room 4? | Finished the other one at last. I'll do room 4 tomorrow first thing
closed | mail | Can you fix the projector in room 4? | Fixed, I'll check it again tomorrow.
closed | mail | Could you order more gloves for the lab? | Ordered this morning, I'll let you know when they arrive.
closed | chat | ¿me mandas el plano del stand? | listo, te lo mandé al correo
closed | mail | Can you send me the seating plan? | Attached. I'll bring a printed copy on Friday.
taken | mail | Please return the signed lease by Friday. | All good now. We sign it tomorrow and you have it back Thursday.
taken | chat | Podes enviar-me a lista de convidados? | pronto, eu trato disso
taken | chat | Peux-tu m'envoyer le plan de table ? | parfait, c'est bon, je m'en occupe
taken | chat | Schickst du mir bitte die Preisliste? | alles klar, erledige ich morgen
taken | chat | mi mandi il preventivo della caldaia? | a posto, ci penso io
taken | chat | Can you cut the new gaskets for press 2? | Right, that's the drawing sorted. I cut them this afternoon
closed | chat | Can you update the rota? | Done, and I'll do next week's tomorrow
closed | mail | Please book the hall for the 9th. | Booked. I'll send you the confirmation when it comes.
closed | chat | Can you drop the samples at the lab? | Dropped them off, I'll pick up the results on Friday
closed | mail | Could you send the risk assessment for the stage? | The risk assessment is attached. I will send the method statement on Monday.
taken | mail | Would you send us the menu for the dinner? | Now we know what we are cooking for. You shall have the menu on Wednesday.
`,
  'where it is, who was written to, what was noted down: nothing has come': `
open | mail | Please get the harp back from the restorer by the 12th. | For your information, the harp is at the restorer's in Leeds and they have been written to.
open | mail | Could you get the boiler certificate for us? | Just so you know, the certificate is with the gas company; they were phoned this morning.
closed | mail | Could you have the survey drawings sent over? | The survey drawings are on your desk, for your information.
open | mail | Can you get the deeds out of storage for us? | The deeds lie in the Thornbury vault and the keeper has been asked.
open | mail | Would you have the survey drawings sent over? | FYI, the drawings lie with the county archive, who have been asked for them.
open | mail | Can you have the two vans inspected by Monday? | For info: both vans are in Swindon and the garage has been told.
closed | mail | Please send us the signed certificate. | For your records, the signed certificate is attached.
open | mail | Please have the piano tuned before the recital. | The tuner has been contacted.
open | mail | Please have the lift repaired before the fair. | The engineer has been informed of it.
taken | chat | Can you repaint the crosswalk by gate B? | Added it to the maintenance list
closed | chat | Can you put the dentist in the calendar? | Put it in the calendar
taken | chat | Could you get us a new kettle? | I put it as a card in the planner so I don't lose it
taken | mail | Please get a quote for new awnings. | I logged it in Trello.
taken | chat | Could you replace the filter in unit 6? | noted, it's in my diary for Tuesday
closed | chat | Could you add the new starter to the rota? | Added her to the rota
closed | mail | Please put the minutes in the shared folder. | I put them in the shared folder this morning.
taken | chat | can you service the compressor? | made a ticket for it
`,
  'what is asked for as a thing is no question that any words answer': `
open | mail | Might I trouble you for the keys to the vestry? | The keys are with the sexton until Sunday, a fine man.
open | mail | Could we have the final head count? | You will be glad to hear the marquee is up.
taken | mail | May I have the draft contract for the stand? | The draft will be with you on Monday.
closed | mail | May I bother you for the supplier's number? | 07700 900123
open | mail | Any chance of the floor plan this week? | The surveyor is away till Thursday.
open | mail | Could I ask you for the roof survey? | The roofers have been slow this year.
closed | mail | Can I get a copy of the permit from you? | Here it is.
taken | mail | Would it be possible to have the proofs back? | The proofs will reach you on Tuesday.
`,
  'an answer in the words of the ask, or beside them': `
closed | mail | Could you tell me whether the pump in Hall 3 was serviced before the season? | The pump in 3 was serviced in April, I have the engineer's slip here.
closed | mail | And what colour were the chairs last year? | The chairs were dark green. I know because I sat on one for six hours.
closed | chat | Did the vet sign the export papers? | The vet signed them on Monday, they are in the glovebox
closed | mail | Can you let me know if the lock on unit 9 was changed? | The lock on 9 was changed the same day and Rob has the old one here with the receipt.
closed | mail | When does the bakery want the crates back? | They want the crates back by Thursday.
closed | mail | Is the marquee insured for wind? | The marquee is insured up to force 8, I rang them.
closed | mail | Could you find out who has the spare key? | Marjorie has the spare key, in the biscuit tin.
closed | mail | Please confirm whether the slot on the 9th is still free. | The slot on the 9th is free and we have pencilled you in for it.
open | mail | Could you tell me whether the kiln passed the inspection? | I have not heard from the inspector yet.
taken | mail | Could you let me have the revised seating chart by Thursday? | Nearly there. Two tables are still arguing with each other, but you will have it in your inbox by Thursday noon.
open | mail | Would you be so kind as to send the 2019 accounts? | The 2019 accounts are in the strongroom at Hay Street. I shall ask Dorothy to bring them over when she is next in.
open | mail | Could you send me the signed consent forms? | The forms went out to the parents on Monday and eleven of them are back so far.
open | chat | can you get the van washed before friday | van's at the garage, they'll do it while it's there
closed | chat | can you get the van washed before friday | washed and parked out back
taken | mail | Please have the new locks fitted at number 14. | The locksmith is booked for Thursday morning.
closed | mail | Please have the new locks fitted at number 14. | New locks are on and the keys are with Lien.
closed | chat | did you hear back from the council about the skip? | they rang this morning, skip is fine until the 20th
closed | chat | what time does the ferry leave on saturday? | 0740 from berth 3
closed | mail | Which of the two curtains did the client prefer in the end? | She went for the grey one, with the longer drop.
taken | mail | Which of the two curtains did the client prefer in the end? | I am seeing her tomorrow and will ask.
closed | mail | Could you tell me whether the insurers have accepted the claim? | The insurers have accepted it in full, less the excess.
open | mail | Could you tell me whether the insurers have accepted the claim? | I rang them twice and nobody could tell me.
closed | mail | Please check the stock of the blue tiles and let me know. | We have 14 boxes of the blue left, plus a broken one.
closed | mail | Can you check if the crane permit covers Sunday? | It covers Saturday only, I'm afraid. For Sunday we would have to apply again.
closed | chat | pls send the torque figures for the new bolts | M12 85, M16 210, dry
open | mail | Might we have sight of the draft minutes before Tuesday? | The draft minutes are with the chairman for his comments.
taken | mail | Might we have sight of the draft minutes before Tuesday? | Of course. They are with the chairman today and you shall have them on Monday.
closed | mail | I should be grateful if you would return the countersigned contract. | Countersigned contract herewith.
taken | chat | could you sort the heating in the hall? | plumber says thursday
closed | mail | Could you translate the two labels for the Danish customer? | Both labels are translated, please see below.
taken | mail | Could you translate the two labels for the Danish customer? | I will take the short one. Birgit is better at the long one and has said yes to it.
taken | mail | Would you please book two rooms in Ghent for the 12th? | Two rooms are held for us at the Erasmus until Friday.
closed | mail | Would you please book two rooms in Ghent for the 12th? | Two rooms booked at the Erasmus, breakfast included.
taken | chat | can u send the pics from the site visit | ye 1 sec
closed | chat | can u send the pics from the site visit | in the shared drive under site visits
closed | mail | Please let us have your comments on the lease by Friday. | No comments from our side.
closed | mail | Please let us have your comments on the lease by Friday. | I have read it and am happy with it.
open | mail | Please let us have your comments on the lease by Friday. | I have read half of it and shall finish tonight.
taken | mail | Can you confirm that Friday works for the inspection? | I will have to ask the tenant and come back to you.
closed | chat | ¿puedes revisar la factura de Soler? | revisada, todo bien
taken | chat | peux-tu commander les badges ? | c'est sur ma liste pour demain
taken | mail | Potete mandarci il listino aggiornato? | Il listino è in stampa, ve lo mando giovedì.
closed | mail | Podem enviar-nos o contrato assinado? | Segue em anexo o contrato assinado.
closed | mail | Could you find out who holds the spare key to the boathouse? | Old Mr Tamm has the spare.
taken | mail | Please arrange a courier for the samples. | Courier comes at four.
closed | mail | Please arrange a courier for the samples. | DHL has them, tracking number 4471-99.
closed | chat | can you reset my badge? | try it now
closed | chat | could you move the standup to 10? | moved
taken | mail | Will you be able to let us have the harp back in time? | You may rely upon it. The harp comes to you on the 14th.
`,
  'work in the hand of a colleague, time set aside, an order gladly taken': `
taken | mail | Kindly let me have the team's shirt sizes by the 16th. | Thank you. Our kit man, Mr Pugh, is seeing to the sizes.
taken | mail | Please return your comments on the proofs by the 22nd. | Received with thanks. I have set aside Thursday and Friday for them.
taken | mail | Please engrave the two plaques for the opening. | Many thanks for the commission, which I gladly accept.
taken | mail | Could you send the final list of sponsors by Friday? | The sponsors you can leave with me.
taken | mail | Dürfte ich Sie um die Übersetzung des Vertrags bitten? | vielen Dank für den Auftrag, den ich gerne übernehme.
taken | mail | We need the asbestos register by Monday, please send it. | Colin is dealing with the register.
taken | mail | Could you get the stage risk assessment to us? | My colleague Fern is working on the risk assessment.
taken | mail | Please check the budget for the garden. | I've blocked out Tuesday for it.
taken | mail | Could you proofread chapter seven? | With pleasure received; I've kept the week of the 9th free for it.
taken | mail | Bitte liefern Sie uns die zwei Tore bis Freitag. | besten Dank für die Bestellung, die wir gerne annehmen.
taken | mail | Pourriez-vous relire le contrat avant lundi ? | merci pour votre confiance, je prends volontiers le dossier en charge.
taken | mail | Please have the gate rehung. | That one you may leave to me.
taken | mail | Could you arrange the flowers for the lobby? | Happily.
`,
};

describe.each(Object.entries(ROWS))('%s', (_title, rows) => {
  const lines = rows
    .trim()
    .split('\n')
    .map((line) => line.split(' | '));
  test.each(lines)('%s after %s: %s – %s', (stands, channel = '', asked = '', answered = '') => {
    expect(standsAfter(channel, asked, answered)).toBe(stands);
  });
});
