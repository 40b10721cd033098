/** Portuguese office sentences, invented: the kind that is to be held, or "-" for none. */

/** The rules were made against these. */
export const DEVELOPED = `
request | Pode enviar-me as plantas até amanhã ao meio-dia?
request | Favor aprovar até sexta.
request | Poderiam fazer-nos chegar uma proposta para vinte cadeiras?
request | Me avise quando o cliente ligar.
request | Falta-me ainda a tua nota de despesas.
request | Não se esqueça de entregar as chaves.
request | Verifique as linhas 3 a 7, por favor.
request | Senhor Bastos, poderia assinar a ata?
question | Quem dá o curso de segunda?
question | Já entregaram a máquina?
commitment | Envio-lhe o contrato na quarta.
commitment | Te aviso hoje à noite.
commitment | Vamos pintar a sala no sábado.
acceptance | Deixa comigo!
acceptance | Combinado, eu faço.
decline | Desculpe, não posso participar dessa reunião.
deferral | Não será possível antes de quinta.
redirect | Fale com o Jonas, quem trata disso é ele.
delivery | Aqui está a planta atualizada.
delivery | Enviei-te a lista agora mesmo.
completion | Feito.
completion | O pedido está confirmado.
acknowledgement | Ótimo, muito obrigada!
withdrawal | Deixa pra lá, já achei a chave.
decision | Decidimos ficar com o modelo azul.
- | Fico à disposição para qualquer dúvida.
- | Bom fim de semana a todos!
- | Ela disse que o projeto chegaria amanhã.
- | O relatório ainda não foi entregue.
- | Se for preciso, posso fazer também uma cópia.
- | A impressora fica no segundo andar.
- | Pedimos desculpa pelo incômodo.
- | Em caso de urgência, fale com a senhora Kaya.
- | A reunião de ontem foi bastante longa.
- | Na sexta não estou no escritório.
`;

/** Held out: written before any rule was. */
export const HELD_OUT = `
request | Você poderia me mandar as notas fiscais até quinta?
request | Favor preencher a planilha e devolver assinada.
request | Por favor, reveja o orçamento e diga-me se concorda.
request | Preciso que você confirme o horário da visita.
request | Manda pra mim o contato do encanador quando puder.
request | Marta, consegues marcar a sala para terça?
request | Agradecíamos que nos enviassem a apólice atualizada.
request | Podias passar-me o ficheiro dos custos?
request | Solicitamos o envio do comprovante de pagamento.
request | me manda a lista de precos pfv
question | Quando chega o caminhão?
question | Já teve alguma notícia da alfândega?
question | O desconto vale também para as peças?
commitment | Te mando a ata hoje à tarde.
commitment | Amanhã cedo envio-lhe o rascunho.
commitment | Responderemos até sexta-feira.
commitment | Vou falar com o fornecedor e te dou um retorno.
acceptance | Pode deixar, eu resolvo.
acceptance | Claro, faço isso agora.
acceptance | Combinado, trato disso.
decline | Infelizmente não vou conseguir fazer isso.
decline | Isso não é comigo.
deferral | Só consigo ver isso na semana que vem.
redirect | Sobre isso, fale com a Inês, da contabilidade.
delivery | Segue em anexo a fatura de outubro.
delivery | Aqui estão as medidas da cozinha.
completion | A sala já está reservada.
completion | Paguei a fatura hoje de manhã.
acknowledgement | Recebido, muito obrigado.
acknowledgement | Valeu pela ajuda!
- | Qualquer dúvida, estou à disposição.
- | Se quiser, posso preparar outra versão.
- | Ele disse que passaria na sexta.
- | Não hesite em contactar-nos.
- | Espero que tenha tido boas férias.
- | O relatório ainda não está pronto.
- | Se eu soubesse, teria pedido mais.
- | No ano passado alugamos dois caminhões.
- | O escritório estará fechado de 24 a 31 de dezembro.
- | Bom fim de semana!
- | Informamos que o estacionamento é pago.
delivery | Conforme prometido, segue a planta do andar.
- | Estarei ausente até 16 de novembro, sem acesso ao e-mail.
- | Clique aqui para cancelar a inscrição.
`;

/** Written after the rules, in other words on purpose, and never looked at while changing them. */
export const LATER = `
request | Me reenvia o arquivo corrigido quando tiver um minuto?
request | É preciso rever as candidaturas até segunda, tratas disso?
commitment | O resto eu te levo na terça.
acceptance | Sim, fico com isso.
decline | Desta vez tenho de passar.
delivery | Os documentos já estão no seu e-mail.
completion | Acabei de registar tudo.
question | A reunião de terça continua de pé?
- | Talvez dê certo na primavera.
- | O fornecedor entrega na semana que vem.
- | Diga-me se algo não ficar claro.
- | Ontem conversei bastante com o arquiteto.
`;
