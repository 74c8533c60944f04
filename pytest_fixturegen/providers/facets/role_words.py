"""Words for people and for firms by what they do for a record."""

from __future__ import annotations

PERSON_ROLES = frozenset(
    """
    invigilator proctor trader taxpayer filer stand_in mortgagor testator executrix
    policy_owner insured assured remitter drawer drawee grantor grantee signee co_signer
    arbiter actor sales_person salesperson_name chancellor dean rector provost adjuster adjudicator
    administrator admin adviser advisor advocate agent allocator analyst anesthesiologist
    anaesthetist annotator appellant applicant appointee appraiser approver arbitrator
    architect arranger artist assessor assignee assigner assignor assistant attendant attendee
    attorney auctioneer auditor author barber barista beneficiary bearer bidder biller boarder
    borrower boss bowler breeder brother builder buyer caller camper candidate captain
    caregiver carer caretaker cashier caster caseworker celebrant chair chairman chairperson
    champion chaperone chauffeur checker chef chemist claimant cleaner clerk climber clinician
    closer coach cochair collaborator collector columnist commander commentator commenter
    committer composer complainant character character_name concierge conductor consultant
    contestant contributor controller cook coordinator copywriter coroner counsel counsellor
    counselor courier creator creditor critic curator customer custodian dancer daughter debtor
    declarant decorator defendant delegate delegator deliverer dentist dependent depositor
    deputy designer detective developer diarist dietitian director dispatcher doctor donor
    drafter driver dyer editor elector electrician emergency_contact employee engineer
    enroller entrant escort evaluator examiner executive executor expert facilitator farmer
    father fiance firefighter fisherman founder friend gardener grader graduate grandparent
    groom guarantor guard guardian guest guide handler head headteacher heir helper herder
    hirer holder host hostess hygienist illustrator informant initiator inspector installer
    instructor intern interviewer interviewee inventor investigator invitee inviter janitor
    jockey journalist judge juror keeper landlord lawyer lead leader learner lecturer
    lender_contact librarian lifeguard lyricist magistrate maintainer makeup_artist manager
    marshal mason mate mayor mechanic mediator member mentee mentor midwife minister moderator
    mother mourner musician narrator navigator neighbor neighbour next_of_kin nominee notary
    notifier nurse observer occupant officer official operator opponent optician ordered_by
    organiser organizer orthodontist overseer owner painter panelist paralegal paramedic
    parent participant partner_contact passenger pastor pathologist patient payee performer
    permit_holder pharmacist photographer physician physiotherapist picker pilot plaintiff
    planner player plumber policyholder porter postman practitioner preparer prescriber
    presenter president principal principal_investigator producer professor prosecutor
    provider_contact psychologist pupil purchaser radiologist rapporteur reader realtor
    receiver receptionist recipient recorder recruiter referee referrer registrar renter
    reporter representative requester requestor rescuer researcher resident respondent
    responder responsible reviewer rider roommate sailor salesman salesperson salesrep sampler
    scholar scientist scorer scout screener seamstress secretary seeker seller sender sergeant
    server_staff sheriff shopper shift_lead signatory signer singer sister skipper solicitor
    songwriter speaker specialist spokesperson sponsor_contact spouse stager starter steward
    stewardess student stylist submitter subordinate subscriber substitute supervisor surgeon
    surveyor suspect tailor teacher technician teller tenant tester therapist trainee trainer
    translator traveler traveller treasurer trustee tutor typist umpire uncle understudy
    undertaker usher validator verifier veteran veterinarian vet victim violinist visitor
    volunteer voter waiter waitress warden watchman welder winner winner_name runner_up
    champion discoverer incumbent_name ceo cfo cto coo chairwoman union_rep rep witness wife
    husband worker writer csm account_manager account_executive team_lead project_manager
    product_owner scrum_master sales_rep sales_representative point_of_contact primary_contact
    contact_person key_contact poc customer conservator restorer foreman forewoman foreperson
    superintendent backer pledger geologist metallurgist blaster driller miner zookeeper
    dockmaster harbourmaster harbormaster stationmaster signaller signalman brakeman projectionist
    croupier ranger bailiff stenographer educator childminder nanny babysitter key_worker pressman
    bookbinder sommelier sous_chef bartender expediter deckhand bosun purser copilot first_officer
    customs_officer returning_officer canvasser pollster matchmaker groomer farrier rigger roofer
    estimator astronaut astronomer cosmonaut choreographer screenwriter cinematographer costumer
    stunt_double sculptor lifter coxswain goalkeeper captain_name mvp player_of_the_match
    paramedic_name obstetrician cardiologist dermatologist neurologist pediatrician oncologist
    psychiatrist phlebotomist acupuncturist chiropractor podiatrist masseur gifted_to
    handed_to handed_over_to delivered_to released_to underwriter loan_officer signed_over_to
    escalated_to
    loss_adjuster claims_handler broker_name notary_name town_clerk councillor senator
    beekeeper forester vintner brewer distiller_name shepherd milker agronomist_name
    """.split()
)
"""Words for a person; the name of a field may end with one."""

FIRM_ROLES = frozenset(
    """
    advertiser airline assembler bank broker brokerage bottler brewery builder_company
    carrier_company charterer competitor consignee consignor contractor courier_company
    creditor_bank custodian_bank dealership dealer dealer_name distiller distributor
    broadcaster registry_operator ca_name employer exporter facility_operator financier
    franchisee franchisor grower importer installer_company insurer integrator issuer
    issuing_bank lender lessee lessor licensee licensor maker manufacturer_name mill mortgagee
    obligor operator_company partner_company payer payor processor provider producer_company
    prime_contractor promoter publisher reinsurer repairer reseller retailer roaster
    shipbuilder shipper shipyard sponsor subcontractor supplier
    underwriter_company utility vendor wholesaler winery employer insurance_company
    insurance_provider insurance_carrier manufacturer distributor_name partner counterparty
    acquirer
    """.split()
)
"""Words for a firm; the name of a field may end with one."""

AMBIGUOUS_ROLES: dict[str, str] = {
    "tenant": "audit auth permission api saas session request workspace token",
    "agent": "user shipping ticketing build estate travel polling monitoring http",
    "head": "git branch print read shower",
    "lead": "sales crm",
    "host": "db ssh redis smtp http",
    "chair": "office",
    "mate": "",
    "guard": "",
    "guide": "style",
    "operator": """comparison logical network fleet mobile tour filter rule rules condition
        attribute expression query target targeting segment criteria threshold""",
    "holder": "place",
    "producer": "wine farm crop food cheese oil vintage grape beer coffee",
    "creator": "",
    "character": "set encoding string",
    "handler": "event request error",
    "controller": "rest api game flight",
    "driver": "jdbc odbc storage database volume log csi device",
    "reader": "card",
    "receiver": "bank",
    "principal": "loan",
    "server_staff": "",
    "starter": "",
    "minister": "",
    "collector": "otel log metric",
    "planner": "query",
    "validator": "schema",
    "picker": "color",
    "observer": "",
    "recorder": "",
    "sampler": "trace",
    "responsible": "",
    "closer": "",
    "underwriter": "bond ipo offering security issue",
}
"""Words for a person that are something else after these words, or in records of them."""
