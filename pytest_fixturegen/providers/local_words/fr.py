"""Values in French, by the name of the field."""

from __future__ import annotations

WORDS = """
room room_number: 12|104*2|107|112*2|118|201|207*2|215|224|301*2|308|316|402|411
weekday day_of_week: lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
month_name: janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre
unit unit_of_measure uom quantity_unit: pièce*8|kg*2|g|l|m|m²|heure*2|lot|paire
payment_method payment_type payment_mode: carte bancaire*5|virement*4|chèque*2|prélèvement*2
  |PayPal|espèces
payment_terms: 30 jours net*4|30 jours fin de mois*3|45 jours fin de mois|à réception de facture*2
  |comptant
delivery_method shipping_method: livraison à domicile*4|point relais*4|retrait en magasin*2
  |express
genre: policier*3|roman*3|fantastique|biographie|jeunesse|poésie|science-fiction|essai
role user_role: administrateur|utilisateur*4|rédacteur|gestionnaire*2|invité
priority: basse*2|normale*5|haute*2|urgente
severity urgency importance: faible*3|moyenne*4|élevée*2|critique
condition: neuf*2|très bon état*2|bon état*3|occasion*2|à rénover
employment_type contract_type job_type: CDI*5|CDD*3|intérim|alternance|stage|temps partiel
education education_level degree: CAP|baccalauréat*3|BTS*2|licence*3|master*3|doctorat
relationship: conjoint|conjointe|père|mère|frère|sœur|enfant|ami
cancel_reason cancellation_reason: demande du client*3|délai trop long*2|double commande
  |erreur de commande*2
return_reason refund_reason: mauvaise taille*4|article endommagé*2|ne convient pas*3
  |erreur d’article
termination_reason: démission*4|retraite|fin de contrat*3|licenciement économique
reason cause: demande du client|informations erronées|doublon|changement de date|plus nécessaire
ward: cardiologie*2|médecine générale*2|chirurgie*2|pédiatrie|neurologie|urgences*2
diagnosis: hypertension artérielle*3|diabète de type 2*2|asthme*2|pneumonie|migraine|lombalgie*2
medication drug medicine prescription: paracétamol*4|ibuprofène*2|amoxicilline*2|metformine
  |oméprazole
allergies allergy allergen: aucune connue*4|pollen*2|acariens|arachides|pénicilline|lactose
dosage dose: 1 comprimé par jour*3|1 comprimé matin et soir*2|si besoin|3 fois par jour
treatment therapy procedure: kinésithérapie*2|perfusion|intervention|consultation*3|pansement
specialty medical_specialty: médecine générale*3|cardiologie|dermatologie|pédiatrie|ophtalmologie
vehicle_type: voiture*5|camion|moto|utilitaire*2|remorque
fuel_type fuel: essence*3|diesel*3|électrique*2|hybride*2|GPL
transmission gearbox: manuelle*3|automatique*2
bank bank_name: Banque Exemple|Crédit de Démonstration|Caisse Régionale du Test
insurance insurance_type: habitation*3|auto*3|santé*2|responsabilité civile
property_type dwelling_type housing_type: appartement*4|maison*3|studio*2|duplex
room_type: chambre simple*2|chambre double*4|chambre familiale|suite
subject school_subject: mathématiques|français|anglais|physique|chimie|histoire|géographie|musique
  |sport
hobby interest: football|course à pied|cuisine|lecture|jardinage|photographie|vélo|musique
nationality citizenship: française*8|belge|suisse|italienne|portugaise
language_name: français*5|anglais*2|espagnol|arabe
event_type: conférence|réunion*3|formation*2|salon|fête
customer_type: particulier*3|professionnel*2|association
document_type: facture*3|contrat*2|devis*2|attestation|rapport
account_type: compte courant*3|livret d’épargne*3|compte professionnel
transaction_type: achat*4|retrait|dépôt*2|virement*2
plan tier subscription_plan: essentiel*3|standard*3|premium*2
legal_form: SARL*3|SAS*4|SA|EURL*2|auto-entrepreneur*2
venue: Salle des fêtes|Palais des congrès|Maison de la culture|Théâtre municipal|Centre culturel
delivery_status: préparé|expédié*3|livré*5
payment_frequency: mensuel*5|trimestriel*2|annuel*3
insurance_broker: Cabinet du Marché|Courtage du Nord|Assurances du Port
practice clinic: Cabinet du Parc|Cabinet médical du Centre|Maison de santé des Tilleuls
branch branch_name: Agence Centre|Agence Gare|Agence du Port|Agence République
school: Lycée du Parc|Collège des Tilleuls|École des Prés|Université du Littoral
program: informatique*2|gestion*2|droit|médecine|lettres modernes|génie civil
honors: passable*3|assez bien*3|bien*2|très bien
grade_level: L1*3|L2*2|L3*2|M1|M2
class_name: 6e A|5e B|4e C|3e A|2nde 4|Terminale 2
hospital hospital_name: Hôpital du Centre|Clinique des Tilleuls|Centre hospitalier du Littoral
special_requests: chambre calme*2|arrivée tardive|lit bébé|vue sur le jardin
carrier shipping_company: Chronotest*3|Transports Dupuis*2|La Poste Colis*2|Express du Nord
reason_for_visit visit_reason appointment_reason: contrôle annuel*3|douleurs dorsales*2
  |fièvre et toux*2|renouvellement d’ordonnance*2|vaccination|suivi*2|certificat médical
rejection_reason denial_reason: dossier incomplet*3|délai dépassé*2|garantie non souscrite
  |budget épuisé
blocked_reason lock_reason: factures impayées*3|mot de passe erroné|à sa demande
withdrawal_reason exit_reason: déménagement*3|changement d’établissement*2|raisons personnelles*2
medical_history: aucun connu*4|hypertension*2|asthme|diabète de type 2|appendicectomie
symptoms complaint chief_complaint: toux et fièvre*2|maux de tête*2|nausées|vertiges
exterior_color interior_color: noir*4|blanc*4|gris*4|argent*3|bleu*2|rouge|vert
leave_type absence_type: congés payés*5|RTT*3|maladie*2|congé parental
health_insurer: Mutuelle Exemple*3|Mutuelle Générale du Test*2|Harmonie Santé Modèle|MGEN
description_of_loss: Choc à l’arrière à un feu rouge.*2|Une fuite d’eau a endommagé le plafond.*2
  |Le vélo a été volé dans la cave.|La tempête a arraché des tuiles.
"""
"""Values by names of fields, see :func:`lookup.parse_word_lists`."""
