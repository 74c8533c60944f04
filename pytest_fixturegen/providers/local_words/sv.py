"""Values in Swedish, by the name of the field."""

from __future__ import annotations

WORDS = """
room room_number: 12|104*2|107|112*2|118|201|207*2|215|224|301*2|308|316|402|411
weekday day_of_week: måndag|tisdag|onsdag|torsdag|fredag|lördag|söndag
month_name: januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
unit unit_of_measure uom quantity_unit: st*8|kg*2|g|l|m|m2|tim*2|paket|förp|par
payment_method payment_type payment_mode: kort*5|Swish*4|faktura*3|Klarna*2|autogiro
  |banköverföring|kontant
payment_terms: 30 dagar netto*5|10 dagar netto|14 dagar netto*2|20 dagar netto|förskott
  |vid leverans
delivery_method shipping_method: hemleverans*3|postombud*4|paketskåp*3|hämtas i butik*2
  |företagspaket
delivery_terms incoterm: fritt lager|fritt kund|fraktfritt över 500 kr
genre: deckare*3|roman*3|fantasy|biografi|barnbok|poesi|science fiction|fakta
role user_role: administratör|användare*4|redaktör|handläggare*2|gäst
priority: låg*2|normal*5|hög*2|akut
severity urgency importance: låg*3|medel*4|hög*2|kritisk
condition: ny*2|mycket gott skick*2|gott skick*3|begagnad*2|renoveringsbehov
employment_type contract_type job_type: tillsvidareanställning*5|visstid*2|provanställning*2
  |vikariat|timanställning
education education_level degree: grundskola|gymnasium*4|yrkeshögskola*2|kandidatexamen*3
  |masterexamen*2|doktorsexamen
relationship: make|maka|sambo*2|förälder*2|syskon*2|barn|vän
cancel_reason cancellation_reason: ändrade planer*3|fick bättre pris|fel vara beställd*2
  |för lång leveranstid*2
return_reason refund_reason: fel storlek*4|skadad vara*2|ångrat köp*3|fel vara levererad
termination_reason: egen uppsägning*4|pension|arbetsbrist*2|avslutad visstid*2
reason cause: ändrade planer|fel uppgifter|begärt av kunden|dubblett|inte längre aktuellt
ward: kardiologi|medicin*2|kirurgi*2|ortopedi|barn|akut*2|geriatrik
diagnosis: högt blodtryck*3|typ 2-diabetes*2|astma*2|lunginflammation|migrän|ryggvärk*2
  |handledsfraktur
medication drug medicine prescription: paracetamol*3|ibuprofen*2|metformin|omeprazol|amoxicillin
  |simvastatin
allergies allergy allergen: inga kända*4|pollen*2|nötter|penicillin|laktos|katt
dosage dose: 1 tablett dagligen*3|1 tablett morgon och kväll*2|vid behov
  |2 tabletter tre gånger dagligen
vehicle_type: personbil*5|lastbil|motorcykel|buss|släpvagn
fuel_type fuel: bensin*3|diesel*2|el*3|hybrid*2|etanol
transmission gearbox: manuell*2|automat*3
bank bank_name: Exempelbanken|Testsparbanken|Nordfjällsbanken|Mälarbanken
insurance insurance_type: hemförsäkring*3|bilförsäkring*3|olycksfall|reseförsäkring
property_type dwelling_type housing_type: lägenhet*4|villa*3|radhus*2|fritidshus
tenure: bostadsrätt*3|hyresrätt*3|äganderätt*2
room_type: enkelrum*2|dubbelrum*4|familjerum|svit
subject school_subject: matematik|svenska|engelska|biologi|fysik|kemi|historia|musik|idrott
hobby interest: fotboll|löpning|matlagning|läsning|trädgård|fotografering|skidåkning|musik
nationality citizenship: svensk*8|finsk|norsk|dansk|polsk
language_name: svenska*5|engelska*2|finska|arabiska
event_type: konferens|möte*3|kurs*2|utställning|fest
customer_type: privat*3|företag*2|förening
order_type: standard*4|express|återkommande
document_type: faktura*3|avtal*2|kvitto|intyg|rapport
account_type: lönekonto*3|sparkonto*3|företagskonto
case_type: fråga*3|klagomål*2|felanmälan*3|beställning
transaction_type: köp*4|uttag|insättning*2|överföring*2
terms: 30 dagar netto
plan tier subscription_plan: bas*3|standard*3|premium*2
venue: Stadshuset|Kulturhuset|Konserthuset|Folkets Hus|Medborgarhuset
delivery_status: förpackad|skickad*3|levererad*5
payment_frequency: månadsvis*5|kvartalsvis*2|årsvis*2
clinic: Centrumkliniken|Vårdcentralen Björken|Vårdcentralen Eken|Strandens läkarmottagning
association: Skogens IF|Norra båtklubben|Byalaget Eken|Sjöstadens odlare
action: åtgärdat på plats*2|byte av del*2|hänvisat till leverantör|ingen åtgärd
equipment: wifi*3|tv*3|balkong|minibar|skrivbord|kaffebryggare
class_name: 7A|7B|8A|8B|9A|9B
school: Björkskolan|Sjöängsskolan|Norra gymnasiet|Parkskolan
branch branch_name: Centrum|Norra kontoret|Hamngatan|Stortorget
carrier shipping_company: PostNord*3|Nordfrakt*2|Exempelbud|Stadsbudet
reason_for_visit visit_reason appointment_reason: kontroll*3|ryggsmärta*2|feber och hosta*2
  |vaccination|uppföljning*2|huvudvärk
rejection_reason denial_reason: ofullständiga uppgifter*3|för sent inkommen*2|omfattas inte
  |bemanningsskäl
blocked_reason lock_reason: obetalda fakturor*3|felaktigt lösenord|egen begäran
withdrawal_reason exit_reason: flytt*3|byte av skola*2|egen begäran*2|hälsoskäl
medical_history: inget känt*4|högt blodtryck*2|astma|diabetes typ 2|blindtarmsoperation
symptoms complaint chief_complaint: hosta och feber*2|huvudvärk*2|illamående|yrsel
exterior_color interior_color: svart*4|vit*4|grå*4|silver*3|blå*2|röd|grön
leave_type absence_type: semester*5|sjukdom*2|vård av barn*2|föräldraledighet
description_of_loss: Bilen backade in i en stolpe på parkeringen.*2
  |Ett rör sprack och vatten rann ut i köket.|Cykeln stals från källaren.
  |Stormen lyfte flera takpannor.
"""
"""Values by names of fields, see :func:`lookup.parse_word_lists`."""
