"""Values in Spanish, by the name of the field."""

from __future__ import annotations

WORDS = """
room room_number: 12|104*2|107|112*2|118|201|207*2|215|224|301*2|308|316|402|411
weekday day_of_week: lunes|martes|miércoles|jueves|viernes|sábado|domingo
month_name: enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre
  |diciembre
unit unit_of_measure uom quantity_unit: pieza*8|kg*2|g|l|m|m²|hora*2|paquete|par
payment_method payment_type payment_mode: tarjeta de crédito*4|tarjeta de débito*3|transferencia*4
  |efectivo*3|PayPal
payment_terms: 30 días*4|15 días*2|60 días|contado*3
delivery_method shipping_method: envío a domicilio*5|recogida en tienda*3|mensajería urgente*2
genre: novela negra*3|novela*3|fantasía|biografía|infantil|poesía|ciencia ficción|ensayo
role user_role: administrador|usuario*4|editor|gestor*2|invitado
priority: baja*2|normal*5|alta*2|urgente
severity urgency importance: baja*3|media*4|alta*2|crítica
condition: nuevo*2|como nuevo*2|buen estado*3|usado*2|a reparar
employment_type contract_type job_type: indefinido*5|temporal*3|medio tiempo*2|por honorarios
  |prácticas
education education_level degree: secundaria*2|bachillerato*3|formación técnica*2|licenciatura*4
  |maestría*2|doctorado
relationship: cónyuge*2|madre|padre|hermana|hermano|hija|hijo|amigo
cancel_reason cancellation_reason: petición del cliente*3|entrega tardía*2|pedido duplicado
  |error en el pedido*2
return_reason refund_reason: talla incorrecta*4|artículo dañado*2|no era lo esperado*3
  |artículo equivocado
termination_reason: renuncia voluntaria*4|jubilación|fin de contrato*3|recorte de personal
reason cause: petición del cliente|datos incorrectos|duplicado|cambio de fecha|ya no es necesario
job_title job occupation profession job_position: Analista de sistemas|Contador|Gerente de ventas
  |Auxiliar administrativo*2|Ingeniero de producción|Diseñador gráfico|Enfermero|Maestro|Abogado
  |Desarrollador de software*2|Técnico de mantenimiento|Ejecutivo de ventas*2|Recepcionista
  |Jefe de almacén|Médico general|Arquitecto|Cocinero|Chofer|Supervisor de calidad
department department_name: Contabilidad|Ventas*2|Recursos Humanos|Sistemas|Producción|Compras
  |Almacén|Mercadotecnia|Finanzas|Logística|Jurídico|Atención al cliente
category category_name product_category: Hogar|Electrónica|Ropa|Calzado|Libros|Juguetes|Deportes
  |Jardín|Belleza|Alimentos|Muebles|Herramientas
color colour: negro|blanco|gris|rojo|azul|verde|amarillo|naranja|morado|rosa|café|beige
material: algodón|madera|vidrio|cerámica|acero|aluminio|cuero|lana|plástico|lino
industry sector: Banca|Construcción|Educación|Energía|Comercio|Salud|Turismo|Tecnología|Transporte
status order_status: activo*4|pendiente*2|inactivo|archivado
tag label keyword topic: oferta|nuevo|familia|cultura|cocina|viajes|salud|verano|invierno|interno
ward: cardiología*2|medicina interna*3|cirugía*2|pediatría|urgencias*2|traumatología
diagnosis: hipertensión arterial*3|diabetes tipo 2*3|asma*2|neumonía|migraña|lumbalgia*2
medication drug medicine prescription: paracetamol*4|ibuprofeno*2|metformina*2|losartán|omeprazol
  |amoxicilina
allergies allergy allergen: ninguna conocida*4|polen*2|ácaros|cacahuate|penicilina|lactosa
dosage dose: 1 tableta al día*3|1 tableta cada 12 horas*2|en caso de dolor|cada 8 horas*2
treatment therapy procedure: fisioterapia*2|infusión|cirugía|consulta*3|curación
specialty medical_specialty: medicina general*3|cardiología|dermatología|pediatría|traumatología
vehicle_type: automóvil*5|camión|motocicleta|camioneta*2|remolque
fuel_type fuel: gasolina*4|diésel*3|eléctrico*2|híbrido*2
transmission gearbox: manual*3|automática*3
bank bank_name: Banco Ejemplo|Banco de Prueba|Caja Muestra
insurance insurance_type: hogar*2|auto*4|gastos médicos*2|vida
property_type dwelling_type housing_type: departamento*3|casa*4|estudio|dúplex
room_type: habitación individual*2|habitación doble*4|habitación familiar|suite
subject school_subject: matemáticas|español|inglés|biología|física|química|historia|música
  |educación física
hobby interest: fútbol|correr|cocina|lectura|jardinería|fotografía|ciclismo|música
language_name: español*5|inglés*2|francés|catalán
event_type: conferencia|reunión*3|curso*2|feria|fiesta
customer_type: particular*3|empresa*2|asociación
document_type: factura*3|contrato*2|recibo|constancia|informe
account_type: cuenta de nómina*3|cuenta de ahorro*3|cuenta empresarial
transaction_type: compra*4|retiro|depósito*2|transferencia*2
plan tier subscription_plan: básico*3|estándar*3|premium*2
neighborhood colony: Centro*3|Las Flores|Jardines del Valle|Del Carmen|San José|Industrial|La Loma
  |Reforma
venue: Teatro Principal|Casa de la Cultura|Centro de Convenciones|Auditorio Municipal
delivery_status: preparado|enviado*3|entregado*5
payment_frequency: mensual*5|trimestral*2|anual*3
branch branch_name: Sucursal Centro*2|Sucursal Norte|Sucursal Reforma|Sucursal Plaza Mayor
borough: Centro|Norte|Poniente|Del Valle|La Paz
school: Escuela Benito Flores|Instituto del Valle|Colegio San Marcos|Universidad del Centro
course course_name: Matemáticas II|Historia Universal|Programación|Contabilidad|Química General
group: 1A|1B|2A|2C|3B
transaction_description: pago de nómina*2|compra en tienda*3|transferencia recibida*2
  |pago de servicios*2
  |retiro en cajero
main_diagnosis: hipertensión arterial*3|diabetes tipo 2*3|neumonía|fractura de muñeca|apendicitis
consulting_room: Consultorio 1|Consultorio 3|Consultorio 7|Consultorio 12
hospital hospital_name clinic: Hospital San Rafael|Clínica del Valle|Hospital General Norte
special_requests: habitación tranquila*2|llegada tarde|cuna|vista al jardín
work_shift shift: matutino*4|vespertino*3|nocturno
carrier shipping_company: Transportes Ejemplo*2|Correos Exprés*3|Mensajería del Norte*2
reason_for_visit visit_reason appointment_reason: control anual*3|dolor de espalda*2|fiebre y tos*2
  |vacunación|seguimiento*2|dolor de cabeza
rejection_reason denial_reason: documentación incompleta*3|fuera de plazo*2|no cubierto
  |presupuesto agotado
blocked_reason lock_reason: facturas impagadas*3|contraseña incorrecta|a petición propia
withdrawal_reason exit_reason baja_reason: cambio de domicilio*3|traslado de centro*2
  |motivos personales*2|motivos de salud
medical_history: ninguno conocido*4|hipertensión*2|asma|diabetes tipo 2|apendicectomía
symptoms complaint chief_complaint: tos y fiebre*2|dolor de cabeza*2|náuseas|mareos
exterior_color interior_color: negro*4|blanco*4|gris*4|plata*3|azul*2|rojo|verde
leave_type absence_type: vacaciones*5|enfermedad*2|asuntos propios*2|maternidad
description_of_loss: Golpe por detrás en un semáforo.*2|Una fuga de agua dañó el techo.*2
  |Robaron la bicicleta del garaje.|El viento levantó varias tejas.
"""
"""Values by names of fields, see :func:`lookup.parse_word_lists`."""
