/** Portuguese office sentences, invented before their writer read any rule. `halvesOf` says what may be looked at. */
export const BLIND = `
request | Me manda o link da call quando puder
request | Agradecia que nos remetesse a documentação assinada até ao dia 25.
request | Vc consegue me dar acesso à pasta da folha de pagamento?
request | Podias dar uma vista de olhos na cláusula 8?
request | Não esquece de fechar os chamados antes de sair de férias
request | Solicitamos o preenchimento do formulário em anexo e a sua devolução até sexta-feira.
request | Liga pro fornecedor e vê onde está a carga, por favor.
request | Precisava que me confirmasses a morada de entrega.
request | preciso q vc aprove as horas da equipe ate amanha
request | Queira indicar-nos o NIB para efetuarmos a transferência.
request | Faltam ainda os comprovativos de despesas de setembro.
request | Dá uma revisada na proposta antes de eu mandar pro cliente?
question | Quem é que está a tratar da conta da Adega Loureiro?
question | sabe se ja chegou o pedido de toner?
question | A que horas começa a formação de segurança?
question | O cliente já assinou a proposta?
commitment | Vou ver isso hoje à tarde e te dou um retorno.
commitment | Enviar-lhe-emos a proposta revista no início da próxima semana.
commitment | Amanhã cedo falo com a contabilidade.
commitment | Deixa comigo que eu reservo a sala.
commitment | te ligo assim que sair da reuniao
commitment | Receberá o contrato definitivo o mais tardar na quinta-feira.
delivery | Segue em anexo a ata da reunião de obra.
delivery | Acabei de te passar as senhas pelo WhatsApp.
delivery | Junto remetemos a fatura referente ao terceiro trimestre.
acceptance | Sem problema, pode contar comigo.
acceptance | Por mim tudo bem, vamos com a opção B.
acceptance | Beleza, eu faço.
decline | Infelizmente não nos é possível dar seguimento ao seu pedido.
deferral | Esta semana estou atolado, vemos isso em dezembro.
- | Espero que esteja tudo bem consigo.
- | A Marta comentou que o cliente já tinha pago em julho.
- | Fico à disposição para qualquer esclarecimento.
- | Informo que o elevador ficará parado até sexta-feira.
- | Com os melhores cumprimentos,
- | Caso tenham interesse, poderíamos oferecer também um contrato de manutenção.
- | Bom fim de semana a todos!
- | A apresentação de ontem correu muito bem.
- | Diretora de Operações | Tel. 21 000 00 00
- | O técnico disse que viria verificar outra vez.
`;
