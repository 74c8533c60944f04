"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "law": """contract agreement clause legal court lawsuit litigation attorney lawyer
        jurisdiction plaintiff defendant docket nda counterparty patent trademark hearing law
        governing_law case_number""",
    "medicine": "patient lab observation encounter diagnosis clinic hospital vitals loinc",
}
"""By domain, the words of names of classes and fields that speak of it, in the singular."""

OWN_NAMES: dict[str, str] = {
    "law": """
        _agreement _change _days _firm _object _other _other_firm _paper _place _surname
        agreement_name agreement_number agreement_title agreement_type applicable_law
        arbitration_seat area_of_law attorney_number bar_id bar_no bar_number billing_terms
        cap_on_liability case_category case_docket case_name case_title case_type
        cause_of_action charge_description choice_of_law citation_of_law clause_body
        clause_heading clause_name clause_no clause_number clause_text clause_title
        competent_court confidentiality_period_years confidentiality_years contract_code
        contract_id contract_name contract_no contract_number contract_obligation
        contract_title contract_type contracting_party counterparty counterparty_name court
        court_case_number court_jurisdiction court_name court_order criminal_charge
        cure_period_days dispute_mechanism dispute_resolution dispute_resolution_method
        docket_no docket_number filing_type gdpr_basis governing_law heading_of_clause
        hearing_type judgment_outcome jurisdiction law_firm law_governing law_reference
        lawfirm lawful_basis legal_area legal_basis legal_jurisdiction legal_opinion
        legal_reference legal_seat lessor liability_cap liability_limit licensee licensor
        matter_id matter_name matter_no matter_number matter_type max_liability motion_type
        name_of_agreement nature_of_suit nda_term_years non_compete_months
        non_solicit_months notice_days notice_period_days obligation offence offense
        party_name party_role patent_no patent_number payment_term payment_terms
        pleading_type practice_area proceeding_type relief_sought remedy_sought renewal_term
        renewal_terms renewal_type representative_title role_of_party ruling ruling_text
        seat_of_arbitration section_number signatory_role signatory_title signer_title
        statute style_of_cause termination_clause termination_notice_days termination_right
        termination_terms terms_of_payment text_of_clause title_of_signatory
        trademark_number trademark_registration type_of_case type_of_contract verdict
        warranty_months warranty_period_months
    """,
    "medicine": """
        analyte heart_rate loinc loinc_code pulse reference_range_high reference_range_low
        test_name test_unit ward ward_name
    """,
}
"""By domain, the names that have their meaning in every record."""
