"""Swedish words of names of studies, work, travel, farming and sport."""

from __future__ import annotations

WORDS = """
participants: deltagare
max_participants: max_deltagare
average_score: medelbetyg snittbetyg
planned_end: planerat_slut
actual_end: faktiskt_slut
progress: framsteg
labor_hours: arbetstimmar
hourly_rate: timpris
labor_cost: arbetskostnad
material_cost: materialkostnad
total_cost: totalkostnad
vacation_days_taken: uttagna_dagar uttagna_semesterdagar
vacation_days_remaining: återstående_dagar återstående_semesterdagar
request_date: ansökningsdatum
approved_by: beviljad_av
margin: marginal
room_number: rumsnummer
guests: gäster
nights: nätter
seat: sittplats
passenger_name: resenär
delay_minutes: försening_minuter
station: mätstation
crop: gröda
hectares: hektar
harvest: skörd
commission: provision
monthly_cost: månadskostnad
term_months: löptid_månader
tip: dricks
table_number: bord
dish: rätt
pages: sidor
copies: exemplar
matches_played: matcher
wins: vinster
draws: oavgjorda
losses: förluster
premium: premie
incident_date: skadedatum
deductible: självrisk
year_built: byggår
invoice_date: fakturadatum
consumption_kwh: förbrukning_kwh
rejection_reason: orsak_avslag avslagsorsak
technician: tekniker
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
