"""French words of names of offices: care, sales, rent, schools, staff."""

from __future__ import annotations

WORDS = """
iban: compte_bancaire numéro_compte_bancaire
last_name: nom_usage nom_d_usage nom_marital
birth_name: nom_naissance nom_de_naissance
home_phone: tel_domicile téléphone_domicile téléphone_fixe
bmi: imc
death_date: date_décès date_de_décès
start_datetime: date_heure_début début_prévu
end_datetime: date_heure_fin fin_prévue
duration_minutes: durée_min durée_en_minutes durée_mn
booked_at: date_prise_rdv date_réservation réservé_le
cancelled_at: annulé_le annulée_le date_annulation
cancellation_reason: raison_annulation motif_annulation
report: compte_rendu rapport
consultation_fee: honoraires tarif_consultation
insurance_share: part_mutuelle
social_security_share: part_sécu part_sécurité_sociale
remaining_amount: reste_à_charge reste_à_payer solde_dû reste_dû
attended: honoré honorée présent présente
no_show: non_honoré non_honorée absent absente
planned: planifié planifiée prévu prévue programmé programmée
prescription: ordonnance
treatment_duration_days: durée_traitement_jours durée_traitement
prescribed_date: date_prescription prescrit_le
expiry_date: date_expiration
renewable: renouvelable
renewal_count: nb_renouvellements nombre_renouvellements
emergency_contact: personne_à_prévenir contact_urgence personne_de_confiance
emergency_phone: téléphone_urgence tel_urgence
ward: service_hospitalier
bed_number: numéro_lit lit
room_number: numéro_chambre
discharged: sorti sortie_patient
hospitalized: hospitalisé hospitalisée
due_date: à_rendre_le
account_number: numéro_de_compte
shipping_date: date_expédition date_envoi expédié_le
delivered_at: livré_le date_livraison_réelle
estimated_delivery: date_livraison_prévue livraison_prévue
carrier: transporteur
tracking_number: numéro_de_suivi code_suivi
package_count: nb_colis nombre_colis
parcel: colis
sender_name: nom_expéditeur
recipient_name: nom_destinataire
recipient_address: adresse_destinataire
delivery_address: adresse_livraison adresse_de_livraison
billing_address: adresse_facturation adresse_de_facturation
return_reason: motif_retour raison_retour
refund_amount: montant_remboursé montant_remboursement
refund_date: date_remboursement remboursé_le
paid_at: payé_le réglé_le
payment_date: date_paiement date_règlement
order_date: date_de_commande
discount_percent: taux_remise remise_pct pourcentage_remise
discount_amount: montant_remise
subtotal: total_articles sous_total_ht
shipping_cost: frais_expédition frais_d_envoi
amount_due: montant_dû
paid_amount: montant_payé montant_versé montant_réglé
deposit: acompte_versé
quantity_ordered: quantité_commandée
quantity_delivered: quantité_livrée
line_number: numéro_ligne
product_code: code_article code_produit référence_produit réf_produit
product_category: famille_produit famille_article
salesperson: commercial
contract_start: date_début_contrat
contract_end: date_fin_contrat
pickup_date: date_retrait date_prise_en_charge date_départ_location
return_date: date_restitution date_retour_prévue
actual_return_date: date_retour_réelle date_retour_effective
price_per_day: prix_jour prix_par_jour tarif_journalier tarif_jour
rental_days: nb_jours nombre_jours nombre_de_jours durée_location_jours
start_mileage: km_départ kilométrage_départ
end_mileage: km_retour kilométrage_retour
license_number: numéro_permis num_permis permis_conduire
vehicle_model: modèle_véhicule
agency: agence_location
damage: dommages dégâts
employee_number: numéro_employé num_employé numéro_salarié
hire_date: date_d_embauche date_entrée_société date_recrutement
termination_date: date_départ_société date_sortie_société date_fin_de_contrat
termination_reason: motif_départ motif_sortie
contract_type: type_contrat type_de_contrat
working_hours: heures_hebdo durée_hebdomadaire
overtime_hours: heures_supplémentaires heures_sup
gross_salary: brut_mensuel
income_tax: impôt_revenu prélèvement_source
social_contributions: cotisations_sociales cotisations charges_sociales
total_deductions: total_retenues total_déductions retenues
net_salary: net_à_payer_salaire salaire_net_à_payer
pay_date: date_versement date_virement
manager: supérieur supérieur_hiérarchique
leave_type: type_congé type_absence
requested_at: demandé_le
approved_by: approuvé_par
approved_date: date_approbation date_d_approbation approuvé_le
rejected_date: date_refus
rejection_reason: motif_de_refus
student_number: numéro_élève matricule_élève
school_year: année_d_étude
class_name: nom_classe
teacher_name: nom_professeur nom_enseignant
absence_count: nb_absences nombre_absences
enrollment_date: date_inscription date_d_inscription
tuition_fee: frais_scolarité frais_de_scolarité
scholarship: boursier boursière bourse
scholarship_amount: montant_bourse
guardian_name: nom_responsable nom_tuteur responsable_légal
guardian_phone: tel_responsable téléphone_parent téléphone_tuteur
grade: note_obtenue
coefficient: coefficient
course_name: nom_cours nom_matière intitulé_cours
credits: crédits_ects ects
event_name: nom_événement nom_évènement
event: événement évènement
organizer: organisateur organisatrice
venue: salle_spectacle
registered_count: nb_inscrits
participant_count: nb_participants nombre_participants
max_participants: nb_max_participants capacité_max capacité_maximale
capacity: capacité jauge
entry_fee: droit_entrée tarif_entrée
ticket_price: prix_place_unitaire
reported_date: date_signalement
incident_date: date_incident
assigned_to: affecté_à assigné_à attribué_à
resolved_at: résolu_le date_résolution
resolved: résolu résolue
closed_at: clôturé_le date_de_clôture fermé_le
opened_at: ouvert_le date_d_ouverture
updated_at: mis_à_jour_le modifié_le date_mise_à_jour date_maj dernière_modification
created_at: créé_le créée_le
last_login: dernière_connexion
last: dernier dernière
next: prochain prochaine
first: premier première
second: deuxième seconde
third: troisième
actual: réel réelle effectif effective
estimated: estimé estimée
expected: attendu attendue
total: globale
average: moyen moyenne
monthly: mensuel mensuelle
annual: annuel annuelle
remaining: restant restante
bank_name: nom_banque
iban: iban
tax_rate: taux_taxe
interest_rate: taux_intérêt taux_d_intérêt
loan_amount: montant_prêt montant_emprunté capital_emprunté
purchase_price: prix_acquisition
selling_price: prix_de_vente
list_price: prix_catalogue
energy_class: classe_énergétique
living_area: surface_habitable
monthly_rent: loyer_mensuel
year_built: année_construction année_de_construction
lease_start: date_début_bail date_entrée_lieux
lease_end: date_fin_bail
notice_period_months: préavis_mois préavis
previous_reading: ancien_index index_précédent
current_reading: nouvel_index index_actuel
in_progress: en_traitement en_préparation
pending: en_instance en_suspens
suspended: suspendu suspendue
on_hold: mis_en_attente
failed: échoué échouée échec
partially_paid: partiellement_payé partiellement_payée
late: retardé retardée
rented: loué louée
sold: vendu vendue
available: disponible libre
out_of_service: hors_service
picked_up: récupéré récupérée retiré
packed: préparé préparée emballé
in_transit: en_transit en_route acheminement
admitted: admis admise
passed: reçu_examen
settled: indemnisé indemnisée soldé soldée
hired: recruté recrutée embauché
returned: retournée restitué restituée
terminated: résilié résiliée
"""
"""English targets, each with its French words; see :func:`dictionary.parse_words`."""
