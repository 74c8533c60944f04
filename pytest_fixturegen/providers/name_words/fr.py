"""French words of names, by what they mean in English."""

from __future__ import annotations

from pytest_fixturegen.providers.name_words import fr_bureau, fr_things

WORDS = """
program: filière
grade_level: niveau
school_year: année_scolaire
honors: mention
school: établissement
student_number: numéro_étudiant num_étudiant
price_per_night: prix_par_nuit
adults: nombre_adultes nb_adultes adultes
children: nombre_enfants nb_enfants enfants
children_count: nb_enfants_a_charge
deposit: acompte arrhes
cancelled_date: date_annulation
special_requests: demandes_particulières demandes_spéciales
account_holder: titulaire titulaire_compte
overdraft_limit: découvert_autorisé
opening_date: date_ouverture
closing_date: date_clôture
branch: agence
advisor: conseiller
operation: opération
transaction_id: id_opération
transaction_date: date_opération
value_date: date_valeur
balance_after: solde_après
added_date: date_ajout
purchase_price: prix_achat prix_achat_ht
selling_price: prix_vente prix_vente_ttc
on_sale: en_promotion en_promo
effective_date: date_effet
annual_premium: prime_annuelle
coverage_limit: plafond_garantie
insurance_broker: courtier
terminated: résilié résiliée
termination_date: date_résiliation
termination_reason: motif_résiliation
appointment: rdv rendez_vous
appointment_id: id_rdv
appointment_date: date_rdv date_rendez_vous
specialty: spécialité
practice: cabinet
property_type: type_bien type_logement
elevator: ascenseur
monthly_charges: charges_mensuelles
energy_rating: dpe classe_énergie
available_from: disponible_le date_disponibilité
recipe: recette_cuisine
ingredients: ingrédients
servings: nb_portions nombre_portions portions
preparation_time_minutes: temps_préparation
difficulty: difficulté
cooking_time_minutes: temps_cuisson
home_team: équipe_domicile
away_team: équipe_extérieur
player: joueur
goals: buts
season: saison
match: match
project: projet
task: tâche
deadline: date_butoir
progress: avancement
estimated_hours: heures_estimées
priority: urgence
budget: budget
main: principal principale
waiter: serveur
table_number: numéro_table num_table
dish: plat
donation: don
donor: donateur
employee_number: matricule
remaining_leave_days: congés_restants solde_congés
contract_end_date: date_fin_contrat
bank_account: rib
tracking_number: numéro_suivi num_suivi
delivery_method: mode_livraison
customer_name: nom_client
family_doctor: médecin_traitant
health_insurer: mutuelle
medical_history: antécédents
reason_for_visit: motif_consultation
consultation: consultation
blood_pressure: tension_artérielle tension
admission_date: date_entrée date_admission
discharge_date: date_sortie
fuel_type: carburant énergie
transmission: boîte_vitesse boîte_de_vitesses boite
horsepower: puissance puissance_fiscale
first_registration: date_mise_circulation mise_en_circulation
publisher: éditeur maison_édition
pages: nombre_pages nb_pages
publication_year: année_parution année_publication
published_at: date_parution date_publication
available: disponible dispo
borrowed_at: date_emprunt
return_date: date_retour
borrower: emprunteur
=genre: livre auteur titre film album chanson isbn > genre | gender
genre: genre_littéraire
body_height_cm: taille_cm
rooms: nb_chambres nombre_chambres
area_m2: surface_m2 superficie_m2
base_rent: loyer_hc
charges: charges
security_deposit: caution dépôt_garantie
tenant: locataire
landlord: bailleur
furnished: meublé
check_in: date_arrivée
check_out: date_départ
nights: nombre_nuits nb_nuits
guests: nombre_personnes nb_personnes nombre_voyageurs
price_per_night: prix_nuit tarif_nuit
breakfast_included: petit_déjeuner
created_by: créé_par
updated_by: modifié_par
validated_by: validé_par
unit_of_measure: unité_mesure
min_stock: stock_minimum stock_min seuil_alerte
barcode: code_barre code_barres
supplier_name: nom_fournisseur
warranty_months: garantie_mois
issue_date: date_émission
purchase_price: prix_achat
selling_price: prix_vente
legal_form: forme_juridique
share_capital: capital_social
contact_person: interlocuteur contact
applicant: demandeur candidat
guardian: tuteur
class_name: classe
absences: absences
subject: matière
average_grade: moyenne_générale
enrollment_date: date_inscription
registered: inscrit
result: résultat
score: note_finale
team: équipe
points: points
humidity: humidité
wind_speed: vitesse_vent
precipitation: précipitations
measured_at: date_mesure mesuré_le
device: appareil
location: emplacement
claim_number: numéro_sinistre
claim: sinistre
claim_date: date_sinistre
policy_number: numéro_contrat numéro_police
deductible: franchise
premium: prime cotisation
insured: assuré
beneficiary: bénéficiaire
vat_rate: tva_taux
first_name: prénom prénoms
last_name: nom_famille nom_de_famille patronyme
=nom: prénom prénoms > last_name | name
maiden_name: nom_jeune_fille nom_naissance
full_name: nom_complet
name: nom libellé intitulé désignation dénomination
title: titre
salutation: civilité
username: identifiant pseudo nom_utilisateur login
password: mot_de_passe mdp
birth: naissance
birth_place: lieu_naissance lieu_de_naissance ville_naissance
age: âge
gender: sexe
marital_status: situation_familiale situation_matrimoniale état_civil
nationality: nationalité
language: langue
email: courriel mél adresse_email adresse_mail
phone: téléphone tél tel numéro_téléphone num_tel tel_fixe
mobile: portable tel_portable telephone_portable tel_mobile
address: adresse
street: rue voie
house_number: numéro_rue numéro_voie num_voie
address_line_2: complément_adresse complement
postal_code: code_postal cp
city: ville commune localité
district: arrondissement quartier
region: région
department: département service
country: pays
country_code: code_pays
origin: ville_départ lieu_départ
destination: ville_arrivée lieu_arrivée
number: numéro num nombre_de
code: code
id: identifiant_unique
date: date
time: heure horaire
timestamp: horodatage
day: jour
days: jours
week: semaine
month: mois
year: année an
hours: heures
weekday: jour_semaine
start: début
end: fin
due: échéance
due_date: date_limite date_échéance échéance
duration: durée
period: période
from: depuis
at: le
created: création créé créée cree_le
updated: modification modifié modifiée mise_à_jour maj màj
deleted: supprimé supprimée suppression
paid: payé payée réglé réglée acquitté
unpaid: impayé impayée
sent: envoyé envoyée expédié expédiée envoi expédition
delivered: livré livrée
cancelled: annulé annulée
approved: approuvé approuvée
validated: validé validée validation
rejected: refusé refusée rejeté
confirmed: confirmé confirmée
completed: terminé terminée clôturé achevé
in_progress: en_cours
pending: en_attente
new: nouveau nouvelle
open: ouvert ouverte
closed: fermé fermée clos
active: actif active
inactive: inactif inactive
draft: brouillon
booked: réservé réservée
returned: retourné rendu
refunded: remboursé remboursée
archived: archivé archivée
blocked: bloqué bloquée
published: publié publiée publication parution
started: démarré commencé
signed: signé signée signature
received: reçu reçue réception
borrowed: emprunté
overdue: en_retard
expired: expiré expirée
deceased: décédé décédée
registered: inscrit inscription enregistré
registration: immatriculation_date
customer: client cliente
employee: employé salarié
user: utilisateur
member: membre adhérent
patient: patient
student: étudiant élève
teacher: professeur enseignant
doctor: médecin
owner: propriétaire titulaire
seller: vendeur
buyer: acheteur
manager: responsable gérant chef
author: auteur
driver: conducteur chauffeur
traveler: voyageur
recipient: destinataire
sender: expéditeur
supplier: fournisseur
company: entreprise société
company_name: raison_sociale nom_entreprise nom_société
employer: employeur
job_title: poste profession métier fonction emploi
role: rôle
product: produit article
product_name: nom_produit
order: commande
line: ligne
lines: lignes
invoice: facture facturation
quote: devis
booking: réservation
payment: paiement règlement
payment_method: mode_paiement mode_règlement moyen_paiement mode_de_paiement
payment_terms: conditions_règlement conditions_paiement
delivery: livraison
price: prix tarif
unit_price: prix_unitaire prix_unitaire_ht pu_ht pu
price_incl_tax: prix_ttc
net_price: prix_ht
cost: coût
amount: montant somme
net_amount: montant_ht =ht
tax_amount: montant_tva
gross_amount: montant_ttc =ttc
subtotal: sous_total total_ht
vat: tva total_tva
total: total total_ttc net_à_payer
vat_rate: taux_tva
vat_number: numéro_tva num_tva tva_intracommunautaire
tax: taxe impôt
rate: taux
discount: remise rabais réduction
shipping_cost: frais_port frais_livraison frais_de_port
fee: frais
rent: loyer
salary: salaire
gross_salary: salaire_brut
net_salary: salaire_net
hourly_rate: taux_horaire
balance: solde
currency: devise monnaie
count_of: nombre nb
quantity: quantité qté
unit: unité
stock: stock
weight: poids
height: hauteur taille_cm
size: taille
length: longueur
width: largeur
depth: profondeur
area: superficie surface
color: couleur
temperature: température
speed: vitesse
distance: distance
percent: pourcentage
rating: évaluation avis
grade: note moyenne
level: niveau
value: valeur
reference: référence réf
status: statut état
type: type
category: catégorie rubrique
group: groupe
description: description descriptif
comment: commentaire commentaires
notes: remarques observations
remark: remarque observation
message: message
reason: motif raison
image: image photo
file: fichier
website: site_web site_internet
priority: priorité
room: chambre salle pièce
rooms: nombre_pièces nb_pièces
floor: étage
building: bâtiment
apartment: appartement
account: compte
account_number: numéro_compte
bank: banque
siret: siret
siren: siren
social_security_number: numéro_sécu numéro_sécurité_sociale num_secu nir
license_plate: immatriculation plaque
vehicle: véhicule voiture
make: marque
model: modèle
mileage: kilométrage
course: cours matière
school: école établissement
hospital: hôpital clinique
diagnosis: diagnostic
treatment: traitement
admission: admission entrée
discharge: sortie
departure: départ
arrival: arrivée
medication: médicament
dosage: posologie
blood_type: groupe_sanguin
allergies: allergies
is: est
has: a_un
hire: embauche
hire_date: date_embauche
contract: contrat
insurance: assurance
file_number: numéro_dossier
children: enfants
unit_volume: volume
"""
"""English targets, each with its French words; see :func:`dictionary.parse_words`."""

WORDS += fr_things.WORDS.lstrip() + fr_bureau.WORDS.lstrip()
