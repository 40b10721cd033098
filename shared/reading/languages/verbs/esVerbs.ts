import { CMD, CMDF, Forms, HE, I, INF, listed, SUBJ, WE, YOU } from './forms';

/** Verbs of office work; ":ie" and the like name the vowel that changes under stress. */
const VERBS = `enviar mandar pasar revisar mirar confirmar validar avisar llamar hablar preparar reservar pagar firmar
  entregar rellenar completar cumplimentar corregir:i:e modificar cambiar actualizar agregar añadir quitar borrar eliminar
  subir bajar descargar cargar compartir reenviar contestar responder preguntar consultar comprobar:ue:o verificar cerrar:ie:e
  abrir terminar acabar finalizar empezar:ie:e comenzar:ie:e arrancar reiniciar instalar configurar arreglar resolver:ue:o
  solucionar gestionar tramitar solicitar pedir:i:e comprar encargar facturar cobrar abonar ingresar transferir:ie:e imprimir
  escanear fotocopiar copiar pegar adjuntar anexar incluir redactar escribir leer traducir anotar apuntar registrar archivar
  guardar organizar planificar programar agendar convocar invitar anular cancelar aplazar mover:ue:o adelantar retrasar
  asignar delegar coordinar contactar localizar buscar encontrar:ue:o recoger recibir dejar llevar quedar presentar
  proponer explicar detallar indicar aclarar comentar contar:ue:o informar comunicar notificar recordar:ue:o acordar:ue:o
  apoyar ayudar atender:ie:e cubrir sustituir cuidar ocupar asegurar garantizar controlar supervisar probar:ue:o testear
  desplegar:ie:e publicar lanzar actuar evitar sacar meter tomar tirar limpiar ordenar colocar cortar medir:i:e pesar
  calcular contrastar comparar analizar evaluar estudiar valorar elegir:i:e seleccionar decidir aprobar:ue:o autorizar
  rechazar devolver:ue:o reclamar renovar:ue:o prorrogar ampliar reducir ajustar adaptar rehacer formatear exportar importar
  migrar bloquear desbloquear activar desactivar habilitar conectar desconectar acceder entrar salir remitir facilitar
  aportar trasladar girar liquidar regularizar justificar fichar apagar encender:ie:e tener pensar:ie:e repasar trabajar
  acercar recortar repartir distribuir etiquetar embalar despachar montar desmontar reparar sellar rubricar certificar
  echar esperar olvidar poner`;
const IRREGULAR: readonly (readonly [number, string])[] = [
  [CMD, 'haz di pon ten ven echa dame danos dale'],
  [
    CMDF | SUBJ,
    'haga hagan diga digan ponga pongan tenga tengan venga vengan salga salgan vea vean den traiga traigan vaya vayan sirvase sirvanse',
  ],
  [CMDF, 'deme denos dele haced decid poned tened venid ved dad traed id'],
  [INF, 'hacer decir poner tener venir ver dar traer ir'],
  [I, 'hago digo pongo traigo veo doy'],
  [WE, 'hacemos decimos ponemos vemos damos traemos vamos'],
  [YOU, 'haces dices pones ves das traes vas haceis decis poneis veis dais traeis'],
  [HE, 'hace dice pone ve da trae va'],
  [
    SUBJ,
    'hagas digas pongas vengas veas des traigas vayas hagais digais pongais hicieras hiciera dieras diera pusieras pusiera dijeras dijera vieras viera',
  ],
];

/** c, g, z are written otherwise before e. */
const beforeE = (stem: string): string =>
  stem.replace(/c$/, 'qu').replace(/g$/, 'gu').replace(/z$/, 'c').replace(/guu$/, 'gu');
const stressed = (stem: string, to: string | undefined, from: string): string => {
  if (!to) return stem;
  const at = stem.lastIndexOf(from);
  return at < 0 ? stem : stem.slice(0, at) + to + stem.slice(at + 1);
};

/** The forms of the verbs: present, commands of tú, vos, usted and vosotros, subjunctive. */
export function spanishForms(): Forms {
  const forms = new Forms();
  for (const entry of listed(VERBS)) {
    const [verb = '', to, given] = entry.split(':');
    const from = given ?? (to === 'ue' ? 'o' : 'e');
    const stem = verb.slice(0, -2).normalize('NFD').replace(/\p{M}/gu, '');
    const strong = stressed(stem, to, from);
    const ar = verb.endsWith('ar');
    const ir = verb.endsWith('ir') || verb.endsWith('ír');
    const [a, e] = ar ? ['a', 'e'] : ['e', 'a'];
    const soft = (s: string): string =>
      ar ? beforeE(s) : s.replace(/([^gn])g$/, '$1j').replace(/^(.*[aeiour])c$/, '$1zc');
    const y = /[^gq]u$/.test(strong) && ir ? 'y' : '';
    forms.add(verb, INF);
    forms.add(`${verb}á`, HE);
    forms.add(strong + y + a, CMD | HE);
    forms.add(stem + (ar ? 'ad' : ir ? 'id' : 'ed'), CMDF);
    forms.add(stem + (ar ? 'a' : ir ? 'i' : 'e'), CMD);
    for (const end of [e, `${e}n`]) forms.add(soft(strong) + y + end, CMDF | SUBJ);
    for (const end of [`${e}s`, `${e}is`]) forms.add(soft(strong) + y + end, SUBJ);
    forms.add((ar ? strong : soft(strong)) + y + 'o', I);
    forms.add(stem + (ar ? 'amos' : ir ? 'imos' : 'emos'), WE);
    forms.add(`${strong}${y}${a}s`, YOU);
    forms.add(stem + (ar ? 'ais' : ir ? 'is' : 'eis'), YOU);
    for (const end of ar ? ['ara', 'aras', 'aran', 'ase', 'ases'] : ['iera', 'ieras', 'ieran'])
      forms.add(stem + end, SUBJ);
  }
  for (const [kind, words] of IRREGULAR) forms.table(kind, words);
  return forms;
}
