"""Law: contracts and their clauses, court cases, patents."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Borrowed,
    domain,
    merge,
    number,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

VENUES = table(
    "legal_venue",
    """governing_law applicable_law choice_of_law law_governing | jurisdiction legal_jurisdiction
    court_jurisdiction | court court_name competent_court | arbitration_seat seat_of_arbitration
    legal_seat""",
    """
    State of New York     | Courts of New York County, New York   | Supreme Court, New York \
      County | New York
    State of Delaware     | Courts of the State of Delaware | Delaware Court of Chancery | \
      Wilmington
    State of California   | Courts of San Francisco County, California | Superior Court, San \
      Francisco County | San Francisco
    State of Texas        | Courts of Travis County, Texas | District Court, Travis County | Austin
    State of Illinois     | Courts of Cook County, Illinois | Circuit Court of Cook County \
      | Chicago
    State of Washington   | State courts of King County, Washington | Superior Court, King County \
      | Seattle
    Commonwealth of Massachusetts law | State courts of Suffolk County, Massachusetts | Superior \
      Court, Suffolk County | Boston
    Laws of England and Wales | Courts of England and Wales | High Court of Justice, London | London
    Laws of Scotland | Courts of Scotland | Court of Session, Edinburgh | Edinburgh
    Laws of Ireland | Courts of Ireland | High Court, Dublin | Dublin
    Laws of the Province of Ontario | Courts of the Province of Ontario | Superior Court of \
      Justice, Toronto | Toronto
    Laws of Germany | Courts of Munich, Germany | Landgericht München I | Munich
    Laws of France | Courts of Paris, France | Tribunal de commerce de Paris | Paris
    Laws of the Netherlands | District Court of Amsterdam | Rechtbank Amsterdam | \
      Amsterdam
    Laws of Switzerland | Courts of Geneva, Switzerland | Tribunal de première instance, Geneva | \
      Geneva
    Laws of Sweden | Stockholm District Court | Stockholm District Court | Stockholm
    Laws of Spain | Courts of Madrid | Juzgado de lo Mercantil, Madrid | Madrid
    Laws of Singapore | Courts of Singapore | High Court of Singapore | Singapore
    Laws of Japan | Tokyo District Court | Tokyo District Court | Tokyo
    Laws of New South Wales | Courts of New South Wales | Supreme Court of New South Wales | Sydney
    """,
)

CONTRACT_KINDS = table(
    "contract_kind",
    "contract_type agreement_type type_of_contract | _agreement | _object",
    """
    Master Services Agreement | Master Services Agreement | IT Support ; Cloud Hosting ; Facility \
      Management ; Marketing Campaigns ; Payroll Processing ; Data Center Operations
    Service Agreement | Professional Services Agreement | Web Development ; Translation Work ; \
      Accounting ; Market Research ; Training Courses ; Recruitment
    Service Agreement | Managed Services Agreement | Network Operations ; Office Cleaning ; \
      Security Personnel ; Catering ; Customer Support ; Print Services
    Statement of Work | Statement of Work | Website Redesign ; Data Migration ; Warehouse \
      Automation ; Mobile App ; ERP Rollout ; Security Audit
    Non-Disclosure Agreement | Mutual Non-Disclosure Agreement | Research Cooperation ; Joint Bid \
      ; Product Evaluation ; Supplier Talks ; Due Diligence
    Software License Agreement | Software License Agreement | Analytics Suite ; Payroll Module ; \
      Design Software ; Inventory Platform ; Document Archive
    Supply Agreement | Framework Supply Agreement | Spare Parts ; Packaging Materials ; Raw \
      Materials ; Laboratory Supplies ; Office Furniture ; Energy
    Purchase Agreement | Purchase and Sale Agreement | Fleet Vehicles ; Network Equipment ; \
      Packaging Line ; Forklift Trucks ; Medical Devices
    Lease Agreement | Commercial Lease Agreement | Office Space, Floor 4 ; Warehouse Unit 12 ; \
      Retail Unit 3 ; Parking Deck ; Production Hall B
    Lease Agreement | Equipment Lease Agreement | Copiers ; Excavators ; Point-of-Sale Terminals \
      ; Company Cars ; Refrigerated Trailers
    Consulting Agreement | Consulting Agreement | Process Improvement ; Tax Advice ; Pricing \
      Review ; Change Management ; Site Selection
    Employment Agreement | Employment Agreement | Regional Sales Manager ; Senior Accountant ; \
      Plant Engineer ; Head of Design ; Store Manager
    Partnership Agreement | Strategic Partnership Agreement | Joint Marketing ; Clinical Trials ; \
      Charging Network ; Student Exchange ; Local Delivery
    Distribution Agreement | Exclusive Distribution Agreement | Kitchen Appliances ; Outdoor \
      Clothing ; Dental Products ; Craft Beverages ; Garden Tools
    Maintenance Agreement | Maintenance and Support Agreement | Elevators ; Heating Systems ; \
      Backup Servers ; Production Robots ; Fire Alarms
    Data Processing Agreement | Data Processing Agreement | Customer Portal ; Payroll Data ; \
      Patient Records ; Newsletter Lists ; Loyalty Program
    Loan Agreement | Term Loan Agreement | Plant Expansion ; Working Capital ; Store Openings ; \
      Fleet Renewal ; Acquisition Finance
    Franchise License Agreement | Franchise Agreement | Coffee Shops ; Fitness Studios ; Language \
      Schools ; Bakery Stores ; Car Wash
    """,
)

CLAUSES = table(
    "clause",
    "clause_heading clause_title clause_name heading_of_clause | clause_text clause_body \
      text_of_clause",
    """
    Definitions | In this Agreement, the terms defined in Schedule 1 shall have the meanings \
      given there, unless the context otherwise requires.
    Definitions | "Affiliate" means any entity that controls, is controlled by, or is under \
      common control with a party to this Agreement.
    Scope of Services | The Provider shall perform the services described in each Statement of \
      Work agreed in writing by both parties.
    Scope of Services | Any change to the services shall require a written change order signed by \
      the parties.
    Delivery and Acceptance | The Client shall accept or reject each deliverable in writing \
      within ten (10) business days of receipt.
    Delivery and Acceptance | Title and risk shall pass to the buyer upon delivery, as provided \
      in this Agreement.
    Fees and Payment | The Client shall pay all undisputed invoices within thirty (30) days of \
      receipt; late amounts bear interest at one percent per month.
    Fees and Payment | All fees are exclusive of taxes, which shall be borne by the party \
      receiving the services.
    Term and Termination | This Agreement shall commence on the Effective Date and continue for \
      the initial term unless terminated earlier in accordance with this clause.
    Term and Termination | Either party may terminate this Agreement upon sixty (60) days' prior \
      written notice to the other party.
    Renewal | This Agreement shall renew automatically for successive periods of one year unless \
      either party gives notice of non-renewal.
    Confidentiality | Each party shall hold the Confidential Information of the other party in \
      strict confidence and use it solely for the purposes of this Agreement.
    Confidentiality | The obligations of confidentiality shall survive termination of this \
      Agreement for a period of three (3) years.
    Intellectual Property | All intellectual property rights in the deliverables shall vest in \
      the Client upon full payment, provided that pre-existing materials remain with the Provider.
    Intellectual Property | Nothing in this Agreement shall transfer any right in the \
      pre-existing works of either party.
    Warranties | The Provider warrants that the services shall be performed with reasonable skill \
      and care, and conform to the agreed specification.
    Warranties | Each party represents that it has full power and authority to enter into this \
      Agreement.
    Indemnification | Each party shall indemnify and hold the other party harmless against \
      third-party claims arising from its breach of this Agreement.
    Limitation of Liability | In no event shall either party be liable for indirect, incidental \
      or consequential damages arising out of this Agreement.
    Limitation of Liability | The total liability of either party under this Agreement shall not \
      exceed the fees paid in the preceding twelve (12) months.
    Insurance | The Provider shall maintain commercial general liability insurance throughout the \
      term of this Agreement.
    Data Protection | Each party shall process personal data in accordance with the applicable \
      data protection laws and the data processing agreement.
    Force Majeure | Neither party shall be liable for any failure to perform caused by events \
      beyond its reasonable control.
    Dispute Resolution | The parties shall attempt in good faith to resolve any dispute by \
      negotiation before commencing arbitration.
    Governing Law | This Agreement shall be governed by and construed in accordance with the laws \
      of the agreed jurisdiction.
    Assignment | Neither party may assign this Agreement without the prior written consent of the \
      other party.
    Amendments | No amendment of this Agreement shall be effective unless made in writing and \
      signed by both parties.
    Notices | All notices under this Agreement shall be in writing and delivered to the addresses \
      set out herein.
    Severability | If any provision of this Agreement is held unenforceable, the remaining \
      provisions shall continue in full force.
    Entire Agreement | This Agreement constitutes the entire agreement between the parties and \
      supersedes all prior understandings.
    Breach and Remedies | A party in material breach shall have thirty (30) days from written \
      notice to cure such breach.
    Waiver and Amendment | No failure to exercise a right under this Agreement shall operate as a \
      waiver of that right by the party.
    """,
)

CASES = table(
    "court_case",
    """case_type type_of_case matter_type case_category | practice_area area_of_law legal_area
    | cause_of_action nature_of_suit | relief_sought remedy_sought""",
    """
    Civil      | Contract Law          | Breach of contract            | Compensatory damages
    Civil      | Tort Law              | Negligence                    | Compensatory damages
    Civil      | Real Estate           | Landlord and tenant dispute   | Possession of the premises
    Civil      | Personal Injury       | Motor vehicle accident        | Damages for injury
    Civil      | Construction Law      | Defective workmanship         | Cost of repair
    Commercial | Corporate Law         | Shareholder dispute           | Declaratory judgment
    Commercial | Mergers & Acquisitions | Breach of warranty           | Purchase price adjustment
    Commercial | Banking & Finance     | Recovery of debt              | Payment of the debt and \
      interest
    Intellectual Property | Intellectual Property | Patent infringement | Injunction and royalties
    Intellectual Property | Intellectual Property | Trademark infringement | Injunction
    Employment | Employment Law        | Wrongful dismissal            | Reinstatement and back pay
    Employment | Employment Law        | Wage and hour claim           | Unpaid wages
    Family     | Family Law            | Dissolution of marriage       | Division of property
    Family     | Family Law            | Child custody                 | Joint custody
    Probate    | Estate Planning       | Contested will                | Revocation of probate
    Criminal   | Criminal Law          | Theft                         | Conviction
    Criminal   | Criminal Law          | Fraud                         | Restitution
    Administrative | Tax Law           | Appeal of an assessment       | Reduction of the assessment
    Administrative | Immigration Law   | Review of a visa refusal      | Reconsideration
    Bankruptcy | Insolvency            | Reorganization                | Confirmation of the plan
    """,
)

TITLES = {
    "contract_title agreement_title contract_name agreement_name name_of_agreement": titles(
        "contract_title",
        """{_agreement} for {_object} | {_agreement}: {_object} | {_agreement} ({_object})
        | {_change} to the {_agreement} for {_object} | {_agreement}, {_place} | {_agreement} for
        {_object}, {_place} | {_agreement} for {_object} in {_place}""",
    ),
    "_change": words("Amendment No. 1*3|Amendment No. 2*2|Amendment No. 3|Addendum A|Addendum B"),
    "_place": words(
        """2023|2024|2025|Phase I|Phase II|North Region|West Region|Head Office|Berlin Site|Leeds
        Site|Austin Campus|Lyon Plant|Pilot|Renewal 2025|EMEA|North America|Nordics"""
    ),
    "party_name counterparty counterparty_name contracting_party licensor licensee lessor": (
        Borrowed("company")
    ),
    "law_firm lawfirm": words(
        """Hale & Marsh LLP|Brookfield Dane LLP|Ostrom Legal|Whitcombe & Partners|Larkin Vane LLP
        |Stenmark Advokater|Castell Abogados|Merrow & Finch|Aldous Grey LLP|Pemberly & Cole"""
    ),
    "case_title case_name matter_name style_of_cause": titles(
        "case_title",
        """{_surname} v. {_other} | {_surname} v. {_firm} | {_firm} v. {_other_firm} | In re
        {_firm} | State v. {_surname} | Estate of {_surname} | Matter of {_surname} | {_firm} v.
        {_surname} | {_surname} et al. v. {_firm}""",
    ),
    "_surname": words(
        """Alder|Barrow|Castellan|Dunmore|Ellery|Farrant|Gormley|Hollis|Iverson|Jarvik|Kestle
        |Lomax|Marlow|Norcross|Ormond|Pascoe|Quillan|Rainer|Selwyn|Tarrant|Umber|Vance|Whitlow
        |Yardley|Zeller|Okafor|Nakagawa|Lindqvist|Moreau|Castillo"""
    ),
    "_other": words(
        """Abbott|Bexley|Carrow|Denholm|Eastlake|Fenwick|Garner|Hadley|Inman|Jessop|Kirby|Latham
        |Mercer|Nolan|Oakes|Prentice|Rowan|Stroud|Thorne|Upton|Venner|Wilde|Yates|Banerjee"""
    ),
    "_firm": words(
        """Northgate Holdings, Inc.|Bluewater Logistics LLC|Cedar Point Foods, Inc.|Meridian
        Textiles Ltd.|Halcyon Software, Inc.|Redstone Mining Corp.|Summit Rail Co.|Orchard Bank
        N.A.|Pinnacle Builders LLC|Lakeshore Clinics, Inc.|Harborview Insurance Co.|Tallgrass
        Energy Ltd."""
    ),
    "_other_firm": words(
        """Ironbridge Partners LP|Silverline Media, Inc.|Copperfield Motors LLC|Juniper Foods
        Ltd.|Eastwind Airlines, Inc.|Fairmont Pharma Corp.|Granite Security Co.|Willow Homes LLC"""
    ),
}

LISTS = {
    "payment_terms payment_term terms_of_payment billing_terms": words(
        """Net 30*6|Net 15*2|Net 45*2|Net 60*3|Net 90|Due upon receipt*2|2/10 net 30|50 % in
        advance, balance due on delivery|Monthly in advance*2|Quarterly in advance
        |Monthly in arrears, net 30|Installments due at milestones|Annual invoice, net 30"""
    ),
    "dispute_resolution dispute_resolution_method dispute_mechanism": words(
        """ICC arbitration|LCIA arbitration|AAA arbitration|Mediation, then arbitration|State
        courts|Expert determination|Negotiation, then litigation|Mediation"""
    ),
    "renewal_type renewal_terms renewal_term": words(
        """Automatic, one year|Automatic, two years|By mutual agreement|Month to month|At the
        option of the client|None"""
    ),
    "termination_clause termination_right termination_terms": words(
        """For convenience, 30 days' notice|For convenience, 60 days' notice|For cause only|For
        cause, 30 days to cure|On change of control|By either party, 90 days' notice"""
    ),
    "notice_period_days notice_days termination_notice_days cure_period_days": words(
        "30*6|60*4|90*3|14*2|15|45|120|180"
    ),
    "confidentiality_period_years confidentiality_years nda_term_years": words(
        "1|2*3|3*5|5*5|7|10"
    ),
    "non_compete_months non_solicit_months": words("6*2|12*5|18|24*2"),
    "warranty_period_months warranty_months": words("6|12*6|24*4|36*2|60"),
    "liability_cap cap_on_liability liability_limit max_liability": words(
        "50000|100000*3|150000|250000*3|500000*4|1000000*4|2000000*2|5000000"
    ),
    "party_role role_of_party signatory_role": words(
        "Buyer|Seller|Client|Provider|Licensor|Licensee|Lessor|Lessee|Guarantor|Contractor"
    ),
    "representative_title signatory_title signer_title title_of_signatory": words(
        """Chief Executive Officer*4|Managing Director*4|General Counsel*2|Chief Financial
        Officer*2|Vice President, Sales|Head of Procurement*2|Director of Operations|Company
        Secretary|President|Partner"""
    ),
    "obligation contract_obligation": words(
        """Deliver the monthly report|Maintain insurance cover|Pay the invoices within 30 days|Keep
        records for seven years|Notify of any data breach within 72 hours|Return all confidential
        material|Provide access to the premises|Submit the annual audit certificate"""
    ),
    "legal_basis lawful_basis gdpr_basis": words(
        """Consent*3|Performance of a contract*3|Legitimate interests*2|Legal obligation*2|Vital
        interests|Public task"""
    ),
    "verdict judgment_outcome ruling": words(
        """Judgment for the plaintiff|Judgment for the defendant|Dismissed with prejudice|Dismissed
        without prejudice|Settled|Not guilty|Guilty|Remanded|Affirmed|Reversed"""
    ),
    "charge_description offense offence criminal_charge": words(
        """Petty theft|Burglary|Assault|Fraud|Driving under the influence|Trespass|Vandalism|Forgery
        |Possession of a controlled substance|Disorderly conduct|Embezzlement"""
    ),
    "hearing_type proceeding_type": words(
        """Arraignment|Case management conference|Motion hearing|Pre-trial conference|Trial|Status
        conference|Sentencing|Appeal hearing|Mediation"""
    ),
    "filing_type pleading_type motion_type": words(
        """Complaint|Answer|Motion to dismiss|Motion for summary judgment|Notice of appeal|Subpoena
        |Affidavit|Reply brief|Stipulation|Discovery request"""
    ),
    "statute legal_reference law_reference citation_of_law": words(
        """15 U.S.C. § 1125|17 U.S.C. § 106|29 U.S.C. § 207|GDPR Art. 6(1)(b)|GDPR Art. 28|UCC §
        2-207|CPLR § 3212|Fed. R. Civ. P. 12(b)(6)|35 U.S.C. § 271|BGB § 433"""
    ),
    "legal_opinion court_order ruling_text": sentences(
        """The motion to dismiss is denied; the {_paper} shall be filed within {_days} days. | The
        parties shall complete discovery within {_days} days of this order. | The court finds that
        the {_paper} was properly served. | Judgment is entered for the plaintiff, with costs. |
        The hearing is adjourned for {_days} days at the request of both parties."""
    ),
    "_paper": words("answer|complaint|amended complaint|reply brief|expert report|affidavit"),
    "_days": words("14|21|28|30|45|60|90"),
}

CODES = {
    "contract_number contract_no agreement_number contract_id contract_code": shape(
        "C-2024-####", "CTR-#####", "MSA-2025-###", "AGR-######"
    ),
    "docket_number case_docket court_case_number docket_no": shape(
        "1:24-cv-0####", "2:25-cv-0####", "CV-2025-#####", "3:23-cr-00###"
    ),
    "matter_number matter_no matter_id": shape("#####-000%", "M-2025-####"),
    "patent_number patent_no": shape("US 11,###,### B2", "US 10,###,### B1", "EP 3 ### ### A1"),
    "trademark_number trademark_registration": shape("6,###,###", "5,###,###"),
    "bar_number bar_no bar_id attorney_number": shape("%#####", "%####"),
    "clause_number clause_no section_number": shape("%.%", "%.%.%"),
}

DOMAIN = domain(
    "law",
    merge(VENUES, CONTRACT_KINDS, CLAUSES, CASES, TITLES, LISTS, CODES),
    {
        "case_number case_no": CODES["docket_number case_docket court_case_number docket_no"],
        "registration_number company_number": shape("HRB %####", "0#######", "55%###-####"),
        "heading": CLAUSES["clause_heading clause_title clause_name heading_of_clause"],
        "text body content clause": CLAUSES["clause_text clause_body text_of_clause"],
        "term_months": words("6|12*6|18|24*5|36*5|48|60*2"),
        "representative signatory": Borrowed("person"),
        "courtroom court_room": words("Courtroom 2*2|Courtroom 4B*2|Courtroom 7|Courtroom 12"),
        "disposition case_outcome judgment": words(
            """Settled*3|Dismissed*3|Judgment for plaintiff*2|Judgment for defendant*2
            |Default judgment|Plea agreement*2|Withdrawn"""
        ),
        "activity task activity_type billing_activity": words(
            """Document review*4|Legal research*3|Drafting of motion*3|Client call*3|Deposition
            |Court hearing*2|Contract negotiation*2|Trial preparation"""
        ),
        "narrative time_description": words(
            """Review of discovery documents and notes for the hearing. | Call with client about
            settlement terms. | Draft of motion and research on venue. | Preparation of witness
            for deposition. | Correspondence with opposing counsel on scheduling."""
        ),
        "filing_type pleading_type": words(
            """Motion to dismiss*3|Complaint*3|Answer*3|Brief*2|Affidavit*2|Notice of appeal
            |Subpoena|Petition*2"""
        ),
        "caption": pick(TITLES, "case_title"),
        "document_type": words(
            """Motion*3|Complaint*2|Answer|Brief|Order*2|Affidavit|Contract|Amendment|Addendum|Annex
            |Exhibit|Power of attorney|Certificate|Side letter"""
        ),
        "territory": words("Worldwide*3|European Union*2|North America*2|Nordics|DACH|Japan"),
        "exhibit schedule annex": words("Exhibit A|Exhibit B|Exhibit C|Schedule 1|Schedule 2"),
        "judge": Borrowed("person"),
        "charge offense": pick(LISTS, "charge_description"),
        "plaintiff defendant petitioner respondent appellant": Borrowed("person"),
        "page_count pages": number(1, 9, 120),
        "version": number(1, 2, 9),
        "description summary": sentences(
            """{_agreement} covering {_object}, governed by the laws of the agreed venue. | Covers
            {_object} for both parties, including renewal and notice terms. | Terms under which
            the provider supplies {_object} to the client."""
        ),
        "notes note comments": sentences(
            """{_asks} to {_legal_change}. | {_legal_state} the signed {_paper}. | Renewal decision
            due in {_days} days. | {_legal_who} approved the change to {_legal_part}. | {_asks} to
            {_legal_change}; {_legal_who_low} will reply in {_days} days. | Open point: \
              {_legal_part}.
            """
        ),
        "_asks": words("Counterparty asked|Client wishes|Our side agreed|Procurement wants"),
        "_legal_change": words(
            """shorten the notice period|raise the liability cap|add a data annex|move the start
            date|drop the renewal clause|use arbitration|split the payments|extend the warranty"""
        ),
        "_legal_state": words("Waiting for|Received|Filed|Sent for signature:|Missing:"),
        "_legal_who": words("Legal|Finance|The board|Compliance|Outside counsel"),
        "_legal_who_low": words("legal|finance|the board|compliance|outside counsel"),
        "_legal_part": words(
            "liability|confidentiality|payment terms|termination|the annex|jurisdiction|insurance"
        ),
    },
    """court obligation ruling section_number venue contract_number case_name case_title
    charge_description legal_seat document_type party_name offense counterparty
    warranty_months billing_terms clause_name section renewal_type matter_type
    contract_id""",
)
