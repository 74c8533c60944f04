"""Swedish words of names, by what they mean in English."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import sv_office, sv_things, sv_work

USUAL_WORDS = """
month: månad
months: månader
year: år årtal
hour: timme
hours: timmar
minutes: minuter
weekday: veckodag
start: start börjar
end: slut slutar
start_date: startdatum
end_date: slutdatum
start_time: starttid
end_time: sluttid
due_date: förfallodatum förfallodag slutbetalningsdag
deadline: sista_dag
at: vid den
created: skapad skapades skapat registrerad upprättad
created_at: skapad_den skapad_vid
updated: uppdaterad ändrad uppdaterades senast_ändrad senast_uppdaterad
deleted: raderad borttagen
paid: betald betalt betaldes
unpaid: obetald
sent: skickad avsänd sänd skickat
delivered: levererad levererat
cancelled: avbruten avbokad annullerad makulerad inställd avbeställd
approved: godkänd godkänt beviljad
rejected: avslagen nekad avvisad underkänd
confirmed: bekräftad
completed: klar färdig avslutad slutförd genomförd
ongoing: pågående pågår
pending: väntande väntar
new: ny nytt
open: öppen
closed: stängd
active: aktiv aktivt
inactive: inaktiv
draft: utkast
booked: bokad
returned: returnerad återlämnad
refunded: återbetald
archived: arkiverad
blocked: spärrad blockerad
published: publicerad
started: påbörjad startad
signed: undertecknad signerad
received: mottagen inkommen
borrowed: utlånad
overdue: försenad förfallen
expired: utgången
deceased: avliden
customer: kund kunder
employee: anställd medarbetare
user: användare
username: användarnamn
password: lösenord
person: person
member: medlem
patient: patient
student: elev
teacher: lärare
doctor: läkare
owner: ägare
seller: säljare
manager: chef
author: författare
guest: gäst
driver: förare
passenger: passagerare
contact: kontakt kontaktperson
supplier: leverantör
company: företag bolag
company_name: företagsnamn firmanamn bolagsnamn
employer: arbetsgivare
department: avdelning
job_title: befattning yrke arbetstitel
role: roll
team: lag
product: produkt vara
article: artikel
item: föremål
order: order beställning
order_line: orderrad
line: rad
lines: rader
invoice: faktura
receipt: kvitto
booking: bokning
reservation: reservation
payment: betalning betal
payment_method: betalsätt betalningssätt betalningsmetod
payment_terms: betalningsvillkor
delivery: leverans
delivery_address: leveransadress
billing_address: fakturaadress faktureringsadress
delivery_method: leveranssätt
transport: transport
price: pris
unit_price: à_pris apris styckpris enhetspris
price_per_unit: pris_per_enhet
cost: kostnad
amount: belopp
line_total: radsumma
total: summa totalt totalsumma totalbelopp slutsumma
subtotal: delsumma
net_amount: netto nettobelopp
gross_amount: brutto bruttobelopp
vat: moms momsbelopp
vat_rate: momssats momsprocent moms_procent
vat_number: momsnummer momsregistreringsnummer
tax: skatt
discount: rabatt
discount_percent: rabatt_procent rabattprocent
shipping_cost: frakt fraktkostnad
fee: avgift
rent: hyra
salary: lön
monthly_salary: månadslön
gross_salary: bruttolön
net_salary: nettolön
hourly_rate: timlön
balance: saldo
credit_limit: kreditgräns
interest_rate: ränta räntesats
currency: valuta
count_of: antal
quantity: mängd kvantitet
unit: enhet
stock: lager lagersaldo
weight: vikt
height: höjd
length: längd
width: bredd
depth: djup
area: yta boyta
volume: volym
size: storlek
color: färg
material: material
temperature: temperatur
speed: hastighet
percent: procent
rating: betyg omdöme
level: nivå
value: värde
status: status
state: tillstånd
type: typ slag
category: kategori
group: grupp
description: beskrivning
comment: kommentar
notes: anteckning anteckningar notering
note: anmärkning
message: meddelande
text: text
reason: orsak anledning skäl
reference: referens
image: bild
file: fil
website: webbplats hemsida webbsida
version: version
priority: prioritet
room: rum
rooms: antal_rum
floor: våning
apartment: lägenhet
apartment_number: lägenhetsnummer
property: fastighet
account: konto
account_number: kontonummer
bank_giro: bankgiro
bank: bank
iban: iban
license_plate: registreringsnummer regnr regnummer
vehicle: fordon bil
make: märke bilmärke
model: modell
model_year: årsmodell
mileage: mätarställning miltal
course: kurs
grade: årskurs
school: skola
hospital: sjukhus
diagnosis: diagnos
admission_date: inskrivningsdatum
discharge_date: utskrivningsdatum
medication: läkemedel medicin
dosage: dosering dos
blood_type: blodgrupp
allergies: allergier
is: är
has: har
from: från
to: till
number_of_children: antal_barn
hire_date: anställningsdatum
termination_date: slutdatum_anställning
customer_number: kundnummer kundnr
order_number: ordernummer
invoice_number: fakturanummer
employee_number: anställningsnummer
policy_number: försäkringsnummer
insurance: försäkring
case_number: ärendenummer diarienummer
contract: avtal kontrakt
next_of_kin: anhörig
id: id
"""
"""English targets, each with its Swedish words; see :func:`dictionary.parse_words`."""

TABLES = (sv_things.WORDS, USUAL_WORDS, sv_work.WORDS, sv_office.WORDS)

WORDS = "\n" + "".join(table.lstrip() for table in TABLES)
"""All tables: of two meanings of a word, the first one counts."""
