"""Italian words of names, by what they mean in English."""

from __future__ import annotations

WORDS = """
=nome: cognome > first_name | name
last_name: cognome
full_name: nome_completo nome_cognome
name: nome denominazione
title: titolo
username: utente nome_utente
birth: nascita
birth_place: luogo_nascita
age: età
gender: sesso genere
marital_status: stato_civile
nationality: nazionalità cittadinanza
language: lingua
email: posta_elettronica
phone: telefono
mobile: cellulare
address: indirizzo
street: via
house_number: numero_civico civico
postal_code: cap codice_postale
city: città comune
state: provincia
region: regione
country: paese nazione
number: numero
code: codice
tax_code: codice_fiscale
vat_number: partita_iva
date: data
time: ora orario
day: giorno
days: giorni
week: settimana
month: mese
year: anno
hours: ore
start: inizio
end: fine
due: scadenza
duration: durata
period: periodo
created: creazione creato creata
updated: aggiornamento aggiornato modifica modificato
deleted: eliminato eliminata
paid: pagato pagata
sent: inviato spedito
delivered: consegnato
cancelled: annullato annullata
approved: approvato
rejected: rifiutato respinto
confirmed: confermato
completed: completato
in_progress: in_corso
pending: in_attesa
new: nuovo nuova
open: aperto
closed: chiuso
active: attivo attiva
inactive: inattivo
draft: bozza
customer: cliente
employee: dipendente impiegato
patient: paziente
student: studente
teacher: insegnante docente
doctor: medico
owner: proprietario
seller: venditore
author: autore
supplier: fornitore
company: azienda ditta società
company_name: ragione_sociale
department: reparto
job_title: professione mansione
product: prodotto
article: articolo
order: ordine
line: riga
lines: righe
invoice: fattura
booking: prenotazione
payment: pagamento
payment_method: metodo_pagamento modalità_pagamento
delivery: consegna
price: prezzo
unit_price: prezzo_unitario
cost: costo
amount: importo
total: totale importo_totale
subtotal: imponibile
net_amount: netto importo_netto
gross_amount: lordo importo_lordo
vat: iva
vat_rate: aliquota aliquota_iva
tax: imposta
discount: sconto
shipping_cost: spese_spedizione
salary: stipendio
balance: saldo
currency: valuta
quantity: quantità
unit: unità
stock: giacenza
weight: peso
height: altezza
length: lunghezza
width: larghezza
size: taglia dimensione
color: colore
percent: percentuale
rating: valutazione
grade: voto
value: valore
reference: riferimento
status: stato
type: tipo
category: categoria
group: gruppo
description: descrizione
comment: commento
notes: note annotazioni
message: messaggio
reason: motivo causale
image: immagine
website: sito_web sito
room: camera stanza
floor: piano
account: conto
bank: banca
license_plate: targa
vehicle: veicolo
make: marca
model: modello
hire_date: data_assunzione
contract: contratto
hospital: ospedale
diagnosis: diagnosi
admission: ricovero
discharge: dimissione
departure: partenza
arrival: arrivo
"""
"""English targets, each with its Italian words; see :func:`dictionary.parse_words`."""
