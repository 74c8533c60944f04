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
    "film": """
        _episode_no _film_low _film_mood _film_noun _film_number _film_person _film_place
        _film_prep _film_prep_low _film_when _film_whom _film_whom_named _list_year _part
        _plot _pod_end _pod_guest _pod_host _pod_question _pod_time _pod_topic
        _pod_topic_low _pod_topic_low_first _pod_verb _show_adj _show_noun _unit_of_show
        age_rating award box_office_rank chart_position content_rating critic_review
        episode_name episode_title film film_award film_description film_genre film_keyword
        film_name film_rating film_review film_title imdb_id logline movie movie_description
        movie_genre movie_keyword movie_name movie_review movie_title mpaa_rating
        parental_rating plot plot_keyword plot_summary podcast podcast_episode
        podcast_episode_title podcast_name podcast_show podcast_title program_title
        resolution_label running_time runtime runtime_min runtime_minutes season_number
        series series_genre series_name series_title show show_genre show_name show_title
        storyline stream_resolution synopsis tmdb_id tv_show video_quality viewer_review
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
        publisher_name publishing_house reader_review reading_level reservation_note
        shelf_mark shelfmark title_of_book
    """,
    "logistics": """
        adjustment_reason air_waybill airway_bill asn_number awb awb_number bill_of_lading
        bill_of_lading_number bin_code bin_location bl_number bol_number cargo_description
        carrier_note clearance_status container_code container_iso_code container_no
        container_number container_seal container_size container_type courier_instructions
        courier_name customs_declaration_number customs_status dangerous_goods_class
        delivery_instruction delivery_instructions delivery_note delivery_route
        delivery_service delivery_terms distribution_center eori eori_number
        equipment_number equipment_type event_description event_note freight_carrier
        freight_class fulfillment_center goods_description harmonized_code
        hazard_class_of_goods hazmat_class hs_code hts_code incoterm incoterms
        inventory_reason iso_type_code license_plate_number lpn mrn pallet_id pallet_number
        po_number purchase_order purchase_order_no purchase_order_number route_code
        scan_description scan_type seal_no seal_number service_level service_name_of_carrier
        service_type shipment_note shipping_carrier shipping_instructions shipping_method
        shipping_notes shipping_option shipping_service shipping_speed shipping_terms
        stock_adjustment_reason storage_condition storage_type tare_weight_kg tariff_code
        temperature_zone tracking_description tracking_status un_class un_number
        warehouse_name waybill_number
    """,
    "medicine": """
        analyte heart_rate loinc loinc_code pulse reference_range_high reference_range_low
        test_name test_unit ward ward_name
    """,
    "music": """
        _album_for _album_noun _artist_first _artist_last _band_end _band_mood _band_noun
        _list_day _list_decade _list_kind _list_use _list_use_first _list_use_low _list_what
        _list_when _low_noun _pitch_class _song_does _song_guest _song_mood _song_noun
        _song_other _song_place _song_time _song_verb _song_way _stage _volume album
        album_genre album_name album_title album_type album_upc audio_codec audio_format
        audio_quality beats_per_minute bit_depth bpm camelot camelot_key concert_name
        concert_title ep_title gig_name instrument instrument_name instrumentalness key_name
        key_signature label_name liveness lyric lyrics_line mixtape_name mood music_genre
        music_label music_mood music_style musical_key playlist playlist_description
        playlist_name playlist_title primary_genre record_label record_title recording_title
        release_title release_type release_upc setlist single_title song song_genre song_key
        song_mood song_name song_title speechiness spotify_id stream_quality sub_genre
        subgenre tempo tempo_bpm time_signature track track_genre track_id_code track_name
        track_no track_number track_position track_title
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
    "sales": """
        _deal_kind _deal_product _deal_year _sales_meeting _sales_meeting_high _sales_paper
        _sales_paper_high _sales_person _sales_product _sales_topic _sales_when account_code
        account_notes acquisition_channel acquisition_source activity_notes activity_outcome
        activity_subject activity_title business_industry business_need buying_role
        call_disposition call_notes call_outcome call_result call_subject campaign_type
        cancellation_reason_of_customer churn_reason client_code closed_lost_reason
        closed_won_reason company_size competing_vendor competitor competitor_name
        contact_method contact_preference contact_role customer_code customer_need
        customer_stage deal deal_name deal_number deal_stage deal_title deal_type
        decision_role employee_range employees_range engagement_subject forecast_category
        how_did_you_hear industry industry_name interaction_notes lead_code lead_no
        lead_notes lead_number lead_origin lead_rating lead_source lead_status
        lead_temperature lifecycle_stage loss_reason lost_reason lost_reason_text
        main_competitor meeting_notes meeting_outcome meeting_subject next_action
        next_best_action next_step number_of_employees_range opportunity opportunity_name
        opportunity_number opportunity_stage opportunity_title opportunity_type pain_point
        pipeline_stage preferred_channel preferred_contact_method proposal_title
        quotation_number quote_name quote_no quote_number quote_title reason_lost
        referral_source sales_notes sales_stage sector size_of_company source_of_lead
        stakeholder_role task_subject vertical win_reason won_reason
    """,
    "social": """
        _about_first _about_post _about_post_high _agree_c _ask _ask_first _city_bio _close
        _count_post _digits _feeling _feeling_low _follow_c _gift_post _handle _handle_end
        _hobby_bio _hobby_bio_high _likes_bio _n_count _name_n _open _opinion _opinion_high
        _person_post _praise_c _question_c _recipe_post _role_bio _same_c _scene _scene_high
        _scene_two _show_post _state_post _tag _thanks _time_low _time_post _tried
        _unpopular _verdict_post _whom_post clip_title comment_body comment_content
        comment_text community_name discussion_title flag_reason forum_title group_title
        hashtag moderation_reason photo_caption platform_name post_body post_caption
        post_content post_tag post_text post_title profile_bio pronouns reaction
        reaction_type reel_title reply_content reply_text report_reason social_media
        social_network social_platform status_update story_text subreddit thread_title trend
        trending_topic tweet tweet_text user_bio video_name video_title
    """,
    "sport": """
        _club_animal _club_beast _club_place _metres _minute_text _race _race_season _side
        _venue_name _workout _workout_kind _workout_level _workout_min _workout_part
        _workout_time away_club away_team away_team_name club_name field_position
        fitness_level home_club home_ground home_team home_team_name host_team league_name
        muscle_group player_position playing_position stadium stadium_name target_muscle
        team_name training_level visiting_team visitor_team
    """,
}
"""By domain, the names that have their meaning in every record."""
