"""Values in German, by the name of the field."""

from __future__ import annotations

WORDS = """
room room_number: 12|104*2|107|112*2|118|201|207*2|215|224|301*2|308|316|402|411
weekday day_of_week: Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonntag
month_name: Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
unit unit_of_measure uom quantity_unit: Stück*8|kg*2|g|l|m|m²|Std.*2|Packung|Paar
payment_method payment_type payment_mode: Rechnung*4|Kreditkarte*3|PayPal*3|Lastschrift*3
  |Überweisung*2|Vorkasse|bar
payment_terms: 30 Tage netto*4|14 Tage netto*4|14 Tage 2 % Skonto*2|sofort fällig|Vorkasse
delivery_method shipping_method: Standardversand*5|Expressversand*2|Abholung*2|Spedition
genre: Krimi*3|Roman*3|Fantasy|Biografie|Kinderbuch|Lyrik|Science-Fiction|Sachbuch
role user_role: Administrator|Benutzer*4|Redakteur|Sachbearbeiter*2|Gast
priority: niedrig*2|normal*5|hoch*2|dringend
severity urgency importance: gering*3|mittel*4|hoch*2|kritisch
condition: neu*2|neuwertig*2|gut*3|gebraucht*2|stark gebraucht
employment_type contract_type job_type: Vollzeit*5|Teilzeit*3|befristet*2|Minijob|Ausbildung
education education_level degree: Hauptschule|Realschule*2|Abitur*3|Ausbildung*3|Bachelor*2
  |Master*2|Promotion
relationship: Ehemann|Ehefrau|Lebensgefährte|Mutter|Vater|Schwester|Bruder|Kind
cancel_reason cancellation_reason: Kundenwunsch*3|Terminkonflikt*2|doppelt bestellt
  |zu lange Lieferzeit*2
return_reason refund_reason: falsche Größe*4|beschädigt*2|gefällt nicht*3|falscher Artikel
termination_reason: Eigenkündigung*4|Ruhestand|betriebsbedingt*2|Befristung abgelaufen*2
reason cause: Kundenwunsch|falsche Angaben|Dublette|Terminkonflikt|nicht mehr benötigt
ward: Kardiologie*2|Innere Medizin*3|Chirurgie*2|Orthopädie|Neurologie|Pädiatrie|Onkologie
diagnosis: Bluthochdruck*3|Typ-2-Diabetes*2|Asthma bronchiale*2|Lungenentzündung|Migräne
  |Rückenschmerzen*2|Radiusfraktur
medication drug medicine prescription: Ibuprofen*2|Paracetamol*2|Metformin|Ramipril|Pantoprazol
  |Amoxicillin
allergies allergy allergen: keine bekannt*4|Pollen*2|Hausstaub|Nüsse|Penicillin|Laktose
dosage dose: 1-0-0*3|1-0-1*3|1-1-1|bei Bedarf
treatment therapy procedure: Physiotherapie*2|Infusion|Operation|Beratung*2|Verbandswechsel
  |Blutabnahme
health_insurer: AOK Bayern*2|AOK Nordost*2|Techniker Krankenkasse*4|Barmer*3|DAK-Gesundheit*2
  |IKK classic|BKK firmus|KKH|Knappschaft
specialty medical_specialty: Allgemeinmedizin*3|Innere Medizin*2|Kardiologie|Orthopädie|Neurologie
vehicle_type: Pkw*5|Lkw|Motorrad|Transporter|Anhänger
fuel_type fuel: Benzin*3|Diesel*3|Elektro*2|Hybrid*2|Autogas
transmission gearbox: Schaltgetriebe*3|Automatik*3
bank bank_name: Musterbank|Beispielsparkasse|Volksbank Musterstadt|Testkreditbank
insurance insurance_type: Haftpflicht*3|Hausrat*2|Kfz*3|Rechtsschutz
property_type dwelling_type housing_type: Wohnung*4|Einfamilienhaus*3|Reihenhaus*2
  |Doppelhaushälfte
room_type: Einzelzimmer*3|Doppelzimmer*4|Familienzimmer|Suite
subject school_subject: Mathematik|Deutsch|Englisch|Biologie|Physik|Chemie|Geschichte|Musik|Sport
hobby interest: Fußball|Laufen|Kochen|Lesen|Gärtnern|Fotografieren|Radfahren|Musik
nationality citizenship: deutsch*8|österreichisch|türkisch|polnisch|italienisch
language_name: Deutsch*5|Englisch*2|Türkisch|Polnisch
religion: römisch-katholisch*3|evangelisch*3|ohne*4|muslimisch
event_type: Konferenz|Besprechung*3|Schulung*2|Messe|Feier
customer_type: Privatkunde*3|Geschäftskunde*2|Verein
document_type: Rechnung*3|Vertrag*2|Quittung|Bescheinigung|Bericht
account_type: Girokonto*3|Sparkonto*3|Geschäftskonto
transaction_type: Kauf*4|Abhebung|Einzahlung*2|Überweisung*2
plan tier subscription_plan: Basis*3|Standard*3|Premium*2
salary_grade pay_grade: E5|E6|E8|E9b|E11|E13
tax_class: I*4|II|III*2|IV*3|V
venue: Stadthalle|Rathaus|Kulturzentrum|Messehalle|Bürgerhaus
delivery_status: verpackt|versandt*3|zugestellt*5
payment_frequency: monatlich*5|vierteljährlich*2|jährlich*3
insurance_broker: Versicherungsbüro am Markt|Maklerhaus Nord|Finanzkontor Weber & Partner
measuring_point: Messstelle Nord|Messstelle Ufer|Station Marktplatz|Pegel Brücke
class_name: 5a|6b|7c|8a|9b|10a
school: Grundschule am Park|Gymnasium am Stadtwald|Realschule Nord|Gesamtschule Mitte
branch branch_name: Filiale Mitte|Filiale Nord|Filiale Bahnhof|Hauptstelle
hospital hospital_name: Klinikum am Stadtpark|Krankenhaus Nord|Universitätsklinik Musterstadt
clinic: Praxis am Markt|Gemeinschaftspraxis Nord|Gesundheitszentrum Mitte
program degree_program: Informatik*2|Betriebswirtschaft*2|Maschinenbau|Medizin|Germanistik
special_requests: ruhiges Zimmer*2|späte Anreise|Kinderbett|Zimmer mit Balkon
carrier shipping_company: DHL Paket*4|Musterspedition|Nordpost Kurier|Beispiel Logistik*2
reason_for_visit visit_reason appointment_reason: Kontrolle*3|Rückenschmerzen*2|Fieber und Husten*2
  |Impfung|Befundbesprechung|Kopfschmerzen
rejection_reason denial_reason: Unterlagen unvollständig*3|Frist überschritten*2|nicht versichert
  |Budget erschöpft|Personalmangel im Zeitraum
blocked_reason lock_reason: offene Rechnungen*3|falsches Passwort|auf eigenen Wunsch
withdrawal_reason exit_reason: Umzug*3|Schulwechsel*2|eigener Wunsch*2|gesundheitliche Gründe
medical_history: keine bekannt*4|Bluthochdruck*2|Asthma|Diabetes Typ 2|Blinddarmoperation
symptoms complaint chief_complaint: Husten und Fieber*2|Kopfschmerzen*2|Übelkeit|Schwindel
exterior_color interior_color: Schwarz*4|Weiß*4|Grau*4|Silber*3|Blau*2|Rot|Grün
academic_title: Dr.*4|Prof. Dr.|M.Sc.*2|B.Sc.|Dipl.-Ing.
leave_type absence_type: Erholungsurlaub*5|Sonderurlaub|Krankheit*2|Elternzeit
description_of_loss: Beim Ausparken wurde ein anderes Fahrzeug gestreift.*2
  |Ein Rohrbruch hat die Küche unter Wasser gesetzt.|Der Sturm hat mehrere Dachziegel gelöst.
  |Das Fahrrad wurde aus dem Keller gestohlen.
"""
"""Values by names of fields, see :func:`lookup.parse_word_lists`."""
