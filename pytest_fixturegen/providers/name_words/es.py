"""Spanish words of names, by what they mean in English."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import es_oficina, es_things

WORDS = """
clabe: clabe
account_holder: titular titular_cuenta
available_balance: saldo_disponible
current_balance: saldo_actual
credit_limit: límite_crédito
interest_rate: tasa_interés tipo_interés
opening_date: fecha_apertura
closing_date: fecha_cierre
branch: sucursal
transaction: movimiento
transaction_id: id_movimiento
transaction_date: fecha_movimiento
transaction_description: concepto
debit: cargo_monto débito
credit: abono
balance_after: saldo_posterior
guest_name: nombre_huésped
guest: huésped
adults: num_adultos adultos
children: num_niños niños
deposit: anticipo seña
price_per_night: precio_por_noche
total_price: total_estancia
serial_number: número_serie num_serie
year: anio
doors: num_puertas puertas
last_service_date: fecha_último_servicio
sale_date: fecha_venta
sale: venta
sale_number: folio_venta
invoiced: facturado
commission_percent: comisión_porcentaje
medical_record_number: expediente
attending_physician: médico_tratante
discharge_date: fecha_egreso
emergency_phone: teléfono_emergencia
emergency_contact: contacto_emergencia
main_diagnosis: diagnóstico_principal
main: principal
property_type: tipo_inmueble tipo_propiedad
property: inmueble
borough: alcaldía
bedrooms: recámaras dormitorios
bathrooms: baños
parking_spaces: estacionamientos cajones
rent: precio_renta
maintenance_fee: cuota_mantenimiento
furnished: amueblado
pets_allowed: mascotas_permitidas acepta_mascotas
age_years: antigüedad_años
responsible: responsable encargado
deadline: fecha_límite
completed_date: fecha_término fecha_terminación fecha_fin_real
estimated_hours: horas_estimadas
actual_hours: horas_reales
progress_percent: avance_porcentaje porcentaje_avance avance
task: tarea
project: proyecto
recipe: receta
ingredients: ingredientes
servings: porciones raciones
preparation_time_minutes: tiempo_preparación
difficulty: dificultad
home_team: equipo_local
away_team: equipo_visitante
player: jugador
goals: goles
season: temporada
match: partido
waiter: mesero camarero
table_number: número_mesa num_mesa
dish: platillo plato
donor: donante
measured_at: fecha_medición
station: estación
temperature_c: temperatura_c
fecha_alta: paciente hospital expediente diagnostico_principal > discharge_date | created_date
tutor: tutor
enrollment_date: fecha_inscripción fecha_matrícula
student_number: matrícula_alumno num_control
scholarship: becado
attendance_percent: asistencia_porcentaje porcentaje_asistencia
attendance: asistencia
appointment_date: fecha_cita
appointment: cita
specialty: especialidad
consulting_room: consultorio
attended: atendida atendido
purchase_price: precio_compra
selling_price: precio_venta
min_stock: stock_mínimo existencia_mínima
barcode: código_barras
fuel_type: combustible tipo_combustible
transmission: transmisión caja_cambios
horsepower: caballos potencia
doors: puertas
rooms: habitaciones num_habitaciones
bathrooms: baños num_baños
area_m2: superficie metros_cuadrados m2 superficie_m2
rent: renta_mensual alquiler_mensual
security_deposit: fianza depósito
tenant: inquilino arrendatario
landlord: arrendador casero
check_in: fecha_entrada fecha_llegada
check_out: fecha_salida_hotel
nights: noches num_noches
guests: num_huéspedes huéspedes num_personas
price_per_night: precio_noche
isbn: isbn
publisher: editorial
pages: páginas num_páginas número_páginas
publication_year: año_publicación
borrowed_at: fecha_préstamo
return_date: fecha_devolución
pickup: recogida
booking_reference: localizador
drivers_license: permiso_conducir licencia_conducir
odometer_start: kilometros_salida km_salida
odometer_end: kilometros_entrada km_entrada
price_per_day: precio_día precio_diario
office: oficina
borrower: prestatario
available: disponible
created_by: creado_por
updated_by: actualizado_por modificado_por
approved_by: aprobado_por
tracking_number: número_guía número_seguimiento num_guia
shipping_method: método_envío forma_envío
invoice_date: fecha_factura fecha_emisión
payment_date: fecha_pago
due_date: fecha_vencimiento
overtime_hours: horas_extra
worked_hours: horas_trabajadas
vacation_days: días_vacaciones
contract_type: tipo_contrato
work_shift: turno
symptoms: síntomas
treatment: tratamiento_médico
blood_pressure: presión_arterial
allergies: alergias_conocidas
emergency_contact: contacto_emergencia
policy_number: número_póliza num_poliza
premium: prima
insured: asegurado
beneficiary: beneficiario
claim: siniestro
deductible: deducible
sum_insured: suma_asegurada
humidity: humedad
wind_speed: velocidad_viento
precipitation: precipitación
result: resultado
points: puntos
team: equipo
applicant: solicitante
guardian: apoderado
score: puntuación puntaje
reason_for_visit: motivo_consulta
first_name: nombres primer_nombre nombre_pila
=nombre: apellido apellidos apellido_paterno primer_apellido > first_name | name
last_name: apellido apellidos apellido_paterno primer_apellido
second_last_name: apellido_materno segundo_apellido
full_name: nombre_completo nombre_y_apellidos
middle_name: segundo_nombre
name: nombre denominación
title: título
tratamiento: paciente diagnostico medico hospital expediente > treatment | salutation
username: usuario nombre_usuario
password: contraseña
clave: usuario correo contrasena login > password | code
birth: nacimiento
birth_place: lugar_nacimiento
age: edad
gender: sexo género
marital_status: estado_civil
nationality: nacionalidad
language: idioma lengua
email: correo correo_electrónico
phone: teléfono tlf telf teléfono_fijo
mobile: celular móvil teléfono_móvil
address: dirección domicilio
street: calle
house_number: número_exterior num_exterior num_ext número_casa
apartment_number: número_interior num_interior num_int
neighborhood: colonia barrio
postal_code: código_postal cp cod_postal
city: ciudad población localidad
municipality: municipio delegación
estado: calle ciudad municipio colonia cp codigo_postal país direccion > state | status
state: provincia entidad_federativa comunidad_autónoma
region: región
country: país
origin: ciudad_origen
destination: ciudad_destino
number: número num nro
code: código cod
date: fecha
time: hora
day: día
days: días
week: semana
month: mes
months: meses
year: año
hours: horas
weekday: día_semana
start: inicio comienzo
end: fin final
period_start: periodo_inicio
period_end: periodo_fin
due: vencimiento
duration: duración
period: periodo
from: desde
to: hasta
created: creación creado creada alta
updated: actualización actualizado actualizada modificación modificado
deleted: eliminado eliminada borrado
paid: pagado pagada pagados
unpaid: impagado
sent: enviado enviada envío
delivered: entregado entregada
cancelled: cancelado cancelada anulado anulada
approved: aprobado aprobada
rejected: rechazado rechazada
confirmed: confirmado confirmada
completed: completado completada terminado finalizado
in_progress: en_proceso en_curso
pending: pendiente
new: nuevo nueva
open: abierto abierta
closed: cerrado cerrada
active: activo activa
inactive: inactivo inactiva
draft: borrador
booked: reservado
returned: devuelto devuelta
refunded: reembolsado
archived: archivado
blocked: bloqueado
published: publicado publicada publicación
started: iniciado
signed: firmado firma
received: recibido recepción
overdue: atrasado
expired: vencido vencida
deceased: fallecido
registered: registrado registro
fecha_ingreso: paciente hospital habitacion > admission_date | hire_date
fecha_salida: paciente hospital > discharge_date | vuelo viaje reserva > departure_date
    | termination_date
fecha_baja: termination_date
hire_date: fecha_alta_laboral fecha_contratación
customer: cliente
employee: empleado trabajador
member: miembro socio
patient: paciente
student: estudiante alumno
teacher: profesor maestro
doctor: médico doctor
owner: propietario dueño titular
seller: vendedor
buyer: comprador
manager: gerente jefe
author: autor
driver: conductor chofer
recipient: destinatario
sender: remitente
supplier: proveedor
company: empresa
company_name: razón_social nombre_empresa
department: departamento área
job_title: puesto cargo profesión ocupación
role: rol
product: producto artículo
order: pedido orden
line: línea renglón
lines: líneas
invoice: factura
payslip: nómina
booking: reserva reservación
payment: pago
payment_method: método_pago forma_pago medio_pago forma_de_pago metodo_de_pago
payment_terms: condiciones_pago
delivery: entrega
price: precio
unit_price: precio_unitario
cost: costo coste
amount: importe monto
subtotal: subtotal base_imponible
net_amount: importe_neto neto
gross_amount: importe_bruto bruto
vat: iva
vat_rate: tipo_iva tasa_iva porcentaje_iva
tax: impuesto
tax_total: total_impuestos
income_tax: isr
total: total importe_total monto_total
discount: descuento
shipping_cost: gastos_envío costo_envío
fee: comisión cuota tarifa
rent: renta alquiler
salary: salario sueldo
monthly_salary: salario_mensual sueldo_mensual
gross_salary: sueldo_bruto salario_bruto
net_salary: sueldo_neto salario_neto
deductions: deducciones
balance: saldo
currency: moneda divisa
count_of: cantidad_de
quantity: cantidad
unit: unidad unidad_medida
stock: existencias existencia stock
weight: peso
height: altura estatura
length: longitud_cm largo
longitude: longitud
latitude: latitud
width: ancho
size: talla tamaño
color: color
temperature: temperatura
speed: velocidad
percent: porcentaje
rating: calificación valoración
grade: nota
level: nivel
value: valor
reference: referencia
status: situación estatus
type: tipo
category: categoría
group: grupo
description: descripción
comment: comentario comentarios
notes: notas
remark: observaciones
message: mensaje
reason: motivo razón
image: imagen foto
file: archivo
website: sitio_web página_web
priority: prioridad
room: habitación sala
floor: piso planta
account: cuenta
account_number: número_cuenta
bank: banco
curp: curp
rfc: rfc
nss: nss
social_security: imss
dni: dni nif documento_identidad
cif: cif
license_plate: matrícula placa placas
vehicle: vehículo coche
make: marca
model: modelo
mileage: kilometraje
course: curso asignatura
school: escuela
hospital: hospital
diagnosis: diagnóstico
admission: ingreso
discharge: egreso
departure: salida
arrival: llegada
medication: medicamento
dosage: dosis
blood_type: tipo_sangre grupo_sanguíneo
allergies: alergias
is: es esta
has: tiene
income: ingresos
contract: contrato
insurance: seguro
folio: folio
children: hijos
days_paid: días_pagados
employee_number: num_empleado número_empleado
invoice_number: número_factura
"""
"""English targets, each with its Spanish words; see :func:`dictionary.parse_words`."""

WORDS += es_things.WORDS.lstrip() + es_oficina.WORDS.lstrip()
