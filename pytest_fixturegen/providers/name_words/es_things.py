"""Spanish words of names of studies, work, travel, farming and sport."""

from __future__ import annotations

WORDS = """
director: director_cine realizador
total_seats: asientos_totales butacas plazas_totales
tickets_sold: entradas_vendidas boletos_vendidos butacas_vendidas
available_seats: asientos_disponibles plazas_disponibles butacas_libres
ticket_price: precio_entrada precio_boleto
gross_revenue: recaudación
average_rating: calificación_media nota_promedio valoración_media
mechanic: mecánico
license_plate: matrícula placa placas
mileage: kilometraje
owner: propietario dueño
tenant: inquilino arrendatario
landlord: arrendador
rent: renta alquiler_mensual
deposit: fianza depósito
pharmacist: farmacéutico
prescriber: médico_prescriptor
dosage: dosis posología
case_number: expediente número_expediente
court: juzgado tribunal
judge: juez
hearing_date: fecha_audiencia
plaintiff: demandante actor_demandante
defendant: demandado
departure_station: estación_origen
arrival_station: estación_destino
platform_number: andén
train_number: número_tren
trainer: entrenador
child_name: nombre_niño
guardian: tutor
claimed_amount: monto_reclamado importe_reclamado
approved_amount: monto_aprobado importe_aprobado
date_of_loss: fecha_siniestro
deductible: deducible franquicia
policy_number: número_póliza póliza
premium: prima
insured: asegurado
site_manager: jefe_obra
site: obra
fuel_type: combustible
driver: conductor chofer
registered_voters: electores padrón
votes_cast: votos_emitidos
invalid_votes: votos_nulos
turnout: participación
systolic_bp: presión_sistólica tensión_sistólica sistólica
diastolic_bp: presión_diastólica tensión_diastólica diastólica
heart_rate: frecuencia_cardíaca pulso
height: talla estatura altura
bmi: imc
students_enrolled: alumnos_inscritos estudiantes_inscritos inscritos alumnos_matriculados
students_passed: alumnos_aprobados aprobados
students_failed: alumnos_reprobados reprobados suspensos alumnos_suspensos
max_students: cupo_máximo cupo aforo
average_score: promedio nota_media calificación_promedio
credits: créditos
room: aula
semester: semestre cuatrimestre
medical_record_number: historia_clínica número_historia
course_name: nombre_asignatura nombre_curso nombre_materia
start_time: hora_inicio hora_comienzo
end_time: hora_fin hora_término
departure_time: hora_salida
arrival_time: hora_llegada
planned_end_date: fecha_fin_prevista fecha_prevista_fin
actual_end_date: fecha_fin_real fecha_real_fin
expected_date: fecha_prevista
budget: presupuesto
total_cost: coste_total costo_total
material_cost: coste_materiales costo_materiales coste_material
labor_cost: mano_obra coste_mano_obra costo_mano_obra
labor_hours: horas_trabajadas
hourly_rate: tarifa_hora precio_hora
deductions: retenciones deducciones
seniority_years: antigüedad
vacation_days: vacaciones días_vacaciones
request_date: fecha_solicitud
approved_at: fecha_aprobación
stock: existencias
min_stock: stock_mínimo
warehouse: almacén bodega
margin: margen
expiry_date: caducidad
batch_number: lote
origin: origen
destination: destino
distance_km: distancia_km
duration_minutes: duración_minutos
seat: asiento
passenger_name: pasajero
flight_number: vuelo número_vuelo
gate: puerta
delay_minutes: retraso_minutos
wind_speed: viento velocidad_viento
precipitation_mm: lluvia precipitación
crop: cultivo
hectares: hectáreas superficie_ha
yield: rendimiento
harvest: cosecha
irrigation: riego
plot: parcela
interest: interés
term_months: plazo_meses
rate: tasa
loan: préstamo
tip: propina
table_number: mesa
dish: plato
calories: calorías
copies: ejemplares
loan_date: fecha_préstamo
fine_amount: multa
matches_played: partidos partidos_jugados
wins: victorias
draws: empates
losses: derrotas
stadium: estadio
returned_at: devuelto_en
invoiced_at: fecha_facturación
rejection_reason: motivo_rechazo
technician: técnico
fault_description: descripción_avería
repair_date: fecha_reparación
branch: sede
supervisor: encargado
opening_balance: saldo_inicial saldo_anterior
closing_balance: saldo_final saldo_nuevo
rejection: rechazo
acceptance: aceptacion aceptación
cancellation: cancelacion cancelación anulacion anulación
previous_reading: lectura_anterior
current_reading: lectura_actual
consumption: consumo
credit_limit: limite_credito límite_crédito
deposits: ingresos abonos
withdrawals: cargos retiros
received_quantity: entradas
issued_quantity: salidas
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
