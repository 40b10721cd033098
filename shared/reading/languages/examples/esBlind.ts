/** Spanish office sentences, invented before their writer read any rule. `halvesOf` says what may be looked at. */
export const BLIND = `
request | Pásame el enlace de la reunión cuando puedas
request | Le agradecería que nos remitiera la documentación firmada antes del día 25.
request | ¿Me puedes dar acceso a la carpeta de nóminas?
request | necesito q me confirmes la direccion de entrega porfa
request | Acuérdate de cerrar las incidencias antes de irte de vacaciones.
request | Sírvase completar el cuestionario adjunto y devolverlo a la mayor brevedad.
request | Échale un vistazo a la cláusula octava, que no la veo clara.
request | ¿Podrían indicarnos el número de cuenta para realizar la transferencia?
request | Hay que llamar al proveedor hoy mismo, ¿te encargas tú?
request | Nos faltan todavía los justificantes de dieta de septiembre.
request | Rellenad la encuesta antes del miércoles, por favor.
request | Quisiera que usted revisara el anexo B del contrato.
question | ¿Quién lleva ahora la cuenta de Bodegas Laurel?
question | sabes si ha llegado ya el pedido de toner?
question | ¿A qué hora empieza la formación de prevención?
question | ¿Ha firmado ya el cliente la propuesta?
commitment | Me pongo con ello esta tarde y te cuento.
commitment | Le haremos llegar la oferta revisada a principios de la semana próxima.
commitment | Mañana a primera hora hablo con contabilidad.
commitment | Yo me encargo de reservar la sala.
commitment | te llamo en cuanto salga de la reunion
commitment | Recibirá usted el contrato definitivo el jueves a más tardar.
delivery | Adjunto el acta de la reunión de obra.
delivery | Te acabo de pasar las claves por WhatsApp.
delivery | Por la presente les hacemos llegar la liquidación del tercer trimestre.
acceptance | Sin problema, cuenta con ello.
acceptance | Por mí bien, adelante con la opción B.
acceptance | Dale, lo hago yo.
decline | Lamentablemente no nos es posible atender su solicitud.
deferral | Esta semana voy hasta arriba, lo vemos en diciembre.
- | Espero que hayas tenido un buen puente.
- | Marta me comentó que el cliente ya había pagado en julio.
- | Quedo a su disposición para cualquier aclaración.
- | Os informo de que el ascensor estará fuera de servicio hasta el viernes.
- | Reciba un cordial saludo.
- | Si les interesa, podríamos ofrecerles también un contrato de mantenimiento.
- | ¡Feliz fin de semana a todos!
- | La presentación de ayer salió muy bien.
- | Directora de Operaciones | Tel. 91 000 00 00
- | El técnico dijo que vendría a revisarlo otra vez.
`;
