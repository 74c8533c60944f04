"""German words of names of offices: staff, claims, vehicles, care, and nouns of compounds."""

from __future__ import annotations

WORDS = """
krankenversicherung: lohnsteuer bruttolohn nettolohn abzüge steuer > health_insurance |
    health_insurer
pension: rentenversicherung rentenbeitrag
iban: bankkonto
academic_title: akademischer_titel titel_vorangestellt
termination_reason: austrittsgrund kündigungsgrund entlassungsgrund trennungsgrund
house_number: hausnummer
street_address: strasse_hausnr straße_hausnr strasse_nr straße_nr straße_hausnummer
    strasse_und_hausnummer straße_und_hausnummer strasse_hausnummer
work_email: dienstliche_email geschäftliche_email dienst_mail dienstliche_mailadresse
personal_email: private_email privatemail
is_disabled_person: schwerbehindert schwerbehinderung
request: antrag anfrage
request_number: antragsnummer antragsnr anfragenummer
leave_type: urlaubsart abwesenheitsart
leave: urlaub
requested: beantragt angefragt
requested_at: beantragt_am angefragt_am antragsdatum
approved_date: genehmigungsdatum freigabedatum
rejected_date: ablehnungsdatum
withdrawn: zurückgezogen
payroll_month: abrechnungsmonat lohnmonat
pay_slip: gehaltsabrechnung lohnabrechnung entgeltabrechnung
health_insurance_amount: beitrag_krankenversicherung
other_deductions: arbeitslosenversicherung
care_insurance: pflegeversicherung
social_security: sozialversicherung
church_tax: kirchensteuer
total_deductions: abzüge_gesamt gesamtabzüge summe_abzüge abzüge
pay_date: auszahlungsdatum auszahlungstag zahltag
payout_amount: auszahlungsbetrag
overtime_hours: überstunden mehrarbeitsstunden
bonus: prämie_bonus bonus
term_years: laufzeit_jahre
term_months: laufzeit_monate laufzeit
monthly_premium: monatsbeitrag monatsprämie
annual_premium: jahresbeitrag jahresprämie
contract_status: vertragsstatus vertragszustand
insurance_agent: vermittler versicherungsvertreter versicherungsmakler
dormant: ruhend
claim: schadensfall schadenfall schadensmeldung schadenmeldung
claim_number: schadennummer schadensnummer schadennr
date_of_loss: schadendatum schadenstag schadentag
reported_date: meldedatum meldungsdatum schadenmeldedatum anzeigedatum
loss_location: schadensort schadenort unfallort
description_of_loss: schadenhergang schadensbeschreibung schadenbeschreibung unfallhergang hergang
estimated_amount: geschätzte_schadenhöhe geschätzte_schadenshöhe schätzbetrag
claim_amount: schadenhöhe schadenshöhe schadensumme schadenssumme forderung
paid_amount: regulierungsbetrag erstattungsbetrag gezahlter_betrag bezahlter_betrag
settled: reguliert beglichen
settled_at: reguliert_am regulierungsdatum
appraiser: gutachter sachverständiger
case_status: bearbeitungsstand bearbeitungsstatus
inquiry_count: rückfragen
manufacturer: hersteller
model: modellbezeichnung modellname
exterior_color: außenfarbe lackfarbe
color: lackierung
previous_owners: anzahl_vorbesitzer vorbesitzer anzahl_halter
accident_free: unfallfrei
fuel_consumption: verbrauch_l_100km
purchase_price: kaufpreis anschaffungspreis anschaffungskosten
sold_date: verkaufsdatum verkauft_am verkaufstag
listed_at: eingestellt_am inseriert_am
vin: fahrgestellnr fahrgestellnummer fin fahrzeugidentnummer
location: standort
city: gemeinde
vehicle: wagen auto pkw kfz kraftfahrzeug
used_vehicle: gebrauchtwagen
operating_hours: betriebsstunden
application: bewerbung
application_date: bewerbungsdatum
interview_date: vorstellungsgespräch
salary_expectation: gehaltsvorstellung gehaltswunsch
desired_start_date: wunschtermin eintrittstermin
return: rückgabe retoure rücksendung
refund: rückerstattung erstattung
refund_amount: erstattungssumme rückerstattungsbetrag
return_reason: rückgabegrund retourengrund rücksendegrund
change: änderung
release: freigabe
approval: genehmigung
rejection: ablehnung absage
cancellation: stornierung storno
booking: buchung
shipping: versand
shipment: sendung lieferschein
carrier: versanddienstleister spediteur spedition transporteur
shipping_method: versandart lieferart
tracking_number: sendungsverfolgungsnummer trackingnummer sendungsverfolgung
recipient_name: empfängername name_empfänger
sender_name: absendername
package: paket
estimated_delivery: voraussichtliche_lieferung voraussichtliches_lieferdatum lieferprognose
delivery_status: zustellstatus
delivery_attempts: zustellversuche
delivered_at: zugestellt_am geliefert_am ausgeliefert_am zustelldatum
shipped_at: versendet_am verschickt_am
signed_by: unterschrieben_von quittiert_von angenommen_von
event: ereignis veranstaltung vorfall
event_name: veranstaltungsname veranstaltungstitel
organizer: veranstalter ausrichter
venue: veranstaltungsort austragungsort
ticket_price: eintrittspreis ticketpreis kartenpreis
admission_time: einlass einlasszeit
tickets_sold: verkaufte_karten verkaufte_tickets
max_participants: max_teilnehmer teilnehmer_max maximale_teilnehmerzahl höchstteilnehmerzahl
participant_count: anzahl_teilnehmer teilnehmeranzahl
speaker: referent referentin redner
waiting_list: warteliste
lesson: unterricht stunde_unterricht
birth_name: mädchenname
next_of_kin: angehöriger angehörige
emergency_contact: notfallkontakt notfall_kontakt
emergency_phone: notfallnummer notfalltelefon
specialty: fachgebiet fachrichtung
previous_illness: vorerkrankung vorerkrankungen
care_level: pflegegrad pflegestufe
treatment_end: behandlungsende
treatment_start: behandlungsbeginn
insured_person: versicherte_person versicherter
appointment_reason: besuchsgrund terminanlass konsultationsgrund
duration_days: dauer_tage
duration_minutes: dauer_minuten dauer_min
duration_hours: dauer_stunden
pickup_date: mietbeginn_fahrzeug abholtermin
return_date: rückgabetermin
price_per_day: tagespreis preis_pro_tag tagesmiete
start_mileage: kilometerstand_beginn km_start kilometerstand_start
end_mileage: kilometerstand_ende km_ende
driven_km: gefahrene_km gefahrene_kilometer
tenant: mieter mieterin
customer: kundin auftraggeber_kunde
employee: mitarbeiterin angestellte
teacher: lehrerin lehrkraft
student: schülerin studentin student
doctor: ärztin
pupil: schüler
supervisor: aufseher betreuer
member_since: mitglied_seit
membership_fee: mitgliedsbeitrag jahresgebühr
recorded_by: erfasst_von aufgenommen_von
responsible_person: zuständig zuständige_person verantwortlicher verantwortliche
assigned_to: zugewiesen_an
resolved_at: gelöst_am behoben_am erledigt_am
closed_at: abgeschlossen_am geschlossen_am
opened_at: eröffnet_am
started_at: begonnen_am gestartet_am
updated_at: aktualisiert_am geändert_am zuletzt_geändert letzte_änderung
created_at: erstellt_am angelegt_am erfasst_am
last_login: letzte_anmeldung letzter_login
last: letzte letzter letztes
next: nächste nächster nächstes
first: erste erster erstes
planned: geplant geplante geplantes vorgesehen
actual: tatsächlich tatsächliche tatsächliches
expected: erwartet erwartete voraussichtlich voraussichtliche voraussichtliches
estimated: geschätzt geschätzte geschätzter
average: durchschnitt durchschnittliche durchschnittlich
monthly: monatlich monatliche
annual: jährlich jährliche
remaining: verbleibend verbleibende rest
number_of: anzahl_der
credit_limit: kreditrahmen
quantity: liefermenge bestellmenge
line_number: positionsnr posnr pos_nr
article_number: artikelnummer artikelnr art_nr
item_group: warengruppe artikelgruppe
minimum_stock: meldebestand sicherheitsbestand
warehouse: lager
supplier: zulieferer
tax_free: steuerfrei
payment_due_date: zahlungsfrist
amount_due: offener_betrag offener_posten
dunning_level: mahnstufe
down_payment: anzahlungsbetrag
installment: rate
installment_count: anzahl_raten ratenzahl
loan_amount: darlehensbetrag kreditbetrag
comment: hinweis
title: betreff überschrift thema
feedback: rückmeldung
experience_years: berufserfahrung_jahre
education: ausbildung schulabschluss
degree: abschluss
language_level: sprachniveau
in_stock: auf_lager lieferbar
discontinued: auslaufartikel
weight_kg: gewicht_in_kg
power_hp: leistung_ps
power_kw: leistung_in_kw
displacement_ccm: hubraum
reported: gemeldet
review: prüfung
inspection: inspektion
tested: getestet
paid_out: ausgezahlt ausbezahlt
in_progress: in_arbeit
on_hold: zurückgestellt
picked_up: abgeholt
packed: verpackt kommissioniert
in_transit: unterwegs
returned: zurückgesendet zurückgeschickt
resolved: gelöst behoben
closed: beendet
suspended: ausgesetzt
no_show: nicht_erschienen
attended: teilgenommen
passed: bestanden
failed: durchgefallen nicht_bestanden
rented: vermietet verliehen
available: verfügbar frei
reserved: reserviert vorgemerkt
hired: eingestellt
invoiced: abgerechnet fakturiert
partially_paid: teilweise_bezahlt teilbezahlt
reminded: erinnert
refused: verweigert
interrupted: unterbrochen
on_leave: beurlaubt
retired: pensioniert
discharged: entlassen
"""
"""English targets, each with its German words; see :func:`dictionary.parse_words`."""
