import { CMD, CMDF, Forms, HE, I, INF, listed, SUBJ, WE, YOU } from './forms';

const VERBS = `enviar mandar passar revisar olhar confirmar validar avisar ligar chamar falar preparar reservar marcar pagar
  assinar entregar preencher completar alterar modificar mudar trocar atualizar adicionar acrescentar incluir tirar apagar
  remover excluir subir descer baixar carregar compartilhar partilhar encaminhar reencaminhar responder perguntar consultar
  verificar conferir checar fechar abrir terminar acabar finalizar concluir começar iniciar reiniciar instalar configurar
  arrumar consertar resolver solucionar gerir tratar cuidar solicitar comprar encomendar faturar cobrar depositar transferir
  imprimir digitalizar escanear copiar colar anexar juntar redigir escrever ler traduzir anotar apontar registrar registar
  arquivar guardar salvar organizar planejar planear programar agendar convocar convidar anular cancelar adiar antecipar
  mover atribuir delegar coordenar contactar contatar localizar procurar buscar encontrar recolher receber deixar levar ficar
  apresentar explicar detalhar indicar esclarecer comentar contar informar comunicar notificar lembrar recordar apoiar ajudar
  atender cobrir substituir ocupar assegurar garantir controlar acompanhar testar experimentar publicar lançar evitar
  tomar jogar limpar ordenar colocar cortar calcular comparar analisar avaliar estudar escolher selecionar decidir aprovar
  autorizar rejeitar recusar devolver reclamar renovar prorrogar ampliar reduzir ajustar adaptar formatar exportar importar
  migrar bloquear desbloquear ativar desativar habilitar conectar desligar acessar entrar remeter facilitar liberar rodar
  girar liquidar regularizar justificar pegar gravar tentar corrigir separar distribuir etiquetar embalar despachar
  montar desmontar reparar carimbar certificar submeter permitir esquecer cadastrar lançar puxar botar dividir repassar
  retornar rever reler inserir aceitar puxar segurar botar rubricar deslocar`;
const IRREGULAR: readonly (readonly [number, string])[] = [
  [CMD, 'faz diz põe vê traz lê'],
  [
    CMDF | SUBJ,
    'faça façam diga digam ponha ponham tenha tenham venha venham veja vejam deem traga tragam vá vão leia leiam peça peçam ouça ouçam sirva reveja revejam queira queiram',
  ],
  [INF, 'fazer dizer pôr ter vir ver dar trazer ir ler pedir rever'],
  [I, 'faço digo ponho trago vejo dou leio revejo respondo'],
  [WE, 'fazemos dizemos pomos vemos damos trazemos vamos lemos revemos'],
  [YOU, 'fazes dizes pões vês dás trazes vais lês pedes'],
  [HE, 'faz diz põe vê traz lê pede'],
  [
    SUBJ,
    'faças digas ponhas venhas vejas dês tragas vás leias peças fizesse fizesses desse desses pusesse pusesses dissesse visse visses fizer der puser',
  ],
];

const beforeE = (stem: string): string =>
  stem
    .replace(/ç$/, 'c')
    .replace(/([^ç])c$/, '$1qu')
    .replace(/g$/, 'gu');

/** The forms of the verbs: present, commands of tu and você, both subjunctives. */
export function portugueseForms(): Forms {
  const forms = new Forms();
  for (const verb of listed(VERBS)) {
    const stem = verb.slice(0, -2);
    const ar = verb.endsWith('ar');
    const ir = verb.endsWith('ir');
    const [a, e] = ar ? ['a', 'e'] : ['e', 'a'];
    const soft = ar
      ? stem.endsWith('ç')
        ? `${stem.slice(0, -1)}c`
        : beforeE(stem)
      : stem.replace(/g$/, 'j').replace(/c$/, 'ç');
    // "preferir: prefiro", "inserir: insiro": the e of the last syllable rises.
    const firm = ir && /e[rstv]+$/.test(soft) ? soft.replace(/e([rstv]+)$/, 'i$1') : soft;
    forms.add(verb, INF);
    forms.add(`${verb}á`, HE);
    forms.add(`${stem}${/u$/.test(stem) && ir ? 'i' : a}`, CMD | HE);
    for (const end of [e, `${e}m`]) forms.add(firm + end, CMDF | SUBJ);
    forms.add(`${firm}${e}s`, SUBJ);
    forms.add((ar ? stem : firm) + 'o', I);
    forms.add(stem + (ar ? 'amos' : ir ? 'imos' : 'emos'), WE);
    forms.add(`${stem}${a}s`, YOU);
    const past = stem + (ar ? 'a' : ir ? 'i' : 'e');
    for (const end of ['sse', 'sses', 'ssem', 'rem', 'res']) forms.add(past + end, SUBJ);
  }
  for (const [kind, words] of IRREGULAR) forms.table(kind, words);
  return forms;
}
