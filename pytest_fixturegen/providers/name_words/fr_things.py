"""French words of names of studies, work, travel, farming and sport."""

from __future__ import annotations

WORDS = """
director: réalisateur réalisatrice
total_seats: places_totales nombre_places
tickets_sold: places_vendues billets_vendus
available_seats: places_restantes places_disponibles
ticket_price: prix_billet prix_place
gross_revenue: recette recettes
average_rating: note_moyenne
screening: séance
loss_location: lieu_sinistre
location: lieu
claimed_amount: montant_réclamé
approved_amount: montant_indemnisé montant_accordé
date_of_loss: date_survenance date_sinistre
reported_date: date_déclaration
mobile_phone: téléphone_portable
marital_status: situation_familiale
joined_date: date_adhésion
cancellation_date: date_résiliation
cancelled: annulé annulée
mechanic: mécanicien garagiste
license_plate: immatriculation plaque_immatriculation
mileage: kilométrage
first_registration: date_mise_circulation
fuel_type: carburant énergie
owner: propriétaire
owner_email: courriel_propriétaire
tenant: locataire
lease_start: début_bail
lease_end: fin_bail
rent: loyer
deposit: dépôt_garantie caution
pharmacist: pharmacien
prescriber: prescripteur médecin_prescripteur
dosage: posologie
case_number: numéro_dossier
court: tribunal
judge: juge
hearing_date: date_audience
plaintiff: demandeur
defendant: défendeur
departure_station: gare_départ
arrival_station: gare_arrivée
platform_number: voie quai
train_number: numéro_train
trainer: entraîneur moniteur
child_name: nom_enfant
guardian: tuteur responsable_légal
curator: commissaire conservateur
exhibition: exposition
visitor_count: nombre_visiteurs
registered_voters: inscrits_électeurs
votes_cast: suffrages votants
turnout: taux_participation participation
waste_type: type_déchet
tonnage: tonnage
skipper: patron capitaine
catch_kg: prises_kg
foreman: contremaître
driver: conducteur chauffeur
beneficiary: bénéficiaire
premium: prime cotisation
policy_number: numéro_police numéro_contrat
systolic_bp: tension_systolique systolique
diastolic_bp: tension_diastolique diastolique
heart_rate: fréquence_cardiaque pouls
students_enrolled: nombre_inscrits inscrits
max_students: places_max
credits: crédits
semester: semestre
start_time: heure_début
end_time: heure_fin
departure_time: heure_départ
arrival_time: heure_arrivée
planned_end_date: date_fin_prévue date_prévue_fin
actual_end_date: date_fin_réelle
expected_date: date_prévue
site_name: nom_chantier
site: chantier
site_manager: chef_chantier
progress_percent: avancement_pct pourcentage_avancement
progress: avancement
total_cost: coût_total
labor_cost: coût_main_oeuvre main_oeuvre
material_cost: coût_matériaux coût_matières
labor_hours: heures_travaillées
worker_count: nombre_ouvriers
duration_days: durée_jours
duration_minutes: durée_minutes
duration_months: durée_mois
vacation_days: jours_congés congés
request_date: date_demande
approved_at: date_validation
warehouse: entrepôt
margin: marge
expiry_date: date_péremption
batch_number: lot
guests: voyageurs
nights: nuits
origin: origine
seat: siège
passenger_name: passager
gate: porte
delay_minutes: retard_minutes
wind_speed: vent vitesse_vent
precipitation_mm: pluie précipitations
crop: culture
yield: rendement
harvest: récolte
plot: parcelle
interest: intérêt intérêts
monthly_payment: mensualité
loan: prêt
tip: pourboire
copies: exemplaires
fine_amount: amende
matches_played: matchs matchs_joués
wins: victoires
draws: nuls
losses: défaites
stadium: stade
member_number: numéro_adhérent
member: adhérent
monthly_fee: cotisation_mensuelle
annual_fee: cotisation_annuelle
membership_fee: cotisation
termination_reason: motif_résiliation
rejection_reason: motif_refus
technician: technicien
repair_date: date_réparation
fault_description: description_panne
area_m2: surface_m2
opening_balance: solde_initial solde_precedent solde_précédent ancien_solde
closing_balance: solde_final nouveau_solde
rejection: rejet
acceptance: acceptation
cancellation: annulation
previous_reading: ancien_index index_precedent index_précédent releve_precedent
current_reading: nouvel_index index_actuel
consumption: consommation
deposits: versements
withdrawals: retraits
"""
"""English targets, each with its words; see :func:`dictionary.parse_words`."""
