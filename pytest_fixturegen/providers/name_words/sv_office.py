"""Swedish words of names of offices: parcels, staff, claims, care, and nouns of compounds."""

from __future__ import annotations

WORDS = """
bank_account_number: bankkonto kontonr
parcel_number: kollinummer kollinr kolli_id paketnummer försändelsenummer sändningsnummer
shipment: försändelse sändning paket
package_count: antal_kollin antal_kolli antal_paket
längd_cm: bredd_cm höjd_cm bredd höjd > length_cm | height_cm
sent: inlämnad
cash_on_delivery: efterkrav postförskott
submitted_at: inlämningsdatum inlämnad_datum
estimated_delivery: beräknad_leverans beräknat_leveransdatum förväntad_leverans
delivered: utlämnad utkörd
delivered_at: utlämnad utlämnad_datum utlämningsdatum levererad_den
signed_by: kvitterad_av mottagen_av undertecknad_av
tracking_event: spårhändelse
tracking_number: spårningsnummer sändningsid spår_id
occurred_at: tidpunkt händelsetid inträffade
location: plats
event_type: händelse
in_transit: på_väg transporteras
out_for_delivery: ute_för_leverans
return_case: returärende
return: retur
return_reason: returorsak returanledning returskäl
received_date: mottaget_datum mottagningsdatum ankommen_datum inkom_datum
refund: återbetalning återbetalnings
refund_amount: återbetalningsbelopp återbetalat_belopp
refund_date: återbetalningsdatum återbetald_den
is: är
reported: rapporterad anmäld
termination_reason: uppsägningsorsak slutorsak avgångsorsak
notice_period_months: uppsägningstid_månader uppsägningstid
terminated: avslutad_anställning entledigad
termination_date: avslutsdatum uppsägningsdatum sista_anställningsdag
request: begäran förfrågan
requested: begärd begärt
requested_at: begärd_den
leave_type: frånvarotyp ledighetstyp
leave: ledighet frånvaro semester
approved_date: godkännandedatum godkänd_datum beviljad_datum
rejected_date: avslagsdatum
withdrawn: återtagen återkallad
pay_date: utbetalningsdatum utbetalningsdag löneutbetalning
pay_slip: lönespecifikation lönebesked
payroll_month: lönemånad
income_tax: preliminärskatt inkomstskatt
employer_fee: arbetsgivaravgift arbetsgivaravgifter
total_deductions: avdrag_totalt summa_avdrag avdrag
overtime_hours: övertid_timmar övertidstimmar övertid
overtime_pay: övertidsersättning
emergency_contact: nödkontakt kontakt_vid_nöd
emergency_phone: nödnummer
claim: skadeanmälan skadeärende skada
claim_number: skadenummer skadenr
date_of_loss: skadedag olycksdatum
reported_date: anmälningsdag rapporterad_datum
description_of_loss: skadebeskrivning händelseförlopp
claim_amount: skadebelopp skadeersättning ersättningsbelopp
estimated_amount: uppskattat_belopp
settled_at: reglerad_datum slutreglerad
settled: reglerad
appraiser: besiktningsman värderingsman
insurance_type: försäkringstyp försäkringsform
insurance_start: försäkringsstart
monthly_premium: månadspremie
annual_premium: årspremie
sum_insured: försäkringsbelopp försäkringssumma
term_years: löptid_år avtalstid_år
term_months: löptid avtalstid_månader
contract_start: avtalsstart avtalets_start kontraktsstart
contract_end: avtalsslut avtalets_slut kontraktsslut
contract_number: avtalsnummer kontraktsnummer avtalsnr
carrier: transportör fraktbolag åkeri
shipping_method: fraktsätt leveranstyp
shipped_at: skickad_den avsänd_den
paid_at: betald_den
cancelled_at: avbokad_den avbruten_den annullerad_den
cancellation_reason: avbokningsorsak annulleringsorsak avbrottsorsak
closed_at: stängd_den avslutad_den
resolved_at: löst_den åtgärdad_den
resolved: löst åtgärdad
assigned_to: tilldelad tilldelad_till
event: evenemang tillställning
event_name: evenemangsnamn
organizer: arrangör
venue: lokal spelplats
tickets_sold: antal_sålda_biljetter
max_participants: max_antal_deltagare
participant_count: antal_deltagare deltagarantal
registration_deadline: sista_anmälningsdag
course_name: kursnamn
course_code: kurskod
credits: högskolepoäng
student_number: studentnummer elevnummer
guardian_name: målsman
guardian_phone: vårdnadshavare_telefon
absence_days: frånvarodagar
patient_number: patientnummer
doctor: läkarens
treatment: behandling
symptoms: symptom symtom besvär
specialty: specialitet
attending_physician: ansvarig_läkare behandlande_läkare
body_temperature: kroppstemperatur
allergies: allergi överkänslighet
medical_history: sjukdomshistoria tidigare_sjukdomar anamnes
prescribed_date: förskrivningsdatum utskriven_datum
dosage: dosanvisning
refill_count: antal_uttag
vehicle: bilens
purchase_price: köpeskilling köppris
sold_date: försäljningsdatum såld_datum
first_registration: första_registrering i_trafik
previous_owners: antal_ägare
fuel_consumption: bränsleförbrukning
exterior_color: kulör
power_hp: effekt_hk
power_kw: effekt_kw
gearbox: växellådstyp
vin: chassinummer
license_plate: regnummer
pickup_date: hyresstart hämtdatum upphämtningsdatum
return_date: inlämnad_bil återlämnas
price_per_day: dygnspris dagspris pris_per_dag
start_mileage: mätarställning_start
end_mileage: mätarställning_slut
driven_km: körda_km
deposit: handpenning
deductible: självrisk
invoice_date: faktureringsdatum
payment_due_date: betaldag
overdue: förfallna
amount_due: att_betala kvar_att_betala
paid_amount: betalt_belopp inbetalt_belopp
quantity: beställt_antal
line_number: radnummer radnr
article_name: artikelbenämning artikelnamn
article_number: artikelnr artnr
item_group: varugrupp artikelgrupp
warehouse: lagerställe
shelf: hyllplats lagerplats
reorder_point: beställningspunkt
minimum_stock: minimilager
last: sista
next: nästkommande
first: första
planned: planerad planerat
actual: faktisk faktiskt verklig
expected: förväntad förväntat
estimated: beräknad beräknat uppskattad uppskattat
average: genomsnitt genomsnittlig snitt medel
monthly: månatlig
annual: årlig
remaining: återstående kvarvarande
responsible_person: ansvarig_person
clerk: handläggare
case_worker: handläggare_namn
year_built: byggnadsår
living_area: boarea
plot_area: tomtarea tomtyta
asking_price: utgångspris begärt_pris
final_price: slutpris_bostad
viewing_date: visningsdatum visningsdag
broker: mäklare fastighetsmäklare
move_in_date: tillträde tillträdesdatum
comment: övrigt
feedback: återkoppling
title: ärenderubrik
in_progress: under_behandling
on_hold: vilande
picked_up: uthämtad hämtad
packed: packad plockad
assigned: tilldelad
started: startad
accepted: antagen accepterad
denied: nekad
failed: underkänd misslyckad
passed: godkänd_kurs
no_show: uteblev utebliven
rented: uthyrd
available: ledig tillgänglig
reserved: reserverad
retired: pensionerad
on_leave: tjänstledig sjukskriven
partially_paid: delbetald
sold: såld
listed: till_salu
suspended: avstängd
discharged: utskriven
admitted: inlagd
"""
"""English targets, each with its Swedish words; see :func:`dictionary.parse_words`."""
