/**
 * What offices write about, beside the small words of common.ts: terse messages often have nothing else to be
 * told by. A word stands under every language that has it; none that English has.
 */
export const OFFICE: Readonly<Record<string, string>> = {
  de: `rechnung rechnungen vertrag verträge angebot angebote lieferung bestellung auftrag kunde kunden lieferant lieferanten
    unterlagen zahlen termin termine besprechung sitzung protokoll entwurf freigabe zugang datei dateien ordner anruf
    rückmeldung bescheid drucker rechner abteilung buchhaltung einkauf vertrieb urlaub abrechnung stundenzettel frist
    leiterin leiter denkt denk schau schaut ruf ruft leg stell melden mein meine eure euren eurem ihrer ihrem jetzt bald
    später gleich nachher vielleicht natürlich bleibt kommt macht machen schicken prüfen rüber telefon nummer`,
  fr: `veux veut relancer relance appelle moi ca toi facture factures devis contrat contrats commande commandes livraison livraisons fournisseur fournisseurs  
     dossiers fichier fichiers réunion compte rendu congés demande demandes  virement  bons
    colis imprimante ordinateur comptabilité achats ventes délai pièce pièces rendez-vous prochain prochaine cette ces cet
    hier reçue reçus finir penses pense envoie appelle dis dire voir donne mets signé  responsable directrice leurs`,
  es: `confirmo asistencia algo confirmado factura facturas contrato contratos pedido pedidos entrega entregas proveedor proveedores cliente clientes reunion
    archivo archivos carpeta correo correos llamada presupuesto presupuestos oferta firma reserva precio precios cuenta
    cuentas plazo almacén albarán albaranes impresora contabilidad compras ventas departamento incidencia viaje
    llamo llama llámame mando manda paso pasa dejo deja espero cuanto acuerdo olvides olvida olvidéis directora
      saludo buen tengas hayas pido llega tenido remito confirmada prevista factura pendiente pendientes mientras`,
  pt: `confirmo presença avisem chegarem fatura faturas contrato contratos encomenda entrega entregas fornecedor fornecedores cliente clientes reuniao
    arquivo arquivos ficheiro ficheiros  orçamento orçamentos proposta propostas assinatura assinado assinada reserva
    preço preços conta contas prazo armazém guia guias impressora contabilidade compras vendas departamento chamado viagem
    ligo liga mando manda passo passa espero assim acordo esqueça esqueças diretora diretor puderes puder sobe ligue envie
    envia enviem seguem confirmada prevista pendente pendentes enquanto eles quinta diz digo sair acho ata pro vc vcs`,
  nl: `factuur facturen overeenkomst offerte offertes bestelling bestellingen levering leverancier leveranciers klant
    klanten bestand bestanden afspraak verslag notulen goedkeuring handtekening  prijs prijzen rekening
    rekeningen termijn magazijn pakbon boekhouding inkoop verkoop afdeling reis bel belt bellen  stuur sturen stuurt
    zet zeg geef vraag maak kijk regelen plannen sluiten tekent tekenen gevraagde voortaan straks telefoon hoofd mijn onze
    hierover erover erop eraan morgenochtend kunnen moeten zouden willen zullen goede bijgevoegd bijgevoegde`,
  it: `confermo presenza fattura fatture contratto contratti ordine ordini consegna consegne fornitore fornitori cliente clienti riunione
    cartella preventivo preventivi offerta firma prenotazione prezzo prezzi conto scadenza magazzino bolla bolle
    stampante contabilità acquisti vendite reparto ferie verbale tabella dati viaggio chiamo chiama passo passi spero
    invii invia inviate inviateci inviami mandami girami avvisami avvisatemi dimmi fammi ditemi chiamami presto prima
    direttrice direttore responsabile arriva richiesta confermata prevista controlla trasmetto cura mi te biglietti conferma`,
};
