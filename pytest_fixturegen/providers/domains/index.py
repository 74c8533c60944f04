"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "education": """student course enrollment enrolment lesson teacher school university semester
        syllabus grade exam assignment classroom gpa curriculum quiz lecture faculty thesis
        scholarship pupil major class_name academic_year credits attendance tuition""",
    "hospitality": """hotel reservation room guest booking hostel resort stay accommodation
        nightly_rate check_in check_out nights amenity itinerary tour trip_plan vacation lodging
        housekeeping traveler""",
    "hr": """employee payroll payslip leave_request leave staff hr emp paystub salary timesheet
        performance_review onboarding absence overtime hire_date termination_date
        employment_type job_title deduction absence_type time_off vacation_days""",
    "law": """contract agreement clause legal court lawsuit litigation attorney lawyer
        jurisdiction plaintiff defendant docket nda counterparty patent trademark hearing law
        governing_law case_number""",
    "recruiting": """job_posting application candidate vacancy applicant recruiter recruitment
        interview resume cover_letter job_offer posting hiring cv job_title salary_min
        requirements responsibilities experience_level""",
    "library": """book library loan borrower isbn author novel publisher bookstore patron
        borrowed_at call_number edition shelf genre chapter literature manuscript""",
    "medicine": "patient lab observation encounter diagnosis clinic hospital vitals loinc",
}
"""By domain, the words of names of classes and fields that speak of it, in the singular."""

OWN_NAMES: dict[str, str] = {
    "education": """
        _about _area _chapter _count _low _school_place _task _task_low _thesis_factor
        _thesis_field absence_note academic_department academic_honors academic_standing
        academic_term academic_year activity_club alma_mater area_of_study assessment_type
        assignment assignment_name assignment_title assignment_type attendance
        attendance_status award_name cefr_level cgpa chapter_title class_code
        class_description class_level class_name class_section class_standing class_title
        club_activity college college_name concentration course_code course_credits
        course_department course_description course_format course_level course_name
        course_number course_objective course_subject course_title credit credit_hours
        credits credits_completed credits_earned cumulative_gpa degree degree_code
        degree_level degree_name degree_program degree_title degree_type delivery_mode
        difficulty_level discipline dissertation_title distinction earned_credits ects
        enrollment_type enrolment_type evaluation_type exam_name exam_question exam_score
        exam_title exam_type excuse excuse_reason extracurricular faculty faculty_name
        field_of_study final_grade final_score gpa grade_comment grade_letter grade_level
        grade_percent grade_point grade_point_average grade_points grading_comment
        has_passed homework_title honors institution institution_name instruction_mode
        instructor_feedback is_pass is_passed language_level learning_objective
        learning_outcome lecture_title lesson_name lesson_title letter letter_grade major
        marks_percent matriculation_number minor module_description module_name module_title
        objective paper_topic pass_fail passed percentage_grade program_name
        program_of_study qualification_title question_type quiz_question quiz_title
        remark_on_grade scholarship scholarship_name school school_grade school_name
        school_term school_year score_percentage section_code section_number section_title
        semester specialization student_id student_level student_no student_number
        student_type study_program study_term study_year subject subject_code subject_name
        teacher_comment teacher_feedback term_name test_score thesis_title topic_title
        total_credits unit_title university university_name year_group
    """,
    "hospitality": """
        _bad _by _company _days_of_tour _good _good_low _hotel_kind _hotel_kind_first
        _hotel_place _hotel_style _hour _land _occasion _other_town _sight _stay _taste
        _theme _town _wish _wish_low accommodation_name accommodation_type activity_name
        amenity bed_configuration bed_type beds_description board_basis board_type
        booking_channel booking_number booking_source cabin_class cancel_reason
        cancellation_policy cancellation_reason cleaning_status dietary_preference
        distribution_channel excursion excursion_name facility_offered fare_class
        guest_feedback guest_request guest_requests guest_review hostel_name hotel
        hotel_amenity hotel_brand hotel_chain hotel_code hotel_facility hotel_name
        hotel_review hotel_stars housekeeping_status itinerary_name lodging_name max_guests
        max_occupancy meal_option meal_plan meal_preference mode_of_transport package_title
        property_amenity property_code purpose_of_stay purpose_of_visit rate_name rate_plan
        rate_type reason_for_cancellation refund_policy reservation_channel
        reservation_code_hotel reservation_number reservation_source resort_name
        room_amenity room_capacity room_category room_class room_code room_condition
        room_description room_type room_type_code room_view seat_preference sleeps
        smoking_policy smoking_preference special_request special_requests star_rating
        stay_review things_to_do tour_name tour_title tourist_activity transport_mode
        travel_class travel_mode travel_package travel_purpose travel_type trip_name
        trip_purpose trip_title trip_type type_of_room view view_type
    """,
    "hr": """
        _course _figure _group _improve _ledger _number _share _when absence_reason
        absence_type appraisal_comments appraisal_rating appraisal_score benefit
        benefit_name benefit_plan certificate_name certification certification_name
        checklist_item compensation_type contact_relationship contract_kind cost_center
        cost_center_code cost_centre deduction_code deduction_name deduction_type department
        department_code department_name dept dept_code dept_id_code dept_name designation
        disability_status earning_code earning_type earnings_code earnings_type
        emergency_contact_relationship emergency_relationship employee_benefit
        employee_department employee_position employee_status employee_title employee_type
        employment_status employment_status_type employment_type ethnic_group ethnicity
        exemption_status exit_reason expense_category expense_type filing_status flsa_status
        goal_description grade_level_code job job_code job_family job_function job_grade
        job_level_code job_position job_title leave_category leave_reason leave_type
        leaving_reason manager_comments objective_description occupation occupation_code
        onboarding_step onboarding_task overall_rating_label pay_band pay_code pay_component
        pay_cycle pay_element pay_frequency pay_grade pay_run_id pay_schedule pay_type
        payroll_frequency payroll_id payroll_number performance_comments performance_goal
        performance_level performance_rating performance_score performance_summary
        personnel_number pos_title position_code position_title pto_type race rating_score
        reason_for_absence reason_for_leave reason_for_leaving req_id requisition_id
        requisition_number review_comments review_rating_label review_summary
        reviewer_comments salary_band salary_grade salary_type separation_reason
        separation_type shift shift_name shift_note shift_pattern shift_type staff_title
        tax_filing_status termination_reason termination_type time_entry_description
        time_off_reason time_off_type timesheet_note title_of_job training training_course
        training_name training_title type_of_leave veteran_status visa_status wage_type
        work_arrangement work_authorization work_location_type work_model work_permit_type
        work_schedule worker_number worker_type workplace_type
    """,
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
        seat_of_arbitration signatory_role signatory_title signer_title statute
        style_of_cause termination_clause termination_notice_days termination_right
        termination_terms terms_of_payment text_of_clause title_of_signatory
        trademark_number trademark_registration type_of_case type_of_contract verdict
        warranty_months warranty_period_months
    """,
    "library": """
        _before _before_low _city _other_thing _person _praise _praise_high _quality _reader
        _subject_of_book _thing _time _topic accession_number age_group audience
        back_cover_text binding blurb book book_binding book_category book_condition
        book_description book_format book_genre book_name book_publisher book_review
        book_series book_summary book_title branch branch_name call_number card_no
        classification_number copy_condition copy_number_code cover_type ddc dewey
        dewey_decimal dewey_number edition edition_format edition_number fine_reason
        hold_status imprint issn item_barcode item_condition item_type lccn library
        library_branch library_card library_card_number library_card_type library_name
        library_section literary_genre loan_type material_type media_kind member_type
        membership_type novel_title oclc oclc_number patron_barcode patron_type publisher
        publisher_name publishing_house reader_review reading_level reservation_note series
        series_title shelf_mark shelfmark title_of_book
    """,
    "medicine": """
        analyte heart_rate loinc loinc_code pulse reference_range_high reference_range_low
        test_name test_unit ward ward_name
    """,
    "recruiting": """
        _act _advance _article _degree_field _duty _field _matter _need _offer _other_duty
        _other_field _other_perk _other_tool _perk _tongue _tongue_level _tool _trait _weeks
        _whom _years advert_title applicant_source application_letter application_question
        application_source candidate_headline candidate_notes candidate_skill
        candidate_source career_level cover_letter current_company current_employer
        decline_reason degree_required duty education_level education_required
        employment_kind experience_level experience_required hiring_recommendation
        interview_feedback interview_notes interview_question interview_result
        interview_round interview_stage interview_type interviewer_notes job_benefit
        job_description job_duty job_perk job_posting_title job_requirement
        job_responsibility job_skill job_type key_responsibility last_employer min_education
        motivation_letter must_have offer_status opening_title pay_period_unit perk
        position_type posting_description posting_title preferred_qualification
        preferred_skill previous_employer professional_headline profile_headline
        qualification reason_for_rejection recommendation rejection_reason
        required_education required_skill requirement responsibility resume_headline
        role_description salary_period screening_question seniority seniority_level
        source_of_hire task_of_role tech_stack type_of_employment vacancy_description
        vacancy_title
    """,
}
"""By domain, the names that have their meaning in every record."""
