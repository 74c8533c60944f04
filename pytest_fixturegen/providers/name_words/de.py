"""German words of names, by what they mean in English."""

from __future__ import annotations

WORDS = """
service_date: leistungsdatum lieferdatum_leistung
dunning_level: mahnstufe
payment_reference: verwendungszweck
home_phone: telefon_privat
work_phone: telefon_dienstlich telefon_geschäftlich diensttelefon
work_email: email_dienstlich dienst_email
personal_email: email_privat
gross_salary: gehalt_brutto bruttolohn
net_salary: gehalt_netto
tax_class: steuerklasse
hours_per_week: wochenstunden wochenarbeitszeit
vacation_days: urlaubstage urlaubsanspruch
remaining_vacation_days: resturlaub
probation_end: probezeit_bis probezeitende
temporary: befristet
social_security_number: sv_nummer sv_nr
children_count: anzahl_kinder kinderanzahl
first_registration: erstzulassung
fuel_type: kraftstoff kraftstoffart
power_kw: leistung_kw
power: leistung
inspection_due: tuev_bis tüv_bis hu_bis
keeper_name: halter fahrzeughalter
sold: verkauft
rooms: zimmeranzahl anzahl_zimmer
area_m2: wohnfläche_qm fläche_qm qm quadratmeter
base_rent: kaltmiete
utilities_cost: nebenkosten
total_rent: warmmiete
security_deposit: kaution
available_from: verfügbar_ab frei_ab
pets_allowed: haustiere_erlaubt
landlord: vermieter
apartment_number: wohnungsnr wohnungsnummer
delivery_status: lieferstatus
tracking_number: sendungsnummer sendungsnr paketnummer
transmission: getriebe
horsepower: ps
doors: türen anzahl_türen
purchase_price: kaufpreis einkaufspreis
selling_price: verkaufspreis
unit: einh
borrower: ausleiher entleiher
borrowed_at: ausleihdatum ausgeliehen_am
return_date: rückgabedatum
publisher: verlag
pages: seitenzahl seiten
publication_year: erscheinungsjahr
subject: fach
class_name: klasse
grades: noten
guardian: erziehungsberechtigter
absent_days: fehltage
enrolled: eingeschrieben immatrikuliert
enrollment_date: einschulungsdatum
matriculation_number: matrikelnummer
degree_program: studiengang
check_in: anreise anreisedatum
check_out: abreise abreisedatum
nights: nächte anzahl_nächte
guests: personenzahl anzahl_personen anzahl_gäste
price_per_night: preis_pro_nacht zimmerpreis
breakfast_included: frühstück inklusive_frühstück
departure: abfahrt abflug
arrival: ankunft
appointment: termin
appointment_date: termindatum
symptoms: symptome beschwerden
treating_physician: behandelnder
referral: überweisung
insurance_type: versicherungsart
damage: schaden
damage_date: schadensdatum
deductible: selbstbeteiligung selbstbehalt
premium: prämie beitrag
sum_insured: versicherungssumme
humidity: luftfeuchtigkeit
air_pressure: luftdruck
precipitation: niederschlag
wind_speed: windgeschwindigkeit
measured_value: messwert
measured_at: messzeitpunkt
limit: grenzwert
device: gerät
location: standort
warranty: garantie
warranty_until: garantie_bis
barcode: strichcode
min_stock: mindestbestand
supplier_number: lieferantennummer lieferantennr
applicant: antragsteller bewerber
reported_by: gemeldet_von
created_by: erstellt_von angelegt_von
updated_by: geändert_von
approved_by: genehmigt_von
result: ergebnis
points: punkte
team: mannschaft
participant: teilnehmer
participant_count: teilnehmerzahl
registration_date: anmeldedatum anmeldetag registrierungsdatum
newsletter: newsletter_abo
terms_accepted: agb_akzeptiert
first_name: vorname rufname
last_name: nachname familienname zuname
full_name: vollständiger_name vollname
name: name bezeichnung benennung
title: titel
salutation: anrede
birth_name: geburtsname
birth: geburts
birth_date: geburtsdatum geburtstag geboren geb_datum gebdat
birth_place: geburtsort
birth_year: geburtsjahr
age: alter
gender: geschlecht
marital_status: familienstand
nationality: nationalität staatsangehörigkeit
language: sprache
religion: konfession
email: mailadresse emailadresse
phone: telefon fernsprecher telefonnummer telefonnr tel
mobile: handy mobil mobiltelefon handynummer mobilnummer
fax: faxnummer
address: adresse anschrift
street: straße str
street_name: straßenname
house_number: hausnummer hausnr hnr
postal_code: postleitzahl
city: ort stadt wohnort
district: ortsteil stadtteil
region: region
state: bundesland
canton: kanton
country: land staat
country_code: landescode länderkennzeichen
origin: herkunft abfahrtsort startort
destination: zielort ziel
latitude: breitengrad breite_grad
longitude: längengrad
number: nummer nr
code: kennung kürzel
date: datum
time: zeit uhrzeit
timestamp: zeitpunkt zeitstempel
day: tag
days: tage
week: woche
month: monat
months: monate
year: jahr baujahr_des
year_built: baujahr
hour: stunde
hours: stunden
minutes: minuten
weekday: wochentag
start: beginn anfang start
end: ende
start_date: startdatum anfangsdatum
end_date: enddatum
valid_from: gültig_ab gültig_von
valid_to: gültig_bis
due_date: fälligkeitsdatum fälligkeit fällig_am zahlungsziel
deadline: frist
period: zeitraum
duration: dauer
at: am um
from: von ab
to: bis
created: erstellt angelegt erfasst erzeugt erstellungs anlage
updated: geändert aktualisiert bearbeitet änderungs aktualisierungs
deleted: gelöscht
paid: bezahlt
unpaid: unbezahlt
sent: versendet verschickt gesendet versandt
delivered: geliefert zugestellt ausgeliefert
cancelled: storniert abgebrochen abgesagt
approved: genehmigt freigegeben
rejected: abgelehnt
confirmed: bestätigt
completed: abgeschlossen erledigt fertig
in_progress: in_bearbeitung laufend
pending: ausstehend wartend
new: neu
open: offen
closed: geschlossen
active: aktiv
inactive: inaktiv
draft: entwurf
booked: gebucht
returned: zurückgegeben retourniert
refunded: erstattet
archived: archiviert
blocked: gesperrt blockiert
published: veröffentlicht
started: begonnen gestartet
signed: unterschrieben unterzeichnet
received: erhalten eingegangen empfangen eingangs
measured: gemessen
checked: geprüft
overdue: überfällig
dunned: angemahnt gemahnt
expired: abgelaufen
terminated: gekündigt
deceased: verstorben
registered: registriert angemeldet
borrowed: ausgeliehen
abnormal: auffällig
customer: kunde kunden
employee: mitarbeiter angestellter beschäftigter personal
user: benutzer nutzer anwender
username: benutzername anmeldename
password: passwort kennwort
member: mitglied
patient: patient patienten
student: schüler studierender
teacher: lehrer
doctor: arzt
family_doctor: hausarzt
attending_physician: behandelnder_arzt
owner: besitzer eigentümer inhaber
seller: verkäufer
buyer: käufer
manager: leiter vorgesetzter
author: autor verfasser
guest: gast
driver: fahrer
contact: kontakt
contact_person: ansprechpartner kontaktperson
clerk: sachbearbeiter bearbeiter
recipient: empfänger
sender: absender
tenant: mieter
supplier: lieferant
company: firma unternehmen
company_name: firmenname
employer: arbeitgeber
department: abteilung
job_title: beruf position stellenbezeichnung
role: rolle
product: produkt
product_name: produktname artikelbezeichnung
article: artikel
order: bestellung auftrag bestell auftrags
order_number: bestellnummer auftragsnummer bestellnr auftragsnr
order_line: bestellposition auftragsposition rechnungsposition
order_date: bestelldatum auftragsdatum
line_item: position_nr
invoice: rechnung
invoice_number: rechnungsnummer rechnungsnr belegnummer
invoice_date: rechnungsdatum belegdatum
receipt: beleg quittung
booking: buchung
payment: zahlung zahlungs
payment_method: zahlungsart zahlungsmethode zahlungsweise
payment_terms: zahlungsbedingungen
payment_date: zahlungsdatum
delivery: lieferung liefer
delivery_date: lieferdatum liefertermin
shipping_date: versanddatum
delivery_address: lieferadresse lieferanschrift
billing_address: rechnungsadresse rechnungsanschrift
shipping_cost: versandkosten
price: preis
unit_price: einzelpreis stückpreis
total_price: gesamtpreis
cost: kosten
amount: betrag
total: summe gesamt gesamtbetrag gesamtsumme endbetrag rechnungsbetrag
subtotal: zwischensumme
net_amount: netto nettobetrag nettosumme
gross_amount: brutto bruttobetrag bruttosumme
vat: mwst mehrwertsteuer umsatzsteuer ust mwst_betrag steuerbetrag
vat_rate: mwst_satz steuersatz mehrwertsteuersatz
vat_number: ustid ust_id umsatzsteuer_id
tax_number: steuernummer steuernr
steuer_id: steuer_id steueridentifikationsnummer steueridnr
tax: steuer
discount: rabatt nachlass skonto
discount_percent: rabatt_prozent
fee: gebühr
rent: miete kaltmiete
salary: gehalt lohn
monthly_salary: monatsgehalt
gross_salary: bruttogehalt bruttolohn
net_salary: nettogehalt nettolohn
hourly_rate: stundenlohn stundensatz
balance: kontostand saldo
credit_limit: kreditlimit
interest_rate: zinssatz
currency: währung
count_of: anzahl
quantity: menge stückzahl
unit: einheit mengeneinheit
stock: bestand lagerbestand
weight: gewicht
height: höhe körpergröße
body_height_cm: größe_cm
size: größe
length: länge
width: breite
depth: tiefe
area: fläche wohnfläche
volume: volumen
color: farbe
material: werkstoff
temperature: temperatur
pressure: druck
speed: geschwindigkeit
percent: prozent
rating: bewertung
grade: note
level: stufe
value: wert
min: mindest
max: höchst
reference: referenz aktenzeichen
status: zustand
type: art typ
category: kategorie
group: gruppe
description: beschreibung
comment: kommentar
notes: notiz notizen
remark: bemerkung bemerkungen anmerkung
message: nachricht
reason: grund
cause: ursache
image: bild
file: datei
website: webseite internetseite
version: version
priority: priorität
room: zimmer raum
room_number: zimmernummer raumnummer
rooms: anzahl_zimmer
ward: station
floor: etage stockwerk
building: gebäude
apartment: wohnung
account: konto
account_number: kontonummer kontonr
account_holder: kontoinhaber
bank: bank
bank_name: bankname
bank_code: bankleitzahl blz
license_plate: kennzeichen
vehicle: fahrzeug
vin: fahrgestellnummer
make: marke hersteller
model: modell
mileage: kilometerstand laufleistung
course: kurs
semester: semester
school: schule
hospital: krankenhaus klinik
diagnosis: diagnose
treatment: behandlung
admission_date: aufnahmedatum aufnahmetag
discharge_date: entlassungsdatum entlassdatum
admission: aufnahme
discharge: entlassung
medication: medikament arzneimittel
dosage: dosierung dosis
blood_type: blutgruppe
allergies: allergien
findings: befund
lab_value: laborwert
lab_values: laborwerte
death_date: todesdatum sterbedatum
health_insurer: krankenkasse krankenversicherung
insurance: versicherung
versichertennummer: versichertennummer versichertennr krankenversichertennummer
    versichertennr krankenversicherungsnummer
social_security_number: sozialversicherungsnummer svnr rentenversicherungsnummer
policy_number: versicherungsnummer policennummer
passport_number: reisepassnummer passnummer
id_number: ausweisnummer personalausweisnummer
is: ist
has: hat
hire_date: eintrittsdatum einstellungsdatum
termination_date: austrittsdatum kündigungsdatum
customer_number: kundennummer kundennr
employee_number: personalnummer personalnr mitarbeiternummer
patient_number: patientennr patientennummer
contract: vertrag
contract_number: vertragsnummer
contract_start: vertragsbeginn
contract_end: vertragsende
salesperson: verkäuferin
children_count: anzahl_kinder kinderzahl
attention: zu_händen
"""
"""English targets, each with its German words; see :func:`dictionary.parse_words`."""
