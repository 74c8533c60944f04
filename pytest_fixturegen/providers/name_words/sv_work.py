"""Swedish words of names of studies, work, travel, farming and sport."""

from __future__ import annotations

WORDS = """
power_kw: motoreffekt_kw
year_built: byggår
buyer: köpare uppköpare
home_port: hemmahamn
deregistered_date: avregistrerad_datum
inspected_by: kontrollerad_av
price_per_kg: kilopris
price_per_night: pris_per_natt
nights: antal_nätter
mechanic: mekaniker
license_plate: registreringsnummer regnr
mileage: mätarställning miltal
owner: ägare
tenant: hyresgäst
landlord: hyresvärd
rent: hyra månadshyra
deposit: deposition
pharmacist: apotekare farmaceut
prescriber: förskrivare
dosage: dosering
case_number: målnummer ärendenummer
court: domstol tingsrätt
judge: domare
hearing_date: förhandlingsdag
plaintiff: kärande
defendant: svarande
departure_station: avgångsstation
arrival_station: ankomststation
platform_number: spår perrong
train_number: tågnummer
trainer: tränare
child_name: barnets_namn barnnamn
guardian: vårdnadshavare
department_name: avdelning_namn
total_seats: antal_platser platser_totalt
tickets_sold: sålda_biljetter sålda_platser
available_seats: lediga_platser
ticket_price: biljettpris
gross_revenue: intäkt intäkter
average_rating: snittbetyg medelbetyg
claimed_amount: yrkat_belopp begärt_belopp
approved_amount: beviljat_belopp
date_of_loss: skadedatum
deductible: självrisk
policy_number: försäkringsnummer
premium: premie
policyholder: försäkringstagare
site_manager: platschef
foreman: arbetsledare
site: arbetsplats byggarbetsplats
fuel_type: drivmedel bränsle
driver: förare
registered_voters: röstberättigade
votes_cast: avgivna_röster
invalid_votes: ogiltiga_röster
turnout: valdeltagande
catch_kg: fångst_kg
skipper: skeppare befälhavare
species: art
collection_date: hämtdag hämtningsdatum
waste_type: avfallstyp
membership_fee: medlemsavgift
coach: tränare_namn
director: regissör
screening: visning
participants: deltagare
max_participants: max_deltagare
average_score: medelbetyg snittbetyg
planned_end: planerat_slut
actual_end: faktiskt_slut
progress: framsteg
labor_hours: arbetstimmar
hourly_rate: timpris
labor_cost: arbetskostnad
material_cost: materialkostnad
total_cost: totalkostnad
vacation_days_taken: uttagna_dagar uttagna_semesterdagar
vacation_days_remaining: återstående_dagar återstående_semesterdagar
request_date: ansökningsdatum
approved_by: beviljad_av
margin: marginal
room_number: rumsnummer
guests: gäster
nights: nätter
seat: sittplats
passenger_name: resenär
delay_minutes: försening_minuter
station: mätstation
crop: gröda
hectares: hektar
harvest: skörd
commission: provision
monthly_cost: månadskostnad
term_months: löptid_månader
tip: dricks
table_number: bord
dish: rätt
pages: sidor
copies: exemplar
matches_played: matcher
wins: vinster
draws: oavgjorda
losses: förluster
premium: premie
incident_date: skadedatum
deductible: självrisk
year_built: byggår
invoice_date: fakturadatum
consumption_kwh: förbrukning_kwh
rejection_reason: orsak_avslag avslagsorsak
technician: tekniker
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
