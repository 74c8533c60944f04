"""Swedish words of names, by what they mean in English."""

from __future__ import annotations

WORDS = """
full_name: för_och_efternamn
move_in_date: inflyttningsdatum
move_out_date: utflyttningsdatum
monthly_rent: månadshyra
area_m2: boyta_kvm area_kvm yta_kvm kvadratmeter kvm
floor: våningsplan plan_nr
terminated: uppsagd
net_amount: belopp_exkl_moms belopp_exkl exkl_moms pris_exkl_moms belopp_ex_moms
gross_amount: belopp_inkl_moms belopp_inkl inkl_moms pris_inkl_moms
ocr_number: ocr_nummer ocr
bank_giro_number: bankgironummer bankgironr
vat_number: momsregnr momsreg momsregistreringsnr
credited: krediterad
reminder_sent: påminnelse_skickad
reminder: påminnelse
customer_reference: kundens_referens er_referens
our_reference: vår_referens
fuel_type: drivmedel bränsle
transmission: växellåda
horsepower: hästkrafter
inspected: besiktigad
inspection: besiktning
last: senaste
next: nästa
nearest: närmaste
purchase_price: inköpspris inköpskostnad
selling_price: försäljningspris utpris
class_name: klass
guardian: vårdnadshavare
absence: frånvaro
attendance: närvaro
subject: ämne
grade: betyg
enrolled: inskriven
employee_number: anställningsnr anställningsnummer anstnr
employment_type: anställningsform
hire_date: anställd_från startade
employment_start: anställningsstart
termination_date: anställd_till
base_salary: grundlön
employment_rate: sysselsättningsgrad
vacation_days: semesterdagar
clearing_number: clearingnummer clearingnr
tax_table: skattetabell
tenant: hyresgäst
landlord: hyresvärd
buyer: köpare
administrator: handläggare
executor: utförare
responsible: ansvarig
reporter: anmälare
co_applicant: medsökande
applicant: sökande
applied: ansökt ansökan
decision: beslut
decision_date: beslutsdatum
score: poäng
result: resultat
checked_in: incheckning incheckad
checked_out: utcheckning utcheckad
check_in: ankomst ankomstdatum incheckningsdatum
check_out: avresa avresedatum utcheckningsdatum
nights: antal_nätter
guests: antal_gäster antal_personer
price_per_night: pris_per_natt
breakfast_included: frukost_ingår
beds: antal_bäddar bäddar
departure: avgång
arrival: ankomsttid
author: skriven_av
isbn: isbn
publisher: förlag
pages: antal_sidor sidantal
publication_year: utgivningsår
borrowed_at: utlånad_den lånedatum
return_date: återlämningsdatum
borrower: låntagare
copies: antal_exemplar
genre: genre
referral: remiss
visit_date: besöksdatum
visit_reason: besöksorsak kontaktorsak
county: län
journal_number: journalnummer
measured_value: mätvärde
measured_at: mättidpunkt uppmätt
humidity: luftfuktighet
air_pressure: lufttryck
precipitation: nederbörd
wind_speed: vindhastighet
comment: kommentar synpunkt
in_stock: i_lager
min_stock: minsta_lager beställningspunkt
barcode: streckkod
warranty: garanti
supplier_number: leverantörsnummer
purchase_date: inköpsdatum köpdatum
valid_to: giltig_till giltig_tom
valid_from: giltig_från giltig_from
expiry_date: utgångsdatum bäst_före
first_name: förnamn tilltalsnamn
last_name: efternamn
full_name: fullständigt_namn namnteckning
middle_name: mellannamn
nickname: smeknamn
name: namn benämning beteckning
title: titel rubrik
personnummer: personnummer personnr pnr samordningsnummer
organization_number: organisationsnummer orgnummer orgnr
birth: födelse
birth_date: födelsedatum född födelsedag
birth_place: födelseort
age: ålder
gender: kön
marital_status: civilstånd civilstatus
nationality: nationalitet medborgarskap
language: språk
email: epost epostadress mejl mejladress
phone: telefon tele
mobile: mobil mobiltelefon mobiltelefonnummer
address: adress
street: gata gatuadress
street_name: gatunamn
house_number: husnummer gatunummer
postal_code: postnummer postnr
city: ort stad postort hemort bostadsort
municipality: kommun
county: län
region: landskap
country: land
country_code: landskod landkod
origin: avgångsort startort
destination: destinationsort slutort
latitude: latitud breddgrad
longitude: longitud längdgrad
number: nummer nr
code: kod
date: datum
time: tid klockslag
day: dag
days: dagar
week: vecka
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
height: höjd längd_cm
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
