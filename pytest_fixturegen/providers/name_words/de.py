"""German words of names, by what they mean in English."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import de_office, de_things, de_work

USUAL_WORDS = """
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
ordered: bestellt
assigned: zugewiesen
processed: bearbeitet
accepted: angenommen akzeptiert
ended: beendet
cancellation_reason: stornogrund stornierungsgrund
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
termination: kündigung kündigungs
termination_reason: kündigungsgrund
notice_period: kündigungsfrist
heating_cost: heizkosten
lease_start: mietbeginn
lease_end: mietende
contract_start: vertragsbeginn
contract_end: vertragsende
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
job_title: beruf stellenbezeichnung
job_title: =position
position: position positionen
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
zimmer: patient patienten station bett krankenhaus gast > room | rooms
room: raum
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
health_insurer: krankenkasse
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

TABLES = (de_things.WORDS, USUAL_WORDS, de_work.WORDS, de_office.WORDS)

WORDS = "\n" + "".join(table.lstrip() for table in TABLES)
"""All tables: of two meanings of a word, the first one counts."""
