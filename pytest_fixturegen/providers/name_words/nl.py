"""Dutch words of names, by what they mean in English."""

from __future__ import annotations

WORDS = """
first_name: voornaam roepnaam
last_name: achternaam familienaam
middle_name: tussenvoegsel
full_name: volledige_naam
initials: voorletters
name: naam benaming
title: titel
salutation: aanhef
username: gebruikersnaam
password: wachtwoord
birth: geboorte
birth_date: geboortedatum
birth_place: geboorteplaats
age: leeftijd
gender: geslacht
marital_status: burgerlijke_staat
nationality: nationaliteit
language: taal
email: mailadres emailadres
phone: telefoon telefoonnummer
mobile: mobiel mobielnummer
address: adres
street: straat
street_name: straatnaam
house_number: huisnummer
postal_code: postcode
city: woonplaats plaats stad
municipality: gemeente
state: provincie
country: land
number: nummer nr
date: datum
time: tijd tijdstip
day: dag
days: dagen
week: week
month: maand
year: jaar
hours: uren
start: begin
end: einde eind
due_date: vervaldatum
duration: duur
from: vanaf
to: tot
at: op
created: aangemaakt aanmaak
updated: gewijzigd bijgewerkt wijzigings
deleted: verwijderd
paid: betaald
sent: verzonden verstuurd
delivered: geleverd bezorgd
cancelled: geannuleerd
approved: goedgekeurd
rejected: afgewezen afgekeurd
confirmed: bevestigd
completed: afgerond voltooid
in_progress: in_behandeling
pending: wachtend
new: nieuw
closed: gesloten
active: actief
inactive: inactief
draft: concept
customer: klant
employee: medewerker werknemer
user: gebruiker
patient: patient
student: leerling
teacher: docent leraar
doctor: arts huisarts
owner: eigenaar
seller: verkoper
supplier: leverancier
company: bedrijf
company_name: bedrijfsnaam
department: afdeling
job_title: functie beroep
product: product
article: artikel
order: bestelling
line: regel
lines: regels
invoice: factuur
booking: boeking
payment: betaling
payment_method: betaalmethode betaalwijze
delivery: levering lever
price: prijs
unit_price: stukprijs eenheidsprijs
cost: kosten
amount: bedrag
total: totaal totaalbedrag
subtotal: subtotaal
net_amount: nettobedrag
gross_amount: brutobedrag
vat: btw btw_bedrag
vat_rate: btw_percentage btw_tarief
vat_number: btw_nummer
discount: korting
shipping_cost: verzendkosten
salary: salaris
balance: saldo
currency: valuta
count_of: aantal
quantity: hoeveelheid
unit: eenheid
stock: voorraad
weight: gewicht
height: hoogte lengte_cm
length: lengte
width: breedte
size: maat
color: kleur
percent: percentage
rating: beoordeling
value: waarde
reference: referentie kenmerk
type: soort
category: categorie
group: groep
description: omschrijving beschrijving
comment: commentaar
notes: notitie notities
remark: opmerking opmerkingen
message: bericht
reason: reden
image: afbeelding
room: kamer
floor: verdieping
account: rekening
account_number: rekeningnummer
license_plate: kenteken
vehicle: voertuig
make: merk
hire_date: datum_in_dienst
contract: overeenkomst
hospital: ziekenhuis
diagnosis: diagnose
bsn: bsn burgerservicenummer
"""
"""English targets, each with its Dutch words; see :func:`dictionary.parse_words`."""
