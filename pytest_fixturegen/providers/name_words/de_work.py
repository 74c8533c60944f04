"""German words of names of studies, work, travel, farming and sport."""

from __future__ import annotations

WORDS = """
mechanic: mechaniker mechanikerin monteur
complaint: beanstandung reklamation
received_at: annahmedatum annahme angenommen_am
completed_at: fertigstellung fertigstellungsdatum fertiggestellt_am
picked_up_at: abholdatum abholung abgeholt_am
hourly_rate: stundensatz stundenlohn
first_registration: erstzulassung
owner: halter besitzer eigentümer
owner_email: halter_email
power_kw: leistung_kw motorleistung
engine_displacement: hubraum hubraum_ccm
year_of_manufacture: baujahr
model_year: modelljahr
next_inspection_date: nächste_hu naechste_hu hauptuntersuchung
membership_fee: beitrag mitgliedsbeitrag jahresbeitrag
payment_frequency: zahlungsweise zahlungsrhythmus
educator: erzieher erzieherin
group: gruppe
guardian: erziehungsberechtigter vormund
site: baustelle
site_manager: bauleiter polier
planned_end_date: geplantes_ende geplante_fertigstellung
lot_number: losnummer
hammer_price: zuschlagspreis
starting_price: startpreis
tickets_sold: verkaufte_tickets verkaufte_karten
ticket_price: ticketpreis kartenpreis eintrittspreis
available_seats: freie_plätze
total_seats: gesamtplätze plätze_gesamt
occupied_seats: belegte_plätze
director: regisseur
pharmacist: apotheker
prescriber: verordner verschreibender_arzt
dosage: dosierung
case_number: aktenzeichen
court: gericht
judge: richter
hearing_date: verhandlungstermin
plaintiff: kläger
defendant: beklagter beklagte
station: bahnhof
departure_station: abfahrtsbahnhof startbahnhof
arrival_station: ankunftsbahnhof zielbahnhof
platform_number: gleis bahnsteig
train_number: zugnummer
trainer: trainer trainerin übungsleiter
voters: wahlberechtigte
votes_cast: abgegebene_stimmen
invalid_votes: ungültige_stimmen
valid_votes: gültige_stimmen
turnout: wahlbeteiligung
driver: fahrer
odometer: kilometerstand
fuel_level: tankstand
damage: schaden
deductible: selbstbeteiligung selbstbehalt
policyholder: versicherungsnehmer
coverage_amount: versicherungssumme deckungssumme
insurance_start: versicherungsbeginn
insurance_end: versicherungsende
fill_level: füllstand
waste_type: abfallart
collection_date: abfuhrdatum leerungsdatum
bin: behälter tonne
systolic_bp: blutdruck_systolisch systolisch
diastolic_bp: blutdruck_diastolisch diastolisch
heart_rate: puls
max_participants: max_teilnehmer maximale_teilnehmerzahl
average_score: durchschnitt durchschnittsnote notendurchschnitt
lecturer: dozent dozentin
planned_start: geplanter_beginn
planned_end: geplantes_ende
actual_end: tatsächliches_ende
progress: fortschritt
labor_hours: arbeitsstunden
labor_cost: lohnkosten arbeitskosten
material_cost: materialkosten
total_cost: gesamtkosten
income_tax: lohnsteuer
social_security: sozialversicherung
days_taken: genommene_tage
days_remaining: verbleibende_tage
request_date: antragsdatum
approved_at: genehmigt_am freigegeben_am
expiry_date: mindesthaltbarkeit mhd
guests: gäste
seat: sitzplatz
passenger_name: fahrgast
duration_minutes: dauer_minuten
delay_minutes: verspätung_minuten
station: messstation
crop: feldfrucht
hectares: hektar
yield: ertrag
harvest: ernte
commission: provision
interest: zinsen
term_months: laufzeit_monate
loan: kredit
tip: trinkgeld
table_number: tisch
dish: gericht
copies: exemplare
matches_played: spiele
wins: siege
draws: unentschieden
losses: niederlagen
stadium: stadion
block_reason: sperrgrund
rejection_reason: ablehnungsgrund
terms_days: zahlungsziel_tage zahlungsziel
line_number: positionsnummer
meter_reading: zählerstand
previous_reading: zählerstand_alt alter_zählerstand
current_reading: zählerstand_neu neuer_zählerstand
consumption_kwh: verbrauch_kwh
damage_amount: schadenshöhe
technician: techniker
repair_date: reparaturdatum
meter: zähler
meter_number: zählernummer zähler_nr zählernr
reading_date: ablesedatum ablesetag
reading: ablesung ablesewert
previous_reading: stand_alt alter_stand vorheriger_stand letzter_stand anfangsstand
current_reading: stand_neu neuer_stand aktueller_stand endstand
read: abgelesen
unit_price: arbeitspreis
base_price: grundpreis
advance_payment: abschlag abschlagszahlung vorauszahlung
amount_paid: abschläge_gezahlt gezahlt gezahlter_betrag bereits_gezahlt vorauszahlungen
balance_due: nachzahlung restzahlung restschuld noch_offen
opening_stock: anfangsbestand
closing_stock: endbestand
received: zugang zugänge wareneingang
issued: abgang abgänge warenausgang
opening_balance: anfangssaldo eröffnungssaldo saldo_alt
closing_balance: endsaldo schlusssaldo saldo_neu
deposits: einzahlungen gutschriften
withdrawals: auszahlungen abhebungen lastschriften
credit_limit: kreditlimit kreditrahmen
available_credit: verfügbarer_rahmen
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
