"""German words of names of trade, care, studies and machines."""

from __future__ import annotations

WORDS = """
status: status
overdraft_limit: dispokredit dispo
opened: eröffnet
opened_at: eröffnet_am
closed_at: geschlossen_am
value_date: valutadatum wertstellung
orderer: auftraggeber
payee: zahlungsempfänger
balance_after: saldo_nach_buchung saldo_danach
transaction_type: buchungsart
booking_number: reservierungsnr reservierungsnummer
reservation: reservierung
adults: erwachsene
children: kinder
deposit: anzahlung
balance_due: restbetrag restzahlung
special_requests: sonderwünsche sonderwunsch
storage_location: lagerort lagerplatz
policyholder: versicherungsnehmer
start_date: versicherungsbeginn vertragsanfang
end_date: versicherungsende
payment_frequency: zahlweise zahlungsintervall
sum_insured: deckungssumme
insurance_broker: vermittler makler
annual_premium: jahresbeitrag
grade_level: jahrgangsstufe klassenstufe
grade_point_average: notendurchschnitt durchschnittsnote
absent_hours: fehlstunden
guardian: erziehungsberechtigte eltern
guardian_phone: telefon_eltern
class_teacher: klassenlehrer
student_number: schülernr
measuring_point: messstelle messpunkt
wind_direction: windrichtung
wind_direction_deg: windrichtung_grad
battery_level: batteriestand akkustand
error_code: fehlercode
error_message: fehlermeldung
order_value: auftragswert
order_status: auftragsstatus bestellstatus
hours_planned: stunden_geplant
hours_actual: stunden_ist
deadline: abgabetermin stichtag
home_team: heimmannschaft
away_team: gastmannschaft
player: spieler
goals: tore
season: saison
recipe: rezept
ingredients: zutaten
servings: portionen
preparation: zubereitung
preparation_time_minutes: zubereitungszeit
difficulty: schwierigkeitsgrad schwierigkeit
license_number: führerscheinnummer führerscheinnr
manufacture_date: herstellungsdatum
expiry_date: ablaufdatum verfallsdatum haltbar_bis mhd
batch_number: chargennummer charge
department_head: abteilungsleiter
project_manager: projektleiter
project: projekt
budget: budget
capacity: kapazität
opening_time: öffnungszeit
bank_account: bankverbindung
attending_physician: stationsarzt
insurance_status: versicherungsstatus
height: körpergröße
temperature: körpertemperatur
pulse: puls
blood_pressure: blutdruck
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
heating_type: heizungsart heizart
energy_class: energieausweis energieeffizienzklasse energieklasse
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
