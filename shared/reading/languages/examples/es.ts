/** Spanish office sentences, invented: the kind that is to be held, or "-" for none. */

/** The rules were made against these. */
export const DEVELOPED = `
request | ¿Puedes enviarme los planos antes de mañana al mediodía?
request | Por favor, apruébelo antes del viernes.
request | ¿Podrían hacernos llegar una oferta para veinte sillas?
request | Avísame cuando llame el cliente.
request | Me falta todavía tu nota de gastos.
request | No olvides entregar las llaves.
request | Revise las líneas 3 a 7, por favor.
request | Señor Bravo, ¿podría firmar el acta?
question | ¿Quién da el curso del lunes?
question | ¿Ya entregaron la máquina?
commitment | Le envío el contrato el miércoles.
commitment | Te aviso esta noche.
commitment | Pintaremos la sala el sábado.
acceptance | ¡Yo me encargo!
acceptance | De acuerdo, lo hago yo.
decline | Lo siento, no puedo asistir a esa reunión.
deferral | No será posible antes del jueves.
redirect | Mejor consulta con Jonás, que lleva ese tema.
delivery | Aquí está el plano actualizado.
delivery | Te he enviado la lista hace un momento.
completion | Ya está hecho.
completion | El pedido está confirmado.
acknowledgement | ¡Genial, muchas gracias!
withdrawal | Olvídalo, ya encontré la llave.
decision | Hemos decidido quedarnos con el modelo azul.
- | Para cualquier duda, estoy a su disposición.
- | ¡Buen fin de semana a todos!
- | Ella dijo que el proyecto llegaría mañana.
- | El informe aún no está listo.
- | Si hace falta, puedo hacer también una copia.
- | La impresora está en la segunda planta.
- | Disculpe las molestias.
- | Para temas urgentes, escriba a la señora Kaya.
- | La reunión de ayer fue bastante larga.
- | El viernes no estoy en la oficina.
`;

/** Held out: written before any rule was. */
export const HELD_OUT = `
request | ¿Podrías mandarme los albaranes antes del jueves?
request | Favor de llenar el formulario y devolverlo firmado.
request | Por favor, revise el presupuesto y dígame si está conforme.
request | Necesito que me confirmes la hora de la visita.
request | Pásame el contacto del fontanero cuando puedas.
request | Marta, ¿puedes reservar la sala para el martes?
request | Les agradecería que nos enviaran la póliza actualizada.
request | ¿Me podés pasar el archivo de costos?
request | Le ruego que nos remita el justificante de pago.
request | oye mandame la lista de precios porfa
question | ¿Cuándo llega el camión?
question | ¿Has sabido algo de la aduana?
question | ¿El descuento vale también para los repuestos?
commitment | Te mando el acta esta tarde.
commitment | Mañana a primera hora le envío el borrador.
commitment | Le responderemos antes del viernes.
commitment | Voy a hablar con el proveedor y te digo algo.
acceptance | Vale, yo me ocupo.
acceptance | Claro, lo hago ahora mismo.
acceptance | Dalo por hecho.
decline | Lamentablemente no podré hacerlo esta semana.
decline | Eso no me corresponde a mí.
deferral | No podré mirarlo hasta la semana que viene.
redirect | Para eso tienes que hablar con Inés, de contabilidad.
delivery | Adjunto encontrará la factura de octubre.
delivery | Aquí tienes las medidas de la cocina.
completion | Ya está reservada la sala.
completion | He pagado la factura esta mañana.
acknowledgement | Recibido, muchas gracias.
acknowledgement | ¡Mil gracias por la ayuda!
- | Si tiene alguna duda, no dude en llamarnos.
- | Si quieres, puedo prepararte otra versión.
- | Me dijo que pasaría el viernes.
- | Quedamos a su entera disposición.
- | Espero que hayas pasado unas buenas vacaciones.
- | El informe todavía no está terminado.
- | Si lo hubiera sabido, habría pedido más.
- | El año pasado alquilamos dos camiones.
- | La oficina permanecerá cerrada del 24 al 31 de diciembre.
- | Nos vemos el lunes.
- | Tenga en cuenta que el aparcamiento es de pago.
delivery | Como te prometí, te adjunto el plano de la planta.
- | Estaré fuera de la oficina hasta el 16 de noviembre.
- | Haga clic aquí para darse de baja del boletín.
`;

/** Written after the rules, in other words on purpose, and never looked at while changing them. */
export const LATER = `
request | ¿Me reenvías el archivo corregido cuando tengas un momento?
request | Hay que revisar las candidaturas antes del lunes, ¿te encargas?
commitment | El resto te lo llevo el martes.
acceptance | Sí, me lo quedo yo.
decline | Esta vez tengo que pasar.
delivery | Ya tienes los documentos en tu correo.
completion | Acabo de registrarlo todo.
question | ¿Sigue en pie la cita del martes?
- | A lo mejor sale en primavera.
- | El proveedor entrega la semana que viene.
- | Dígame si algo no queda claro.
- | Ayer hablé largo rato con el arquitecto.
`;
