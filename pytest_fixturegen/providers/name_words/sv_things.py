"""Swedish words of names of trade, care, studies and machines."""

from __future__ import annotations

WORDS = """
account_holder: kontohavare kontoinnehavare
available_balance: disponibelt_belopp disponibelt_saldo
opened: öppnat öppnades öppnad
closed: avslutat
from_account: från_konto avsändarkonto
to_account: till_konto mottagarkonto
transaction: transaktion transaktions
transaction_date: transaktionsdatum
posted_date: bokföringsdag bokföringsdatum
recipient: mottagare
sender: avsändare
balance_before: saldo_före
balance_after: saldo_efter
number_of_beds: antal_sängar
equipment: utrustning
booking: boknings
check_out: utcheckning utcheckningsdag
check_in: incheckning incheckningsdag
adults: antal_vuxna vuxna
children: barn
total_price: totalpris slutpris
cancelled_date: avbokningsdatum
special_requests: önskemål
visit: besök besöks
visit_date: besöksdatum
clinic: mottagning vårdcentral
prescription: ordination recept
blood_pressure: blodtryck
heart_rate: puls hjärtfrekvens
diagnosis_code: diagnoskod
follow_up_date: återbesök
postal_address: postadress
joined_date: inträdesdatum medlem_sedan
left_date: utträdesdatum
membership_fee: medlemsavgift
association: förening
board_member: styrelsemedlem
member_number: medlemsnr medlemsnummer
reported_by: anmäld_av rapporterad_av
reported_date: anmält_datum anmälningsdatum
case: ärende ärenden
case_status: ärendestatus
action: åtgärd
resolved_date: åtgärdat_datum
response_time_hours: svarstid_timmar
created_by: skapad_av upplagd_av
updated_by: ändrad_av uppdaterad_av
approved_by: godkänd_av attesterad_av
sport: idrott
match: match
result: resultat
home_team: hemmalag
away_team: bortalag
player: spelare
goals: mål
season: säsong
recipe: recept_mat
ingredients: ingredienser
servings: antal_portioner portioner
instructions: instruktioner
preparation_time_minutes: tillagningstid
rent: månadsavgift
monthly_fee: avgift_per_månad
rooms: rum_antal
flag: flagga
value_date: valutadag
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
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
