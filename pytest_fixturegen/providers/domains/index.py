"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "education": """student course enrollment enrolment lesson teacher school university semester
        syllabus grade exam assignment classroom gpa curriculum quiz lecture faculty thesis
        scholarship pupil major class_name academic_year credits attendance tuition""",
    "film": """movie film episode tv show series podcast season actor director screenplay streaming
        imdb_id runtime cinema box_office watchlist video imdb tv_show showtime""",
    "finance": """bank transaction ledger journal loan mortgage portfolio stock trade security
        crypto wallet coin payment_transaction account_type balance iban swift broker investment
        fund dividend isin ticker gl_account invoice_line debit credit bank_account
        bank_transaction journal_entry statement budget exchange_rate card interest_rate
        beneficiary merchant mcc holding kyc loan_application""",
    "hospitality": """hotel reservation room guest booking hostel resort stay accommodation
        nightly_rate check_in check_out nights amenity itinerary tour trip_plan vacation lodging
        housekeeping traveler""",
    "hr": """employee payroll payslip leave_request leave staff hr emp paystub salary timesheet
        performance_review onboarding absence overtime hire_date termination_date
        employment_type job_title deduction absence_type time_off vacation_days""",
    "law": """contract agreement clause legal court lawsuit litigation attorney lawyer
        jurisdiction plaintiff defendant docket nda counterparty patent trademark hearing law
        governing_law case_number""",
    "logistics": """shipment parcel package tracking carrier delivery warehouse freight container
        courier logistics inventory stock consignment waybill tracking_number customs cargo truck
        pallet incoterm supplier bin picking fulfillment stock_movement shipping""",
    "music": """track song album artist playlist audio music concert band lyrics isrc bpm
        danceability audio_features musician spotify tempo acousticness valence setlist""",
    "recruiting": """job_posting application candidate vacancy applicant recruiter recruitment
        interview resume cover_letter job_offer posting hiring cv job_title salary_min
        requirements responsibilities experience_level""",
    "library": """book library loan borrower isbn author novel publisher bookstore patron
        borrowed_at call_number edition active_loans max_loans shelf genre chapter
        literature manuscript""",
    "sales": """lead opportunity deal crm pipeline account_manager prospect sales quote
        lead_source deal_stage lost_reason close_date industry company_size competitor next_step
        annual_revenue campaign_member churn""",
    "social": """post comment tweet feed hashtag follower followers_count likes_count story reaction
        mention social social_post forum thread like timeline influencer notification posts_count
        shares_count comments_count""",
    "sport": """match player team league standing goal tournament season stadium referee fixture
        athlete workout coach club sport kickoff home_team away_team home_score score championship
        training exercise gym race lineup squad""",
    "vehicles": """vehicle car ride trip fleet rental driver taxi truck automobile motorcycle
        odometer vin license_plate mileage maintenance charging_station charger parking bus
        transit route stop scooter bike rider pickup dropoff fare surge_multiplier fuel make
        model fuel_type transmission""",
    "medicine": "patient lab observation encounter diagnosis clinic hospital vitals loinc",
}
"""By domain, the words of names of classes and fields that speak of it, in the singular."""

OWN_NAMES: dict[str, str] = {
    "education": """
        absence_note academic_department academic_honors academic_standing academic_term
        academic_year activity_club alma_mater area_of_study assignment_name
        assignment_title assignment_type attendance_status cefr_level cgpa chapter_title
        class_code class_description class_level class_section class_standing class_title
        club_activity college college_name course_code course_credits course_department
        course_description course_format course_level course_number course_objective
        course_subject course_title credit_hours credits_completed credits_earned
        cumulative_gpa degree_code degree_level degree_name degree_program degree_title
        degree_type delivery_mode difficulty_level dissertation_title earned_credits ects
        enrollment_type enrolment_type exam_name exam_question exam_score exam_title
        exam_type excuse_reason extracurricular faculty faculty_name field_of_study gpa
        grade_comment grade_letter grade_level grade_percent grade_point grade_point_average
        grade_points grading_comment has_passed homework_title honors instruction_mode
        instructor_feedback is_pass is_passed language_level learning_objective
        learning_outcome lecture_title lesson_name lesson_title letter_grade marks_percent
        matriculation_number module_description module_title paper_topic pass_fail
        percentage_grade program_name program_of_study qualification_title quiz_question
        quiz_title remark_on_grade scholarship scholarship_name school_grade school_name
        school_term school_year score_percentage section_code semester specialization
        student_id student_level student_no student_number student_type study_program
        study_term study_year subject_code teacher_comment teacher_feedback term_name
        thesis_title total_credits university university_name year_group
    """,
    "film": """
        age_rating box_office_rank content_rating critic_review episode_name episode_title
        film_award film_description film_genre film_keyword film_name film_rating
        film_review film_title imdb_id logline movie_description movie_genre movie_keyword
        movie_name movie_review movie_title mpaa_rating parental_rating plot_keyword
        plot_summary podcast_episode podcast_episode_title podcast_name podcast_show
        podcast_title resolution_label runtime_min runtime_minutes season_number
        series_genre series_name series_title show_genre show_name show_title
        stream_resolution tmdb_id tv_show video_quality viewer_review
    """,
    "finance": """
        account_class accounting_period aml_alert_type asset_symbol auth_code
        authorization_code bank_account_type bank_branch_code beneficiary_relationship
        block_hash blockchain blockchain_network bond_rating branch_code budget_category
        chain_name chargeback_reason check_number cheque_number coin_name coin_symbol
        collateral_type credit_product credit_rating credit_score crypto_address crypto_name
        crypto_symbol cryptocurrency cryptocurrency_code currency_pair cusip cusip_number
        debit_credit depreciation_method dispute_reason entry_type_of_transaction
        execution_type expense_group fico fico_score financial_goal
        financial_statement_category fiscal_period fraud_reason fx_pair gics_sector
        gl_account gl_account_code gl_account_name gl_account_number gl_account_title
        gl_account_type gl_code installment_frequency instrument_name interest_rate_type
        interest_type investment_fund invoice_line_description isin isin_code issuer_rating
        journal_description journal_entry_description journal_entry_number journal_memo
        journal_number kyc_level kyc_status ledger_account ledger_account_name ledger_code
        ledger_description lei lei_code listing_exchange loan_account_number loan_no
        loan_number loan_product loan_purpose loan_term loan_term_months loan_type
        market_sector mcc mcc_code merchant_account_number merchant_category_code
        merchant_number nominal_code normal_balance order_kind order_type_of_trade
        payment_memo payment_purpose payment_reference portfolio_name pos_terminal
        posting_period purpose_of_loan rate_type_of_loan remittance_information
        repayment_frequency savings_goal security_name security_type_of_loan sort_code
        source_of_funds source_of_wealth spending_category statement_description
        stock_exchange stock_name stock_sector stock_symbol stock_ticker
        suspicious_activity_type terminal_id ticker ticker_symbol tif time_in_force
        token_decimals token_name token_standard token_symbol trading_pair trading_symbol
        trading_venue transaction_category transaction_description transaction_hash
        transaction_memo transaction_text transfer_description transfer_reference tx_hash
        txid type_of_account type_of_loan voucher_number wallet_address wallet_type wkn
    """,
    "hospitality": """
        accommodation_name accommodation_type amenity bed_configuration bed_type
        beds_description board_basis board_type booking_channel booking_number
        booking_source cabin_class cancellation_policy dietary_preference
        distribution_channel excursion excursion_name fare_class guest_feedback
        guest_request guest_requests guest_review hostel_name hotel_amenity hotel_brand
        hotel_chain hotel_code hotel_name hotel_review hotel_stars housekeeping_status
        itinerary_name lodging_name max_guests max_occupancy meal_option meal_plan
        meal_preference mode_of_transport property_amenity property_code purpose_of_stay
        purpose_of_visit rate_name rate_plan reason_for_cancellation reservation_channel
        reservation_code_hotel reservation_number reservation_source resort_name
        room_amenity room_capacity room_class room_condition room_description room_type
        room_type_code room_view seat_preference smoking_policy smoking_preference
        special_request special_requests star_rating stay_review things_to_do tour_title
        tourist_activity transport_mode travel_class travel_mode travel_package
        travel_purpose trip_purpose trip_type type_of_room view_type
    """,
    "hr": """
        absence_type appraisal_comments appraisal_rating appraisal_score benefit_name
        benefit_plan certification_name compensation_type contact_relationship cost_center
        cost_center_code cost_centre deduction_code deduction_name department
        department_code department_name dept dept_code dept_id_code dept_name
        disability_status earning_code earning_type earnings_code earnings_type
        emergency_contact_relationship emergency_relationship employee_benefit
        employee_department employee_position employee_status employee_title employee_type
        employment_status employment_status_type employment_type ethnic_group ethnicity
        exemption_status exit_reason filing_status flsa_status grade_level_code job_code
        job_family job_function job_grade job_level_code job_title leave_category
        leave_reason leave_type leaving_reason manager_comments onboarding_step
        onboarding_task overall_rating_label pay_band pay_code pay_component pay_cycle
        pay_element pay_frequency pay_grade pay_run_id pay_schedule pay_type
        payroll_frequency payroll_id payroll_number performance_comments performance_goal
        performance_level performance_rating performance_score performance_summary
        personnel_number pos_title position_title pto_type reason_for_absence
        reason_for_leave reason_for_leaving req_id requisition_id requisition_number
        review_comments review_rating_label review_summary reviewer_comments salary_band
        salary_grade salary_type separation_reason shift_name shift_note shift_pattern
        shift_type staff_title tax_filing_status termination_reason termination_type
        time_off_reason time_off_type timesheet_note title_of_job training_course
        training_name training_title type_of_leave veteran_status wage_type work_arrangement
        work_authorization work_location_type work_model work_permit_type worker_number
        worker_type workplace_type
    """,
    "law": """
        agreement_name agreement_number agreement_title agreement_type applicable_law
        arbitration_seat area_of_law attorney_number bar_id bar_no bar_number
        cap_on_liability case_category case_docket case_type cause_of_action choice_of_law
        citation_of_law clause_body clause_heading clause_no clause_number clause_text
        clause_title competent_court confidentiality_period_years confidentiality_years
        contract_code contract_name contract_no contract_obligation contract_title
        contract_type contracting_party counterparty_name court_case_number
        court_jurisdiction court_name court_order criminal_charge cure_period_days
        dispute_mechanism dispute_resolution dispute_resolution_method docket_no
        docket_number filing_type gdpr_basis governing_law heading_of_clause hearing_type
        judgment_outcome jurisdiction law_firm law_governing law_reference lawfirm
        lawful_basis legal_area legal_basis legal_jurisdiction legal_opinion legal_reference
        lessor liability_cap liability_limit licensee licensor matter_id matter_name
        matter_no matter_number max_liability motion_type name_of_agreement nature_of_suit
        nda_term_years non_compete_months non_solicit_months notice_days notice_period_days
        offence party_role patent_no patent_number payment_term payment_terms pleading_type
        practice_area proceeding_type relief_sought remedy_sought renewal_term renewal_terms
        representative_title role_of_party ruling_text seat_of_arbitration signatory_role
        signatory_title signer_title statute style_of_cause termination_clause
        termination_notice_days termination_right termination_terms terms_of_payment
        text_of_clause title_of_signatory trademark_number trademark_registration
        type_of_case type_of_contract verdict warranty_period_months
    """,
    "library": """
        accession_number back_cover_text blurb book_binding book_category book_condition
        book_description book_format book_genre book_name book_publisher book_review
        book_series book_summary book_title call_number card_no classification_number
        copy_condition ddc dewey dewey_decimal dewey_number edition_format fine_reason
        hold_status issn lccn library_branch library_card library_card_number
        library_card_type library_section literary_genre novel_title oclc oclc_number
        patron_barcode patron_type publishing_house reservation_note shelf_mark shelfmark
    """,
    "logistics": """
        adjustment_reason air_waybill airway_bill asn_number awb awb_number bill_of_lading
        bill_of_lading_number bin_code bin_location bl_number bol_number cargo_description
        carrier_note clearance_status container_code container_iso_code container_no
        container_number container_seal container_size courier_instructions courier_name
        customs_declaration_number customs_status dangerous_goods_class delivery_instruction
        delivery_instructions delivery_note delivery_route delivery_service delivery_terms
        distribution_center eori eori_number equipment_number event_description event_note
        freight_carrier freight_class fulfillment_center goods_description harmonized_code
        hazard_class_of_goods hazmat_class hs_code hts_code incoterm incoterms
        inventory_reason iso_type_code license_plate_number lpn mrn pallet_id pallet_number
        po_number purchase_order purchase_order_no purchase_order_number scan_description
        scan_type seal_no service_level service_name_of_carrier shipment_note
        shipping_carrier shipping_instructions shipping_method shipping_notes
        shipping_option shipping_service shipping_speed shipping_terms
        stock_adjustment_reason storage_condition storage_type tare_weight_kg tariff_code
        temperature_zone tracking_description tracking_status un_class un_number
        warehouse_name waybill_number
    """,
    "medicine": """
        analyte heart_rate loinc loinc_code pulse reference_range_high reference_range_low
        test_name test_unit ward ward_name
    """,
    "music": """
        album_genre album_name album_title album_type album_upc audio_codec audio_format
        beats_per_minute bit_depth bpm camelot camelot_key concert_name ep_title gig_name
        instrumentalness key_signature liveness lyric lyrics_line mixtape_name music_genre
        music_label music_mood music_style musical_key playlist_description playlist_name
        playlist_title record_label record_title recording_title release_upc setlist
        single_title song_genre song_key song_mood song_name song_title speechiness
        spotify_id sub_genre subgenre tempo_bpm track_genre track_id_code track_name
        track_no track_position track_title
    """,
    "recruiting": """
        applicant_source application_letter candidate_headline candidate_notes
        candidate_skill candidate_source cover_letter current_company current_employer
        degree_required education_required employment_kind experience_required
        hiring_recommendation interview_feedback interview_notes interview_question
        interview_result interview_round interview_stage interview_type interviewer_notes
        job_benefit job_description job_duty job_perk job_posting_title job_requirement
        job_responsibility job_skill key_responsibility last_employer min_education
        motivation_letter must_have pay_period_unit posting_description posting_title
        preferred_qualification preferred_skill previous_employer professional_headline
        reason_for_rejection required_education required_skill resume_headline salary_period
        screening_question seniority_level task_of_role tech_stack type_of_employment
        vacancy_description vacancy_title
    """,
    "sales": """
        account_code account_notes acquisition_channel acquisition_source activity_subject
        business_industry business_need buying_role call_disposition call_notes call_outcome
        cancellation_reason_of_customer churn_reason closed_lost_reason closed_won_reason
        company_size competing_vendor competitor_name contact_method contact_preference
        customer_code customer_need customer_stage deal_name deal_number deal_stage
        deal_title deal_type decision_role employee_range engagement_subject
        forecast_category how_did_you_hear industry industry_name interaction_notes
        lead_code lead_no lead_notes lead_number lead_origin lead_rating lead_source
        lead_status lead_temperature lifecycle_stage loss_reason lost_reason
        lost_reason_text main_competitor meeting_notes meeting_outcome next_best_action
        next_step number_of_employees_range opportunity_name opportunity_number
        opportunity_stage opportunity_title pain_point pipeline_stage
        preferred_contact_method proposal_title quotation_number quote_name quote_no
        quote_number quote_title reason_lost sales_notes sales_stage size_of_company
        source_of_lead stakeholder_role win_reason won_reason
    """,
    "social": """
        comment_body comment_content comment_text discussion_title flag_reason forum_title
        hashtag moderation_reason photo_caption post_caption post_content post_text
        post_title reaction_type reel_title reply_content reply_text report_reason
        social_media social_network social_platform status_update story_text subreddit
        trending_topic tweet tweet_text user_bio
    """,
    "sport": """
        away_club away_team away_team_name club_name field_position fitness_level home_club
        home_ground home_team home_team_name host_team league_name player_position
        playing_position stadium stadium_name target_muscle team_name training_level
        visiting_team visitor_team
    """,
    "vehicles": """
        body_color body_style body_type bus_line bus_route car_brand car_color
        car_description car_feature car_make car_model car_plate car_title car_type
        charge_point_id charger_type chauffeur connector_type driver_feedback
        driver_license_class driver_license_number driver_name drivetrain driving_event
        driving_licence_number engine_displacement engine_no engine_number engine_power_hp
        engine_size evse_id exterior_color fare_type flight_leg gearbox horsepower
        licence_category license_class listing_headline maintenance_type paint_color
        pickup_instructions pickup_note plug_type power_hp powertrain ride_code
        ride_feedback ride_note ride_purpose ride_review rider_feedback rider_name
        rider_note service_performed telematics_event ticket_class ticket_type_of_transit
        tire_size transit_line transmission_type trip_feedback trip_purpose_of_ride
        tyre_size vehicle_body vehicle_brand vehicle_category vehicle_color vehicle_colour
        vehicle_condition vehicle_description vehicle_feature vehicle_make
        vehicle_manufacturer vehicle_model vehicle_model_name vehicle_option vehicle_plate
        vehicle_title vehicle_type
    """,
}
"""By domain, the names that have their meaning in every record."""
