"""Spanish words of names of offices: schools, bills, parcels, care, staff."""

from __future__ import annotations

WORDS = """
place_of_birth: lugar_de_nacimiento
birth_place: lugar_nacimiento
contact_phone: teléfono_contacto teléfono_de_contacto tel_contacto
guardian_email: email_tutor correo_tutor
guardian_name: nombre_tutor nombre_del_tutor nombre_padre
relationship: parentesco
termination_date: fecha_baja_laboral fecha_cese
termination_reason: motivo_cese motivo_salida
scholarship: becado becada beca
scholarship_amount: importe_beca monto_beca
updated_at: última_actualización última_modificación actualizado_en
subject: asignatura materia
first: primer primero primera
second: segundo segunda
third: tercer tercero tercera
last: último última
next: próximo próxima siguiente
quarter: trimestre
final_grade: nota_final calificación_final
absence_count: faltas_asistencia faltas inasistencias
evaluation_date: fecha_evaluación
passed: aprobado_curso
receipt_number: número_recibo
receipt: recibo
tax_amount: cuota_iva importe_iva iva_importe monto_iva
total: total_a_pagar importe_a_pagar
collected_date: fecha_cobro fecha_de_cobro
paid: cobrado cobrada
returned_date: fecha_devolución
return_reason: motivo_devolución
iban: cuenta_bancaria cuenta_iban
account_holder: titular_de_la_cuenta
street_type: tipo_vía
house_number: número_portal
floor: planta_piso
parcel: paquete envío_paquete bulto
package_count: número_bultos num_bultos bultos
weight_kg: peso_en_kg
recipient_name: nombre_destinatario
recipient_address: dirección_destinatario dirección_entrega dirección_de_entrega
sender_name: nombre_remitente
billing_address: dirección_facturación dirección_fiscal
shipped_at: fecha_envío enviado_en
delivered_at: entregado_en
estimated_delivery: fecha_entrega_estimada entrega_estimada fecha_estimada_entrega
tracking_number: número_de_guía código_seguimiento
carrier: transportista paquetería empresa_transporte
shipping_cost: costo_de_envío gastos_de_envío coste_envío
received_by: recibido_por
delivery_attempts: intentos_entrega
refund_amount: importe_reembolso monto_reembolsado importe_devuelto
refund_date: fecha_reembolso
cancelled_at: fecha_cancelación fecha_anulación cancelado_en
cancellation_reason: motivo_anulación motivo_de_cancelación
discount_percent: porcentaje_descuento descuento_pct descuento_porcentaje
discount_amount: importe_descuento monto_descuento
quantity_ordered: cantidad_pedida cantidad_solicitada
quantity_received: cantidad_recibida
quantity_delivered: cantidad_entregada
line_number: número_línea num_línea
product_code: código_producto código_artículo
product_category: categoría_producto familia_producto
salesperson: agente_ventas asesor_ventas
amount_due: importe_pendiente saldo_pendiente monto_pendiente
paid_amount: importe_pagado monto_pagado
deposit: depósito_garantía enganche
installment_count: número_cuotas num_cuotas
policy_type: tipo_póliza tipo_seguro
policyholder: tomador tomador_seguro contratante
annual_premium: prima_anual
monthly_premium: prima_mensual
sum_insured: capital_asegurado monto_asegurado
claim_amount: importe_reclamado
settled_amount: importe_indemnizado indemnización
reported_date: fecha_reporte fecha_notificación fecha_aviso
incident_date: fecha_incidente
incident_location: lugar_siniestro lugar_accidente
description_of_loss: descripción_siniestro descripción_daños
adjuster: perito ajustador
settled_at: fecha_indemnización fecha_liquidación fecha_resolución_siniestro
resolved_at: fecha_resolución resuelto_en
resolved: resuelto resuelta
assigned_to: asignado_a
closed_at: cerrado_en
opened_at: abierto_en
priority: urgencia
pickup_date: fecha_recogida
return_date: fecha_retorno
rental_days: días_alquiler
price_per_day: precio_por_día tarifa_diaria
license_number: número_licencia
employee_number: número_empleado
hire_date: fecha_contratación fecha_incorporación
manager: supervisor
leave_type: tipo_permiso tipo_ausencia
requested_at: solicitado_en
overtime_hours: horas_extraordinarias horas_extras
overtime_pay: pago_horas_extra
total_deductions: total_deducciones total_descuentos
social_security: seguridad_social
income_tax: irpf retención_irpf isr_retenido
gross_salary: salario_base_bruto total_devengado
net_salary: líquido_a_percibir total_neto_nomina
pay_date: fecha_de_pago_nomina
emergency_contact: contacto_de_emergencia
emergency_phone: teléfono_de_emergencia
bed_number: número_cama cama
room_number: número_habitación
attending_physician: médico_responsable médico_de_cabecera
medical_history: antecedentes antecedentes_médicos
reason_for_visit: motivo_de_consulta motivo_cita
follow_up_date: próxima_cita próxima_visita
dosage: dosis_diaria
treatment_days: días_tratamiento
body_temperature: temperatura_corporal
weight: peso_corporal
event_name: nombre_evento
event: evento
organizer: organizador organizadora
venue: recinto sede_evento
capacity: capacidad
registered_count: número_inscritos total_inscritos
participant_count: número_participantes num_participantes
max_participants: máximo_participantes
ticket_price: precio_de_la_entrada
school_year: año_académico curso_escolar ciclo_escolar
tuition_fee: colegiatura importe_matrícula
planned: previsto prevista planificado planificada programado programada
actual: real
estimated: estimado estimada
expected: esperado esperada
average: medio media
monthly: mensual
annual: anual
remaining: restante restantes
total_price: precio_total
interest_rate: tasa_de_interés
loan_amount: importe_préstamo monto_préstamo
year_built: año_construcción
list_price: precio_lista
supplier_name: nombre_proveedor
reorder_point: punto_pedido punto_reorden
previous_reading: lectura_anterior
current_reading: lectura_actual
in_progress: en_preparación en_tramite
in_transit: en_tránsito en_camino en_reparto
pending: en_espera por_pagar
suspended: suspendido suspendida
failed: fallido fallida
no_show: no_presentado no_asistió
attended: asistió realizado realizada
late: retrasado retrasada
rented: alquilado alquilada
sold: vendido vendida
available: disponible
admitted: ingresado ingresada hospitalizado
discharged: dado_de_alta
paid_out: liquidado liquidada
hired: contratado contratada
picked_up: recogido recogida
returned: retornado
terminated: despedido dado_de_baja
partially_paid: pagado_parcial parcialmente_pagado
"""
"""English targets, each with its Spanish words; see :func:`dictionary.parse_words`."""
