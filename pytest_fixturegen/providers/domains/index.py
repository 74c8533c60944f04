"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "advertising": """
        creative_id ad_campaign ad_group ad_set adset advertiser impressions ctr cpc cpm
        cpa roas ad advertisement bid_strategy keyword_bid ad_spend ad_metric
        call_to_action landing_page_url ad_id | clicks spend budget keyword headline
        audience reach conversions platform campaign creative
    """,
    "agriculture": """
        farm farmer crop livestock cattle herd irrigation fertilizer planting orchard
        tractor agronomy greenhouse plantation paddock agriculture ndvi pesticide sowing
        ear_tag acreage poultry soil harvest milk breed pasture | yield
    """,
    "analytics": """
        funnel page_view pageview utm utm_source tracked_event analytics pageviews
        referrer screen_width viewport_width scroll_depth visitor_id anonymous_id
        event_name clickstream web_session tracking_event bounce_rate unique_visitors
        heatmap page_event site_visit web_event user_session page_views | page browser
        device_type event visit properties session_id conversion session visitor bounce
    """,
    "app_analytics": """
        tracked_event app_event app_session app_install app_version carrier network_type
        device_model sdk library screen_name crash app_open mobile_event
        push_notification_event os_version app_analytics | event_name platform
        properties device session_id event anonymous_id
    """,
    "astronomy": """
        planet galaxy exoplanet telescope asteroid comet constellation astronomy
        spacecraft redshift rocket astronaut nebula observatory right_ascension
        declination celestial parallax | star mission launch orbit magnitude satellite
    """,
    "audit": """
        role_permission audit audit_log audit_event audit_trail audit_entry activity_log
        security_event vulnerability cve cwe cvss threat siem mitre firewall intrusion
        security_alert old_values new_values changed_fields login_attempt
        access_log_entry old_value new_value actor_id access_policy iam_policy
        policy_name permission_policy security_incident entity_type risk_level
        actor_type actor_role actor_email actor_name security_finding security_rule
        security_scan | action resource ip_address entity_id severity user_agent
        incident actor finding compliance permission security
    """,
    "aviation": """
        flight airport airline aircraft icao iata runway aviation airplane tail_number
        flight_number cabin metar squawk cockpit takeoff landing callsign altitude_ft
        airspace pnr cabin_class boarding_pass frequent_flyer_number baggage_count |
        gate boarding plane pilot
    """,
    "biology": """
        gene genome chromosome allele sequencing dna rna protein species transcript exon
        zygosity pcr assay hgvs snp fastq genotype clinvar antibody plasmid primer
        taxonomy aliquot biobank specimen rin thaw microscopy cell_line sequencing_run
        scientific_name genus uniprot nucleotide | variant plate well cell culture
        freezer mutation sample viability replicate kingdom phenotype organism strain
    """,
    "building": """
        foreman concrete daily_log site_diary workers_on_site
        construction contractor subcontractor jobsite blueprint building_permit
        site_inspection punch_list scaffold architect rfi change_order
        construction_project work_package work_item csi_code | trade bid site inspection
        crew
    """,
    "chemistry": """
        reagent molecule solvent cas smiles inchi molar molecular alloy polymer catalyst
        titration molarity ghs material tensile chemistry | formula substance hazard
        reaction compound chemical
    """,
    "childcare": """
        childcare daycare kindergarten nursery preschool creche child nap toddler
        key_worker diaper child_name nap_minutes | guardian meal milestone
    """,
    "civic": """
        survey questionnaire poll ballot election voter party permit citizen donation
        donor charity nonprofit volunteer fundraiser membership civic government
        municipality petition census congregation parish referendum constituency
        candidate_party survey_response question_text donation_amount turnout
        office_sought | vote votes question answer form license
    """,
    "claims": """
        policyholder deductible insured claimant adjuster npi cpt hcpcs icd10 payer
        copay coinsurance clm mbr insurance underwriter insurer policy_number | claim
        beneficiary
    """,
    "cloud": """
        aws ec2 vpc subnet bucket s3 azure gcp lambda cloud ami instance iam
        availability_zone vcpus security_group arn cost_item billing_period usage_type
        storage_class iops volume_id volume_type ebs ec2_instance vm_instance
        cloud_instance instance_id instance_type | region account_id volume storage cost
        usage
    """,
    "customs": """
        customs customs_declaration import_declaration export_declaration hs_code
        tariff_code commodity_code duty eori mrn customs_office declarant duty_rate
        customs_value | importer exporter tariff origin clearance
    """,
    "databases": """
        database sql query_log slow_query schema_migration db_table data_pipeline etl
        dag data_quality data_job dataset_catalog table_schema table_name column_name
        data_type schema_name index_name is_primary_key is_nullable data_lineage
        db_backup db_instance db_index | table column database_name query rows pipeline
        backup engine migration row_count replica
    """,
    "dental": """
        dental dentist tooth dentistry orthodontic hygienist cdt
    """,
    "devops": """
        ci_run ci_job workflow_run commit pull_request merge_request repository repo
        deployment_record deploy issue epic code_review changelog package_release git
        commit_sha commit_hash branch_name pull_request_id test_run test_case devops
        story_points jira build_number repo_name merge_commit_sha pipeline_run
        ci_pipeline release_note build_job build_step git_branch ci_build sprint_name
        code_coverage | version tag environment ticket priority milestone labels license
        stars forks package dependency stage job author pipeline release artifact branch
        runner sprint coverage build
    """,
    "dining": """
        restaurant menu dish cuisine menu_item waiter food_order cafe party_size chef
        bistro takeaway restaurant_order table_reservation dining meal_order
        kitchen_ticket | table_number kitchen reservation occasion
    """,
    "education": """
        student course enrollment enrolment lesson teacher school university semester
        syllabus grade exam assignment classroom gpa curriculum quiz lecture faculty
        thesis scholarship pupil major class_name academic_year credits attendance
        tuition correct_answer quiz_question | options question
    """,
    "energy": """
        energy electricity tariff kwh turbine inverter solar utility substation
        transformer voltage photovoltaic pv watt ev wind_farm gas_meter power_plant
        meter | battery power charger charging consumption grid generator outage
    """,
    "environment": """
        emission pollution pollutant pm25 pm10 aqi recycling landfill water_quality
        air_quality turbidity wastewater carbon_footprint biodiversity sewage
        contaminant dissolved_oxygen ozone no2 e_coli bin_collection dbh aquarium
        salinity ammonia nitrite | noise water tree forest waste habitat
    """,
    "events": """
        attendee conference venue festival speaker concert seat rsvp meetup workshop
        exhibition organizer webinar sponsor event_ticket admission event_title
        event_name event_date max_attendees ticket_price event_category
        event_registration attendee_name ticket_type seat_number ticket_holder performer
        | event session ticket capacity registration host
    """,
    "feature_flags": """
        feature_flag flag_key rollout rollout_percentage feature_toggle toggle ab_test
        hypothesis treatment is_control target_rule targeting mde p_value
        traffic_allocation lift minimum_detectable_effect launchdarkly user_segment
        flag_variant experiment_variant variant_result | flag segment environment key
        enabled operator weight variant variation experiment
    """,
    "film": """
        movie film episode tv_show podcast season screenplay imdb_id cinema box_office
        watchlist showtime synopsis | show series actor director streaming runtime genre
        video cast
    """,
    "finance": """
        bank transaction ledger journal loan mortgage portfolio stock crypto wallet
        account_type iban broker investment dividend isin ticker gl_account bank_account
        bank_transaction journal_entry exchange_rate beneficiary mcc kyc
        loan_application payment bank_name stock_trade card_type credit_card debit_card
        | trade security coin balance swift fund invoice_line debit credit statement
        budget card interest_rate merchant holding account symbol side exchange
        order_type tx from_address to_address
    """,
    "fisheries": """
        fishery fisheries fishing catch landing trawl fishing_trip fishing_gear
        gear_type fish_species fishing_vessel mesh_size quota_kg catch_kg hatchery
        aquaculture | species skipper quota haul
    """,
    "fitness": """
        workout exercise fitness gym calories_burned heart_rate wellness meditation yoga
        cycling reps muscle athlete vo2 wellbeing | run sets rep activity habit steps
        training sleep mood running
    """,
    "food": """
        food_log recipe ingredient cuisine dish meal nutrition calories restaurant
        baking cooking chef brewery abv ibu dietary beverage grocery breakfast winery
        grape kitchen allergen carbs diet wine coffee beer | menu cook serving servings
        food protein fat
    """,
    "fundraising": """
        crowdfunding backer pledge kickstarter pledged_amount percent_funded
        reward_tier lot hammer_price auction bidder bid_increment reserve_price
        minimum_pledge | goal_amount reward campaign bid
    """,
    "games": """
        game character quest hero guild achievement loot npc weapon xp player_character
        rarity dungeon spell mana clan gamer leaderboard character_class hp kills | item
        level inventory score platform
    """,
    "geo": """
        waypoint geometry srid crs epsg osm geohash polygon terrain landuse land_use gis
        geocode bounding_box spatial poi polyline earthquake seismic trail
        elevation_gain | place route feature layer map tile location boundary latitude
        longitude elevation parcel coordinate point
    """,
    "hospitality": """
        hotel room guest booking hostel resort stay accommodation nightly_rate check_in
        check_out nights amenity itinerary tour trip_plan vacation lodging housekeeping
        traveler hotel_id guest_name room_type | reservation
    """,
    "hr": """
        employee payroll payslip leave_request leave staff hr emp paystub salary
        timesheet performance_review onboarding absence overtime hire_date
        termination_date employment_type job_title deduction absence_type time_off
        vacation_days expense expense_report reimbursement
    """,
    "http": """
        http access_log request_log http_log webhook user_agent referer query_string
        http_method cache_status remote_addr status_code bytes_sent http_version
        upstream response_time_ms api_call http_request | method path endpoint request
        response protocol latency_ms
    """,
    "iot": """
        iot sensor telemetry sensor_reading sensor_type device_type firmware_version
        rssi snr battery_level thermostat actuator mqtt lorawan smart_meter sensor_id
        device_event co2_ppm light_lux humidity device_status hourly_reading | device
        reading temperature pressure unit quality uptime voltage min_value max_value
        avg_value device_id readings gateway battery firmware
    """,
    "kubernetes": """
        cron_job cronjob kube_event daemonset kubernetes k8s kube pod deployment kubelet
        namespace replicas kubelet_version node_name qos_class restart_policy helm
        replica_set stateful_set daemon_set helm_release helm_chart chart_version
        ingress pod_ip cpu_limit memory_limit pods_capacity configmap cpu_request taints
        container_status container_id container_image | node cluster image labels
        restart service replica container
    """,
    "laboratory": """
        lab labtest loinc analyte interpretation biomarker lab_result
        reference_range_low test_name
    """,
    "law": """
        contract agreement clause legal court lawsuit litigation attorney lawyer
        jurisdiction plaintiff defendant docket nda counterparty patent trademark
        hearing law governing_law case_number verdict judge court_case case_file
        matter_number filing pleading courtroom docket_number law_firm billable |
        charge case
    """,
    "library": """
        book library loan borrower isbn author novel publisher bookstore patron
        borrowed_at call_number edition active_loans max_loans shelf genre chapter
        literature manuscript
    """,
    "logistics": """
        shipment parcel carrier warehouse freight container courier logistics waybill
        tracking_number customs cargo pallet incoterm fulfillment stock_movement
        tracking_event consignment | package tracking delivery inventory stock truck
        supplier bin picking shipping
    """,
    "logs": """
        log_record log_entry log_event log_line application_log app_log error_log syslog
        logger log_level stack_trace traceback exception exception_type thread_name
        hostname | log level message module function line process_id error trace_id
        span_id service
    """,
    "machine_learning": """
        dataset num_features num_rows data_split ml machine_learning ml_model
        model_version training_run training_job hyperparameter hyperparameters
        dataset_version llm prompt embedding inference epoch epochs batch_size
        learning_rate train_loss val_loss f1_score model_run fine_tune completion_tokens
        prompt_tokens chat_completion roc_auc max_tokens optimizer val_accuracy top_p |
        accuracy precision recall loss framework model_name temperature tokens gpu
        experiment run label feature prediction annotation
    """,
    "manufacturing": """
        manufacturing production_order work_order factory defect bom bill_of_material
        oee production_run production_line quality_inspection scrap downtime robot
        plant_machine cycle_time work_center printer print_job batch_record
        maintenance_order nonconformity machining part_number machine_event | machine_id
        shift batch line operator lot quantity_produced inspection part station plant
        machine assembly
    """,
    "maritime": """
        vessel ship maritime mmsi imo port_call berth voyage ais callsign draught dwt
        tonnage harbor harbour boat anchorage nautical shipowner teu ship_name port_code
        container_number shipping_line seal_number seaman sign_on crew_member seafarer
        bill_of_lading | seal tare knots cargo container
    """,
    "medicine": """
        patient encounter diagnosis clinic hospital vital vitals prescription medication
        doctor nurse physician allergy immunization vaccine vaccination surgery clinical
        icd10 dosage ward symptom pharmacy radiology triage mrn systolic diastolic spo2
        respiratory bmi nursing pain_score fall_risk gestational fetal gravida pregnancy
        clinical_trial nct radiologist impression phlebotomist surgeon blood_type
        patient_id prenatal | appointment admission donor blood heart therapy drug
        hemoglobin medical
    """,
    "messaging": """
        email mail chat conversation inbox calendar meeting reminder todo task subtask
        note notebook memo newsletter sms direct_message agenda invitation mailbox
        kanban sprint action_item chat_message checklist | message attachment sender
        recipient subject thread board body
    """,
    "mining": """
        mine mining ore pit blast borehole drill_hole tailings stockpile ore_type
        haul_truck geologist tonnage shaft quarry strip_ratio | grade tonnes shift
    """,
    "museums": """
        museum artifact artefact artwork exhibition curator conservation conservator
        accession_number culture provenance medium gallery museum_object | lender
        dimensions loan period
    """,
    "music": """
        track song album artist playlist audio music concert band lyrics isrc bpm
        danceability audio_features musician spotify tempo acousticness valence setlist
    """,
    "networks": """
        network vlan subnet bgp firewall_rule access_point network_device route_entry
        netflow flow_record dns_record dhcp_lease ip_allocation vlan_id
        network_interface wifi asn port_channel vpn cidr netmask ip_pool mac_table
        src_ip dst_ip dest_port | gateway mtu protocol port mac_address bandwidth speed
        device hostname ip_address switch interface router
    """,
    "observability": """
        span slo sli span_id trace_id parent_span_id service_name operation_name
        host_metric server_metric hw_stat uptime_check cpu_util load_avg system_stat
        system_stats host_stats host_stat proc_cnt host_nm runbook_url health_check
        cpu_pct mem_pct dsk_pct cpu_percent disk_percent memory_percent load1 load5
        load15 ld1 ld5 ld15 iops hst krnl kernel on_call postmortem telemetry_metric
        incident_number monitoring alert_rule metric_point metric_name | threshold
        severity service duration_ms host hostname uptime swap_mb fan_rpm incident alert
        metric monitor dashboard
    """,
    "pets": """
        pet dog animal vet veterinary kennel puppy kitten breed microchip adoption
        owner_name rabies spayed microchip_id neutered grooming | shelter species cat
    """,
    "physics": """
        particle laser spectrometer magnet physics wavelength experiment_run photon
        luminosity oscilloscope cryostat | detector beam spectrum collision
    """,
    "press": """
        article news headline journalist newspaper magazine editorial byline newsroom
        press press_release reporter columnist news_article journalism blog word_count
        published_article
    """,
    "printing": """
        print_job printing print_order prepress paper_stock grammage gsm print_run
        printing_press paper_size | finishing copies proof press
    """,
    "property": """
        property listing apartment lease tenant landlord real_estate house bedrooms
        bathrooms rent realtor mls sqft square_feet home condo rental_property
        year_built lot_size building mortgage_property
    """,
    "queues": """
        queue_message message_queue webhook_delivery email_delivery email_log
        email_event mail_log email_message sms_log sms_message kafka consumer_group
        dead_letter delivery_log outbox outbox_event background_job queue_job
        newsletter_send notification_log mail_template email_template bounce_type smtp
        routing_key event_envelope email_campaign_event | queue message webhook attempts
        payload subject template recipient retry_count partition offset event_type topic
        template_id bounce
    """,
    "railway": """
        train railway rail locomotive railroad coach platform rolling_stock
        train_number origin_station destination_station loco carriage gauge |
        station departure track
    """,
    "recruiting": """
        job_posting candidate vacancy applicant recruiter recruitment resume
        cover_letter job_offer hiring job_title salary_min responsibilities
        experience_level candidate_name resume_url applied_at hiring_manager
        applicants_count interviewer | application posting interview cv requirements
    """,
    "saas": """
        api_key usage_record metered_usage usage_event saas api_usage billing_usage
        access_token oauth_client api_client subscription_plan entitlement rate_limit
        client_secret scopes mrr arr plan_limit license_key grant_type key_prefix | plan
        usage key tier billing limit scope seats tenant seat quota workspace
    """,
    "sales": """
        lead opportunity deal crm pipeline account_manager prospect sales quote
        lead_source deal_stage lost_reason close_date industry company_size competitor
        next_step annual_revenue campaign_member churn
    """,
    "shopping": """
        product cart order_item shop review coupon promotion checkout wishlist refund
        merchandise line_item customer_review gift_card ecommerce unit_price loyalty
        product_review product_variant auction bid_history starting_bid order_line
        cart_item order store return_request | catalog return brand sku discount
    """,
    "social": """
        post comment tweet feed hashtag follower followers_count likes_count mention
        social social_post forum influencer posts_count shares_count comments_count |
        story reaction thread like timeline notification visibility
    """,
    "sport": """
        player league standing tournament season stadium referee fixture athlete workout
        coach sport kickoff home_team away_team home_score championship gym race_result
        lineup squad exercise sports_team goals_for shirt_number possession
        half_time_home match_day match goal | score training club race points round team
        position
    """,
    "support": """
        ticket support complaint issue helpdesk case sla csat resolution escalation
        incident_report faq help_article customer_support support_ticket knowledge_base
        inquiry assigned_agent first_response_at
    """,
    "telecom": """
        telecom sim imei imsi msisdn call_record cdr roaming mobile_plan data_plan
        subscriber_line cell_tower broadband phone_line call_detail data_used_gb
        minutes_used sim_card network_operator call_duration usage_record iccid porting
        outage
    """,
    "vehicles": """
        vehicle car ride trip fleet taxi truck automobile motorcycle odometer vin
        license_plate mileage charging_station parking_lot transit scooter bike pickup
        dropoff fare surge_multiplier fuel_type transmission driver vehicle_id
        parking_ticket violation | rental maintenance charger parking bus route stop
        rider fuel make model
    """,
    "weather": """
        weather forecast precipitation rainfall dew sunrise sunset uv meteo gust
        moon_phase weather_station feels_like temp_min temp_max min_temp max_temp
        temperature_max buoy high_c low_c precip_chance | wind rain snow humidity storm
        climate
    """,
    "zoo": """
        zoo zookeeper enclosure wildlife exhibit conservation_status safari
    """,
}
"""By domain, the words of names of classes and fields that speak of it, in the singular."""

OWN_NAMES: dict[str, str] = {
    "advertising": """
        ad_copy ad_format ad_group_name ad_headline ad_name ad_platform ad_size bid_strategy
        bidding_strategy call_to_action campaign_objective cta cta_text keyword_match_type
        keyword_text optimization_goal quality_score search_term viewability
        viewability_rate
    """,
    "agriculture": """
        animal_breed animal_tag breed brix brix_level crop crop_disease crop_failure_reason
        crop_name crop_protection crop_stage crop_type crop_variety cultivar daily_feed_kg
        daily_milk_l daily_milk_yield dam_tag days_to_harvest days_to_maturity disease_name
        dominant_soil_type ear_tag ear_tag_id ear_tag_number ec_ds_m electrical_conductivity
        failure_cause farm_name father_tag feed_intake_kg feed_kg feed_kg_day fertiliser
        fertilizer fertilizer_kg_ha fertilizer_name fertilizer_type fungicide growing_days
        growth_duration_days growth_stage herbicide insecticide irrigation irrigation_method
        irrigation_system irrigation_type livestock_breed loss_cause_crop main_crop
        maturity_days milk_liters milk_liters_per_day milk_litres_per_day milk_per_day_l
        milk_production_liters milk_yield milk_yield_l milk_yield_l_day mother_tag n_kg_ha
        ndvi ndvi_index ndvi_mean nitrogen_kg_ha nitrogen_rate organic_carbon organic_matter
        organic_matter_pct pest pest_name pest_type pesticide pesticide_name
        phenological_stage primary_crop seed_rate seed_rate_kg_ha seed_variety seeding_rate
        sire_tag soil soil_class soil_ec soil_humidity soil_moisture soil_moisture_pct
        soil_moisture_percent soil_organic_matter soil_ph soil_temp_c soil_temperature
        soil_temperature_c soil_texture soil_type sowing_rate tag_id tag_no tag_number
        tillage tillage_method tillage_type tractor tractor_model
    """,
    "analytics": """
        browser_language connection_type effective_connection_type max_scroll mobile_carrier
        network_type referrer_domain scroll_depth scroll_depth_percent scroll_percent
        utm_campaign utm_content utm_medium utm_source utm_term
    """,
    "app_analytics": """

    """,
    "astronomy": """
        absolute_magnitude altitude_km apogee apogee_km apparent_magnitude catalog_number
        constellation constellation_name cospar cospar_id distance_au distance_light_years
        distance_ly earth_masses exposure_s exposure_seconds exposure_time exposure_time_s
        galaxy galaxy_name height_km instrument_name international_designator launch_pad
        launch_site launch_vehicle mass_earths norad norad_cat_id norad_id observatory
        orbit_altitude_km orbital_altitude_km orbital_distance_au orbital_eccentricity
        orbital_period orbital_period_days parallax parallax_mas perigee perigee_km
        period_days photometric_filter planet planet_mass planet_name redshift
        right_ascension rocket rocket_name satellite_name seeing_arcsec semi_major_axis_au
        spacecraft spacecraft_name spectral_class spectral_type star_name stellar_class
        stellar_name telescope telescope_name v_mag visual_magnitude
    """,
    "audit": """
        changed_field cve cve_id cve_number cvss_vector cwe cwe_id cwe_name entity_type
        indicator_of_compromise ioc ioc_type mfa_method mitre_tactic second_factor
        two_factor_method
    """,
    "aviation": """
        ac_type aircraft aircraft_model aircraft_name aircraft_reg aircraft_registration
        aircraft_type airline airline_code airline_iata airline_name airport airport_code
        airport_iata airport_icao airport_name altitude_feet altitude_ft arrival_airport
        arrival_gate arrival_iata baggage_allowance_kg baggage_kg baggage_weight_kg
        boarding_gate boarding_group boarding_zone booking_class cabin_class
        checked_baggage_kg cruise_altitude_ft delay_cause delay_code_text delay_reason
        departure_airport departure_gate departure_iata destination_airport e_ticket_number
        eticket eticket_number fare_class flight flight_class flight_code flight_iata
        flight_no flight_num flight_number frequent_flyer_no frequent_flyer_number
        gate_number hex_code iata iata_code icao icao24 icao_code loyalty_number
        max_takeoff_weight_kg mode_s mtow mtow_kg origin_airport origin_iata plane_model
        plane_type runway_id seat_assignment service_class squawk tail_no tail_number
        transponder_code transponder_hex travel_class
    """,
    "biology": """
        a260_230 a260_280 a260_a280 aa_change absorbance absorbance_450 acmg_classification
        alignment_rate allele_fraction allele_frequency allelic_fraction alt_allele alt_base
        alternate_allele alternate_base amino_acid_change anatomical_origin annealing_temp_c
        annealing_temperature antibody antibody_name avg_coverage binomial_name
        biospecimen_type box_pos box_position c_notation cadd cadd_phred cadd_score
        cdna_change cell_line cell_line_name cell_viability chrom chromosome
        clinical_significance clinvar clinvar_significance common_name conc_ng_ul
        concentration_ng_per_ul concentration_ng_ul consent_status conservation_status
        coverage_depth cq_value ct_value current_volume_ul cycle_threshold dbsnp dbsnp_id
        dna_concentration dna_sequence ensembl_gene_id ensembl_id freeze_thaw_count
        freeze_thaw_cycles freeze_thaws gc_content gc_content_pct gc_content_percent
        gc_fraction gc_pct gc_percent gene gene_chr gene_id gene_symbol genome_assembly
        genome_build genome_version genotype genotype_call genus genus_name gnomad_af go_id
        go_term hgnc_symbol hgvs hgvs_c hgvs_p hgvsc hgvsp hla_allele hla_type host_organism
        host_species inheritance inheritance_pattern instrument_model iucn_status kingdom
        latin_name length_bp library_kit library_prep library_strategy library_type
        mapped_percent mapping_quality mapping_rate mapq mean_coverage melting_temp
        melting_temp_c melting_temperature melting_temperature_c minor_allele_frequency
        mode_of_inheritance model_organism molecular_consequence mutation_chr ncbi_tax_id
        ncbi_taxon_id nucleotide_sequence od260_280 od450 od600 optical_density organism
        pathogenicity pct_q30 phenotype phenotype_name plate_well ploidy
        population_frequency position_in_box primary_antibody primer_sequence protein_change
        purity_260_230 purity_260_280 purity_ratio q30 q30_percent ratio_260_230
        ratio_260_280 read_depth red_list_status ref_allele ref_base reference_allele
        reference_base reference_genome refseq refseq_id refseq_transcript remaining_volume
        remaining_volume_ul reverse_complement reverse_primer rin rin_score
        rna_concentration rna_integrity_number rs_id rsid sample_type scientific_name
        sequence_length_bp sequencer sequencing_platform snp_id snp_name source_organism
        source_tissue species species_common_name species_name storage_temp storage_temp_c
        storage_temperature storage_temperature_c target_gene tax_id taxon_class
        taxon_family taxon_id taxon_name taxonomic_class taxonomic_family taxonomic_kingdom
        taxonomy_id thaw_count tissue tissue_source tissue_type tm_celsius total_depth
        transcript_accession transcript_id tube_position uniprot uniprot_accession
        uniprot_id vaf variant_allele_frequency variant_chr variant_hgvs variant_name
        vernacular_name viability viability_pct viability_percent volume_remaining_ul
        well_position zygosity
    """,
    "building": """
        bid_number building_material building_project change_order_number
        change_order_reason construction_activity construction_equipment
        construction_material construction_phase construction_phase_task
        construction_project construction_stage construction_trade construction_type
        contractor_type csi_code csi_division daily_log daily_report_text defect_description
        division_code drawing_number drawing_title hazard_observed heavy_equipment
        inspection_finding inspection_kind jobsite_name machine_on_site material_used
        near_miss plan_title project_name_of_site project_type_of_site punch_list_item
        rfi_number safety_incident scope_item site_delay_reason site_diary
        subcontractor_trade task_of_trade tender_number trade_name type_of_construction
        unit_of_work weather_delay_reason wo_number work_order_number
    """,
    "chemistry": """
        absorbance_nm alloy alloy_name assay_percent atomic_symbol batch_id boiling_point
        boiling_point_c bp_c canonical_smiles cas cas_no cas_number cas_registry_number
        cas_rn chemical_element chemical_formula chemical_name compound_name concentration_m
        concentration_mol_l crystal_structure crystal_system elastic_modulus
        elastic_modulus_gpa element_symbol elongation_at_break elongation_pct
        elongation_percent flash_point flash_point_c ghs_classification ghs_code ghs_hazard
        h_phrase hazard_category hazard_code hazard_statement inchi_key inchikey lambda_max
        log_p logp lot_id melting_point melting_point_c modulus_gpa molar_concentration
        molar_mass molar_mass_g_mol molarity molecular_formula molecular_mass
        molecular_weight molecular_weight_g_mol mp_c percent_yield pka purity_pct
        purity_percent reaction_hours reaction_temp_c reaction_temperature
        reaction_temperature_c reaction_time reaction_time_h reaction_yield reagent_name
        refractive_index retention_time retention_time_min signal_word smiles smiles_string
        substance_name temperature_c tensile_strength tensile_strength_mpa
        ultimate_strength_mpa ultimate_tensile_strength uts uts_mpa viscosity_cp
        viscosity_mpa_s wavelength_nm xlogp yield_pct yield_percent yield_strength
        yield_strength_mpa yield_stress youngs_modulus youngs_modulus_gpa
    """,
    "childcare": """
        amount_eaten authorized_pickup babysitter child_incident child_name childminder
        childs_name developmental_area food_intake key_worker kindergarten_teacher
        learning_area meal_eaten milestone_area nanny nap_duration_min nap_length_min
        nap_minutes picked_up_by pickup_person pupil_name
    """,
    "civic": """
        act_title agency_name appeal_name application_type_of_permit association_name
        badge_no ballot_measure ballot_question bill_number bill_title
        campaign_title_of_charity candidate_party cause_name charity_cause charity_name
        church_name club_name_of_society committee_name complaint_detail congregation
        constituency department_responsible designation_of_gift donation_message
        donation_number donation_purpose donation_type donor_message dues_frequency
        elected_office election_name election_title election_type electoral_district
        form_description form_question foundation_name fund_designation fundraiser_title
        fundraising_campaign government_agency government_service incident_detail
        issuing_authority law_title legislation_title member_level membership_no
        membership_number membership_tier_name ngo_name nonprofit nonprofit_name
        office_sought officer_badge organization_name_of_club parish_name party_affiliation
        party_of_candidate permit_description permit_fee_class permit_no permit_number
        permit_purpose permit_type political_office political_party poll_question poll_title
        polling_place polling_station proposition public_authority question_format
        questionnaire questionnaire_item receipt_number_of_gift request_category_311
        request_detail responsible_department sacrament service_request_type
        service_requested service_type_of_church small_group society_name survey_answer
        survey_description survey_name survey_question survey_response survey_title
        volunteer_role volunteer_task volunteering_role vote_cast voter_id voter_number
        voter_registration_number ward_name_of_city worship_service
    """,
    "claims": """
        adj_rsn_cd adjuster adjustment_reason_code auth_number authorization_number
        bill_type billing_code billing_npi carc carc_code carc_description cause_of_damage
        cause_of_loss claim_adjuster claim_adjustment_reason claim_handler claimant
        claimant_name claims_adjuster cover_amount cover_type coverage_amount coverage_limit
        coverage_limit_amount coverage_type cpt cpt4 cpt_cd cpt_code cpt_desc
        cpt_description cpt_modifier deductible deductible_amount denial_code
        denial_description denial_reason denied_reason deny_reason description_of_loss
        diag_ptr diagnosis_pointer drg drg_cd drg_code dx_pointer dx_ptr ein
        employer_id_number excess_amount fac_nm face_amount federal_tax_id fraud_probability
        fraud_score hcpcs hcpcs_cd hcpcs_code health_plan ins_name ins_nm insurance_payer
        insurance_plan insurance_type insured_amount insured_name insured_value
        line_of_business loss_adjuster loss_cause loss_description loss_type ms_drg
        ncb_years ncd no_claim_bonus no_claim_years no_claims_bonus_years no_claims_discount
        no_claims_years npi npi_no npi_number payer payer_code payer_id payer_name
        payer_type payor payor_id payor_name peril place_of_service place_of_service_code
        plan_payer police_report police_report_no police_report_number policy_excess
        policy_holder policy_limit policyholder policyholder_name pos_code primary_payer
        prior_auth_number prior_authorization proc_cd proc_code proc_desc procedure_cd
        procedure_desc procedure_modifier provider_npi provider_organization
        provider_taxonomy rarc rarc_code reason_code referring_npi rejection_reason
        remark_code rendering_npi rev_cd rev_code revenue_code service_code
        service_description service_facility sum_insured taxonomy_code type_of_bill
        type_of_loss underwriter
    """,
    "cloud": """
        allocation_id ami_id availability_zone availability_zone_name az bucket bucket_name
        ebs_volume_id ec2_instance_id eni_id iam_role image_id instance_id
        internet_gateway_id key_pair key_pair_name keypair kms_key_id nat_gateway_id
        network_interface_id route_table_id s3_bucket s3_storage_class security_group_id
        sg_id snapshot_id ssh_key_name storage_class subnet_cidr subnet_id volume_id vpc_id
        zone
    """,
    "customs": """
        commodity_description commodity_name customs_house customs_office customs_procedure
        customs_procedure_code declarant_eori declaration_reference description_of_goods
        detention_reason inspection_channel movement_reference_number office_of_entry
        origin_document port_of_entry preference_document risk_channel seizure_reason
    """,
    "databases": """
        column_name column_type connection_string constraint_name cron cron_expression
        cron_schedule crontab dag_id data_type migration_name query_text raw_sql schema_name
        sql sql_query sql_text sql_type
    """,
    "dental": """
        cdt cdt_code dental_condition pocket_depth_mm probing_depth_mm
    """,
    "devops": """
        base_branch commit_hash commit_message commit_sha git_branch git_sha head_sha
        merge_commit_sha programming_language short_commit short_sha source_branch
        spdx_license target_branch
    """,
    "dining": """
        bistro_name cafe_name cooking_instructions cooking_level cuisine_type dietary_label
        dietary_tag dining_occasion dining_option dining_review dish_category
        dish_description dish_name dish_price dish_type eatery_name food_item food_review
        health_inspection_grade inspection_grade kitchen_note kitchen_station meal_name
        menu_category menu_description menu_item_description menu_item_name menu_item_price
        menu_price menu_section order_instructions prep_station restaurant_name
        restaurant_review table_area table_location tip_method
    """,
    "education": """
        absence_note academic_department academic_honors academic_standing academic_term
        academic_year activity_club alma_mater answer_explanation answer_key area_of_study
        assignment_description assignment_name assignment_title assignment_type
        attendance_status cefr_level cgpa chapter_title class_code class_description
        class_level class_section class_standing class_title classroom_name club_activity
        college college_name correct_answer course_code course_credits course_department
        course_description course_format course_level course_number course_objective
        course_subject course_title credit_hours credits_completed credits_earned
        cumulative_gpa degree_code degree_level degree_name degree_program degree_title
        degree_type delivery_mode difficulty_level dissertation_title earned_credits ects
        elementary_school enrollment_type enrolment_type exam_description exam_name
        exam_question exam_score exam_title exam_type excuse_reason expected_answer
        extracurricular faculty faculty_name field_of_study gpa grade_comment grade_letter
        grade_level grade_percent grade_point grade_point_average grade_points
        grading_comment has_passed high_school homework_description homework_title honors
        instruction_mode instructor_feedback is_pass is_passed language_level
        learning_objective learning_outcome lecture_title lesson_name lesson_title
        letter_grade marks_percent matriculation_number module_description module_title
        paper_topic pass_fail percentage_grade program_name program_of_study
        qualification_title quiz_question quiz_title remark_on_grade right_answer room_name
        scholarship scholarship_name school_grade school_name school_term school_year
        score_percentage section_code semester specialization student_id student_level
        student_no student_number student_type study_program study_term study_year
        subject_code teacher_comment teacher_feedback term_name thesis_title total_credits
        university university_name year_group
    """,
    "energy": """
        active_power_kw active_power_w affected_customers annual_generation_mwh
        annual_output_mwh base_fee battery_health_pct battery_soc capacity_kw capacity_mw
        charger_power_kw charging_power_kw connector_type consumption_kwh current_output_mw
        current_reading customers_affected demand_kw energy_consumed_kwh
        energy_generated_mwh energy_kwh energy_mwh energy_rate energy_source energy_type
        feeder_name fixed_charge frequency_hz generation_mw generation_mwh generation_type
        ghi grid_frequency grid_frequency_hz grid_node installed_capacity
        installed_capacity_kw installed_capacity_mw interruption_cause inverter
        inverter_model irradiance_wm2 kwh kwh_price load_kw meter_no meter_number
        meter_reading meter_serial module_efficiency module_type monthly_charge mpan mprn
        nameplate_capacity_mw nominal_power_kw off_peak_kwh off_peak_usage on_peak_kwh
        outage_cause output_mw panel_efficiency panel_model panel_tilt panel_type
        peak_consumption peak_demand_kw peak_kwh peak_power_kw peak_usage plant_type
        plug_type power_factor power_kw power_mw power_output_mw power_plant
        power_plant_type power_source power_station power_w power_watts previous_reading
        price_per_kwh primary_fuel rate_per_kwh rate_plan rated_power_kw rated_power_mw
        reactive_power_kvar service_charge soc_percent solar_farm solar_panel_efficiency
        source_type standing_charge state_of_charge state_of_health substation
        substation_name tariff tariff_code tariff_name tariff_plan tariff_rate tariff_type
        tilt_angle tilt_deg unit_price unit_rate usage_kwh utility_type wind_farm
    """,
    "environment": """
        air_quality_index ammonia_mg_l ammonia_ppm aqi aqi_value bacteria_count canopy_cover
        canopy_cover_pct carbon_footprint carbon_footprint_kg co2_emissions_t co2_kg co2_ppm
        co2_tonnes co2e_kg co2e_t co2e_tonnes coliform coliform_count dbh_cm decibels
        dissolved_oxygen dissolved_oxygen_mg_l diversion_rate do_mg_l dominant_pollutant
        dose_rate e_coli e_coli_cfu ecoli_cfu emission_scope emission_source
        emissions_tonnes ewc_code fecal_coliform ghg_emissions ghg_scope lake_name
        main_pollutant material_type nitrate nitrate_mg_l nitrate_ppm nitrates nitrite_mg_l
        nitrite_ppm nitrogen_dioxide no2 no2_ppb no3 noise_db noise_level noise_level_db o3
        o3_ppb oxygen_mg_l ozone ozone_ppb ph_level ph_value pm10 pm10_level pm10_ug_m3 pm25
        pm25_level pm25_ug_m3 pm2_5 pm2_5_ug_m3 pm_10 pm_25 pollutant pollution_source
        quality_class radiation_level radiation_usv_h recycled_percent recycling_rate
        recycling_rate_pct river_name salinity salinity_ppt salinity_psu so2 so2_ppb
        sound_level sound_level_db sulfur_dioxide tds tds_mg_l tds_ppm
        total_dissolved_solids tree_cover tree_species trunk_diameter_cm turbidity
        turbidity_ntu us_aqi waste_code waste_material waste_stream waste_type water_body
        water_quality water_quality_rating water_temp_c water_temperature
        water_temperature_c waterbody
    """,
    "events": """
        admission_code admission_type attendance_response attendee_feedback booth_number
        cancellation_reason_of_event concert_hall conference_name conference_track
        dietary_requirement dietary_requirements dietary_restriction dietary_restrictions
        entrance_gate event_cancellation_reason event_description event_feedback
        event_format event_title event_venue festival_name keynote_speaker keynote_title
        lecture_topic name_of_event organizer_name pass_type performer_name
        presentation_title qr_code_text row_label rsvp rsvp_status seat_code seat_number
        seat_row seat_section seating_section session_track speaker_name sponsor_tier
        sponsorship_level sponsorship_tier stand_number talk_title theater_name theatre
        type_of_event
    """,
    "feature_flags": """
        feature_key flag_key flag_name hypothesis mde minimum_detectable_effect
        percentage_rollout rollout rollout_pct rollout_percent rollout_percentage
        segment_description segment_key segment_name toggle_key variant_key variation_key
    """,
    "film": """
        age_rating box_office_rank content_rating critic_review episode_name episode_title
        film_award film_description film_genre film_keyword film_name film_rating
        film_review film_title imdb_id logline movie_description movie_genre movie_keyword
        movie_name movie_review movie_title mpaa_rating parental_rating plot_keyword
        plot_summary podcast_description podcast_episode podcast_episode_description
        podcast_episode_title podcast_name podcast_show podcast_title resolution_label
        runtime_min runtime_minutes season_number series_genre series_name series_title
        show_genre show_name show_notes show_title stream_resolution tmdb_id tv_show
        video_quality viewer_review
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
        gl_account_type gl_code installment_frequency interest_rate_type interest_type
        investment_fund invoice_line_description isin isin_code issuer_rating
        journal_description journal_entry_description journal_entry_number
        journal_line_description journal_memo journal_number kyc_level kyc_status
        ledger_account ledger_account_name ledger_code ledger_description lei lei_code
        listing_exchange loan_account_number loan_no loan_number loan_product loan_purpose
        loan_term loan_term_months loan_type market_sector mcc mcc_code
        merchant_account_number merchant_category_code merchant_number nominal_code
        normal_balance order_kind order_type_of_trade payment_memo payment_purpose
        payment_reference portfolio_name pos_terminal posting_period purpose_of_loan
        rate_type_of_loan remittance_information repayment_frequency savings_goal
        security_name security_type_of_loan sort_code source_of_funds source_of_wealth
        spending_category statement_description stock_exchange stock_name stock_sector
        stock_symbol stock_ticker suspicious_activity_type terminal_id ticker ticker_symbol
        tif time_in_force token_decimals token_name token_standard token_symbol trading_pair
        trading_symbol trading_venue transaction_category transaction_description
        transaction_hash transaction_memo transaction_text transfer_description
        transfer_reference tx_hash txid type_of_account type_of_loan voucher_number
        wallet_address wallet_type wkn
    """,
    "fisheries": """
        catch_certificate catch_species fao_area fish_farm fish_species fishing_area
        fishing_gear fishing_ground fishing_licence fishing_license fishing_zone gear_code
        gear_type hatchery ices_area landing_number landing_port logbook_number
        port_of_landing target_species
    """,
    "fitness": """
        active_calories activity_type average_heart_rate avg_heart_rate avg_hr awake_minutes
        awakenings body_fat body_fat_pct body_fat_percent body_fat_percentage body_part
        calories_burned daily_steps deep_minutes deep_sleep_minutes energy_score
        estimated_1rm exercise_name fitness_goal fitness_level flights_climbed
        floors_climbed habit_name heart_rate_variability heart_rate_zone hip_cm
        hours_of_sleep hours_slept hr_zone hrv hrv_ms hydration_ml lean_mass_kg
        light_minutes light_sleep_minutes max_heart_rate max_hr meditation_type
        minutes_asleep minutes_awake mood mood_label muscle muscle_group muscle_mass_kg
        muscles one_rep_max one_rep_max_kg perceived_exertion primary_muscle readiness_score
        recovery_score rem_minutes rem_sleep_minutes repetitions reps rest_seconds rest_time
        rest_time_seconds resting_heart_rate resting_hr rpe sleep_duration
        sleep_duration_hours sleep_duration_minutes sleep_efficiency sleep_hours
        sleep_minutes sleep_quality sleep_score steps_count stress_level stress_score
        target_muscle times_awake total_sleep_minutes total_steps total_volume_kg
        training_goal training_level training_volume vo2_max vo2max volume_kg
        waist_circumference_cm waist_cm wake_count water_intake_l water_intake_ml
        water_liters_per_day water_ml workout_goal workout_name workout_type
    """,
    "food": """
        abv alcohol_by_volume alcohol_content alcohol_percent bake_temp_c baking_temperature
        baking_time calories carbohydrate carbohydrate_g carbohydrates carbohydrates_g carbs
        carbs_g carbs_grams chef_notes cook_mins cook_minutes cook_time cook_time_min
        cook_time_mins cook_time_minutes cooking_time cooking_time_minutes cuisine
        cuisine_style diet_type dietary_fiber dietary_preference dietary_preferences
        dietary_tags energy_kcal fat_g fat_grams fiber fiber_g fiber_grams fibre fibre_g
        flavor flavor_profile flavors flavour grape_variety heat_level ibu ingredient
        ingredient_name ingredients kcal main_ingredient oven_temp oven_temp_c
        oven_temperature oven_temperature_c prep_mins prep_minutes prep_time prep_time_min
        prep_time_mins prep_time_minutes preparation_time preparation_time_minutes protein
        protein_g protein_grams proteins recipe_name recipe_notes recipe_title restaurant
        roast_level servings signature_dish sodium sodium_mg spice_level spiciness sugar
        sugar_g sugar_grams sugars sugars_g tasting_notes total_carbohydrate total_carbs
        total_fat total_fat_g
    """,
    "fundraising": """
        auction_title bidder_number campaign_blurb campaign_category campaign_tagline
        limit_per_backer lot_description_short lot_name lot_title paddle_number perk_title
        pledge_level pledge_tier project_category reward_name reward_tier reward_title
        shipping_countries
    """,
    "games": """
        ability_name achievement_description achievement_name achievement_title arena_name
        armor_name armor_type avatar_name ban_reason character_class character_race
        clan_name difficulty_setting equipment_name equipment_slot game_difficulty
        game_genre game_item game_map game_mode game_name game_platform game_title gamertag
        gaming_platform guild_name hero_class hero_name ign in_game_currency in_game_name
        item_rarity item_slot job_class league_tier loot_name map_name match_mode
        match_outcome mission_description npc_name play_mode player_nickname player_rank
        player_tag power_name preferred_weapon primary_attribute primary_stat
        quest_description quest_name quest_title race_of_character rank_tier rarity_tier
        species_of_character spell_name trophy_name video_game virtual_currency weapon_name
    """,
    "geo": """
        accuracy_m accuracy_meters apn area_km2 area_sq_km ascent_m aspect_degrees biome
        cadastral_number census_tract climate_zone climb_m coordinate_reference_system
        coordinate_system crs crs_code crs_name density_per_km2 ecoregion elevation_gain
        elevation_gain_m encoded_polyline epsg epsg_code fix_accuracy geo_hash geohash
        geom_type geom_wkt geometry_type gmt_offset gps_accuracy gps_coordinates
        gps_fix_accuracy gps_point_accuracy h3 h3_cell h3_id h3_index hdop_m
        horizontal_accuracy inhabitants koppen land_area_km2 land_cover land_cover_class
        land_use land_use_type landcover landform landmark landmark_name landuse lat_lng
        lat_lon lat_long latlng latlon location_point_accuracy mag_type magnitude_type
        map_zoom min_zoom olc open_location_code osm_id osm_node_id overview_polyline
        parcel_id parcel_number plus_code poi_name poi_type point_accuracy point_wkt
        polyline pop_density population_density quad_key quadkey route_point_accuracy
        slope_aspect slope_deg slope_degrees spatial_reference srid srs terrain_type
        timezone_offset total_ascent total_ascent_m total_population track_point_accuracy
        trackpoint_accuracy tz_offset utc_offset waypoint_accuracy what3words wkt
        wkt_geometry zone_type zoning zoning_code zoning_type zoom_level
    """,
    "hospitality": """
        accommodation_name accommodation_type amenity bed_configuration bed_type
        beds_description board_basis board_type booking_channel booking_number
        booking_source cancellation_policy distribution_channel excursion
        excursion_description excursion_name guest_feedback guest_request guest_requests
        guest_review hostel_name hotel_amenity hotel_brand hotel_chain hotel_code hotel_name
        hotel_review hotel_stars housekeeping_status itinerary_name lodging_name max_guests
        max_occupancy meal_option meal_plan meal_preference mode_of_transport
        package_description property_amenity property_code purpose_of_stay purpose_of_visit
        rate_name reason_for_cancellation reservation_channel reservation_code_hotel
        reservation_number reservation_source resort_name room_amenity room_capacity
        room_class room_condition room_description room_type room_type_code room_view
        seat_preference smoking_policy smoking_preference special_request special_requests
        star_rating stay_review things_to_do tour_description tour_title tourist_activity
        transport_mode travel_mode travel_package travel_purpose trip_description
        trip_purpose trip_type type_of_room view_type
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
        exemption_status exit_reason expense_description expense_note expense_title
        filing_status flsa_status grade_level_code job_code job_family job_function
        job_grade job_level_code job_title leave_category leave_reason leave_type
        leaving_reason manager_comments onboarding_step onboarding_task overall_rating_label
        pay_band pay_code pay_component pay_cycle pay_element pay_frequency pay_grade
        pay_run_id pay_schedule pay_type payroll_frequency payroll_id payroll_number
        performance_comments performance_goal performance_level performance_rating
        performance_score performance_summary personnel_number pos_title position_title
        pto_type reason_for_absence reason_for_leave reason_for_leaving req_id
        requisition_id requisition_number review_comments review_rating_label review_summary
        reviewer_comments salary_band salary_grade salary_type separation_reason shift_name
        shift_note shift_pattern shift_type staff_title tax_filing_status termination_reason
        termination_type time_off_reason time_off_type timesheet_note title_of_job
        training_course training_name training_title type_of_leave veteran_status wage_type
        work_arrangement work_authorization work_location_type work_model work_permit_type
        worker_number worker_type workplace_type
    """,
    "http": """
        accept_encoding accept_language cache_control cache_status cf_cache_status
        content_encoding endpoint_path http_referer http_version path_info protocol_version
        query_params query_string querystring referer request_path request_protocol
        signature_header upstream_cache_status uri_path url_path url_query webhook_signature
        x_cache
    """,
    "iot": """
        battery_voltage board_revision dev_eui device_eui firmware firmware_revision
        firmware_version fw_ver fw_version hardware_revision hardware_version hw_ver
        hw_version mqtt_topic rssi rssi_dbm sampling_rate_hz sensor_model sensor_type
        signal_strength signal_strength_dbm snr snr_db spreading_factor
    """,
    "kubernetes": """
        access_mode config_map_name image_pull_policy image_tag kube_namespace
        kubelet_version node_group node_pool node_selector pod_name pull_policy
        replica_set_name restart_policy storage_class_name
    """,
    "laboratory": """
        abnormal_flag analyte_code analyte_comment analyte_comments analyte_flag
        analyte_high analyte_interpretation analyte_low analyte_lower_limit
        analyte_max_normal analyte_min_normal analyte_note analyte_notes
        analyte_numeric_value analyte_range_high analyte_range_low analyte_remarks
        analyte_result analyte_unit analyte_unit_of_measure analyte_units analyte_uom
        analyte_upper_limit analyte_value analyte_value_num analyte_value_quantity
        analyte_value_unit biomarker_comment biomarker_comments biomarker_flag
        biomarker_high biomarker_interpretation biomarker_low biomarker_lower_limit
        biomarker_max_normal biomarker_min_normal biomarker_note biomarker_notes
        biomarker_numeric_value biomarker_range_high biomarker_range_low biomarker_remarks
        biomarker_result biomarker_unit biomarker_unit_of_measure biomarker_units
        biomarker_uom biomarker_upper_limit biomarker_value biomarker_value_num
        biomarker_value_quantity biomarker_value_unit component_code component_comment
        component_comments component_flag component_high component_interpretation
        component_low component_lower_limit component_max_normal component_min_normal
        component_note component_notes component_numeric_value component_range_high
        component_range_low component_remarks component_result component_unit
        component_unit_of_measure component_units component_uom component_upper_limit
        component_value component_value_num component_value_quantity component_value_unit
        flag_text interpretation_text lab_category lab_code lab_comment lab_comments
        lab_department lab_flag lab_high lab_interpretation lab_low lab_lower_limit
        lab_max_normal lab_min_normal lab_note lab_notes lab_numeric_value lab_range_high
        lab_range_low lab_remarks lab_result lab_result_code lab_result_comment
        lab_result_comments lab_result_flag lab_result_high lab_result_interpretation
        lab_result_low lab_result_lower_limit lab_result_max_normal lab_result_min_normal
        lab_result_note lab_result_notes lab_result_numeric_value lab_result_range_high
        lab_result_range_low lab_result_remarks lab_result_result lab_result_unit
        lab_result_unit_of_measure lab_result_units lab_result_uom lab_result_upper_limit
        lab_result_value lab_result_value_num lab_result_value_quantity
        lab_result_value_unit lab_section lab_specimen lab_test_code lab_unit
        lab_unit_of_measure lab_units lab_uom lab_upper_limit lab_value lab_value_num
        lab_value_quantity lab_value_unit labs_comment labs_comments labs_flag labs_high
        labs_interpretation labs_low labs_lower_limit labs_max_normal labs_min_normal
        labs_note labs_notes labs_numeric_value labs_range_high labs_range_low labs_remarks
        labs_result labs_unit labs_unit_of_measure labs_units labs_uom labs_upper_limit
        labs_value labs_value_num labs_value_quantity labs_value_unit loinc loinc_code
        loinc_num measurement_comment measurement_comments measurement_flag measurement_high
        measurement_interpretation measurement_low measurement_lower_limit
        measurement_max_normal measurement_min_normal measurement_note measurement_notes
        measurement_numeric_value measurement_range_high measurement_range_low
        measurement_remarks measurement_result measurement_unit measurement_unit_of_measure
        measurement_units measurement_uom measurement_upper_limit measurement_value
        measurement_value_num measurement_value_quantity measurement_value_unit normal_high
        normal_low normal_max normal_min normal_range normal_range_high normal_range_low
        numeric_result numeric_value observation_code observation_comment
        observation_comments observation_flag observation_high observation_interpretation
        observation_low observation_lower_limit observation_max_normal
        observation_min_normal observation_note observation_notes observation_numeric_value
        observation_range_high observation_range_low observation_remarks observation_result
        observation_unit observation_unit_of_measure observation_units observation_uom
        observation_upper_limit observation_value observation_value_num
        observation_value_quantity observation_value_unit panel_comment panel_comments
        panel_flag panel_high panel_interpretation panel_low panel_lower_limit
        panel_max_normal panel_min_normal panel_name panel_note panel_notes
        panel_numeric_value panel_range_high panel_range_low panel_remarks panel_result
        panel_unit panel_unit_of_measure panel_units panel_uom panel_upper_limit panel_value
        panel_value_num panel_value_quantity panel_value_unit ref_high ref_low ref_max
        ref_min ref_range ref_range_high ref_range_low reference_high reference_interval
        reference_low reference_range reference_range_high reference_range_low
        result_comment result_comments result_flag result_high result_interpretation
        result_low result_lower_limit result_max_normal result_min_normal result_note
        result_notes result_numeric result_numeric_value result_range_high result_range_low
        result_remarks result_result result_text result_unit result_unit_of_measure
        result_units result_uom result_upper_limit result_value result_value_num
        result_value_quantity result_value_unit specimen specimen_source specimen_type
        test_abbreviation test_category test_code test_comment test_comments test_flag
        test_high test_interpretation test_low test_lower_limit test_max_normal
        test_min_normal test_note test_notes test_numeric_value test_range_high
        test_range_low test_remarks test_result test_unit test_unit_of_measure test_units
        test_uom test_upper_limit test_value test_value_num test_value_quantity
        test_value_unit value_display value_quantity value_string value_text
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
        distribution_center eori eori_number equipment_number event_note freight_carrier
        freight_class fulfillment_center goods_description harmonized_code
        hazard_class_of_goods hazmat_class hs_code hts_code incoterm incoterms
        inventory_reason iso_type_code license_plate_number lpn movement_reason mrn
        pallet_id pallet_number po_number purchase_order purchase_order_no
        purchase_order_number scan_description scan_type seal_no service_level
        service_name_of_carrier shipment_note shipping_carrier shipping_instructions
        shipping_method shipping_notes shipping_option shipping_service shipping_speed
        shipping_terms stock_reason storage_condition storage_type tare_weight_kg
        temperature_zone tracking_description tracking_status un_class un_number
        warehouse_name waybill_number
    """,
    "logs": """
        exc_info exception_class exception_stacktrace exception_type logger_name
        process_name stack_trace stacktrace thread thread_name traceback
    """,
    "machine_learning": """
        activation_function base_model batch_size dropout_rate embedding_model epochs
        finish_reason hyperparameter hyperparameter_name learning_rate loss_function lr
        max_epochs max_new_tokens max_output_tokens max_tokens n_epochs nucleus num_epochs
        optimiser optimizer predicted_label sampling_temperature stop_reason
        temperature_setting top_k top_p training_dataset weight_decay
    """,
    "manufacturing": """
        batch_number defect_code defect_code_name defect_type downtime_reason lot_number
        machine_name machine_type oee paper_size part_revision tool_number work_center
        work_centre work_order
    """,
    "maritime": """
        ais_class arrival_port b_l_number beam_m boat_category boat_name boat_type bol
        breadth breadth_m call_sign callsign capacity_teu class_society
        classification_society cog_deg container_num course_deg course_over_ground
        current_draught deadweight deadweight_t deadweight_tonnage deadweight_tons
        departure_port discharge_port draft_m draught draught_m draught_max dwt
        feeder_vessel flag_country flag_state gross_tonnage gross_tons grt hdg heading_deg
        home_port imdg_class imo imo_class imo_no imo_number lloyds_number loading_port
        locode max_draft max_draught mmsi mmsi_number mother_vessel nav_status
        nav_status_code nav_status_name nav_status_text navigation_status
        navigation_status_code navigational_status navigational_status_code port_code
        port_locode port_name port_of_discharge port_of_loading radio_call_sign rate_of_turn
        registration_country sea_state seal_number ship_category ship_class ship_imo
        ship_mmsi ship_name ship_type shipname sog_knots speed_kn speed_knots
        speed_over_ground summer_dwt teu teu_capacity true_heading turn_rate type_of_ship
        un_locode unlocode vessel vessel_category vessel_class vessel_flag vessel_imo
        vessel_mmsi vessel_name vessel_type voyage voyage_no voyage_number width_m
    """,
    "medicine": """
        a1c active_ingredient active_substance admin_route administration_route
        administration_site admitting_diagnosis admitting_diagnosis_code alcohol_consumption
        alcohol_use allergic_reaction allergies allergy allergy_category allergy_name
        allergy_reaction allergy_substance allergy_type anatomical_site apgar apgar_1min
        apgar_5min apgar_score asa_class asa_score atc atc_code atc_name attending_doctor
        attending_physician bed_no bed_number blood_glucose blood_pressure
        blood_pressure_diastolic blood_pressure_systolic blood_sugar body_site body_system
        body_temp body_temp_c body_temp_f body_temperature body_temperature_c
        body_temperature_f bp_dia bp_diastolic bp_sys bp_systolic bpd bps braden_score
        breathing_rate chief_complaint cholesterol cholesterol_mg_dl clinic clinic_name
        clinical_note clinical_notes clinicaltrials_id condition_icd10 creatinine
        creatinine_mg_dl cvx cvx_code days_of_supply days_supply dbp dia_bp diag_cd
        diag_code diagnosis diagnosis_code diagnosis_description diagnosis_display
        diagnosis_name diastolic diastolic_blood_pressure diastolic_bp diastolic_mmhg
        diastolic_pressure discharge_diagnosis dispensed_quantity dispensing_pharmacy
        doctor_specialty dosage dosage_form dosage_instruction dosage_instructions
        dosage_strength dosage_text dosage_unit dose_amount dose_form dose_frequency
        dose_series dose_strength dose_unit dose_value doses_required dosing_frequency drug
        drug_allergies drug_allergy drug_class drug_form drug_manufacturer drug_name
        drug_strength duration_days dx_cd dx_code dx_desc dx_description egfr
        ejection_fraction esi_level frequency_code frequency_text gcs gcs_score generic_name
        gestational_age gestational_age_weeks glasgow_coma_scale glucose glucose_level
        glucose_mg_dl gravida haemoglobin hba1c hba1c_percent hdl hdl_cholesterol
        health_facility heart_rate heart_rate_bpm hemoglobin hemoglobin_g_dl hgb hospital
        hospital_name hospital_number hospital_ward icd icd10 icd10_cm icd10_code
        icd10_description icd_10 icd_10_code icd_code imaging_modality immunization
        immunization_manufacturer immunization_site injection_site known_allergies ldl
        ldl_cholesterol lvef map_mmhg mean_arterial_pressure mean_bp medical_center
        medical_record_number medical_specialty medication medication_display
        medication_dosage medication_form medication_frequency medication_name
        medication_route medicine medicine_name modality national_drug_code nct_id
        nct_number ndc ndc_code ndc_number number_of_refills nursing_note nursing_notes
        o2_sat o2_saturation ordering_physician ordering_provider oxygen_saturation
        oxygen_saturation_percent pain_level pain_score patient_mrn pharmacologic_class
        pharmacy pharmacy_name physician_specialty platelet_count platelets prescribed_drug
        prescription_instructions presenting_complaint presenting_symptom
        primary_care_physician primary_diagnosis primary_diagnosis_code primary_physician
        principal_dx progress_note provider_specialty pulse pulse_bpm pulse_rate
        quantity_dispensed quantity_prescribed reaction_description reason_for_visit
        referring_physician referring_provider refill_count refills refills_allowed
        refills_authorized refills_remaining reported_symptoms resp_rate respiration_rate
        respirations respiratory_rate route_name route_of_administration rr sao2 sbp
        serum_creatinine sig_code sig_text smoker_status smoking_status snomed snomed_code
        snomed_ct soap_note specialty spo2 spo2_pct spo2_percent symptom symptoms sys_bp
        systolic systolic_blood_pressure systolic_bp systolic_mmhg systolic_pressure
        target_disease therapeutic_class tobacco_use tooth tooth_no tooth_number
        tooth_surface total_cholesterol triage_category triage_level triglycerides
        vaccination_name vaccination_site vaccine vaccine_code vaccine_disease
        vaccine_manufacturer vaccine_name vaccine_type visit_reason ward ward_name wbc
        wbc_count
    """,
    "messaging": """
        action_item agenda_item agenda_title appointment_title attendee_response
        backlog_item bounce_reason bounce_type calendar_event_title channel_topic
        chat_message chat_name chat_title conference_room conversation_title direct_message
        dm_text doc_title email_body email_content email_subject email_template email_text
        folder_name_of_mail im_text invite_response invite_title iteration_name
        journal_prompt mail_body mail_folder mail_subject meeting_agenda meeting_minutes
        meeting_name meeting_place meeting_subject meeting_summary_text meeting_title
        meeting_topic memo_title milestone_name minutes_text newsletter_subject note_body
        note_content note_text note_title notebook notebook_name notebook_title
        notification_title project_description_title push_title recurrence_pattern
        reminder_message reminder_text reminder_title repeat_interval repeat_rule
        response_status room_title room_topic sms_text sprint_goal story_description
        story_title subject_line subtask subtask_title task_comment task_description
        task_label task_name task_summary task_tag task_title text_message todo_description
        todo_status todo_title wiki_title work_note
    """,
    "mining": """
        blast_id blast_number borehole_id deposit_type drill_hole_id drillhole explosive
        explosive_type hole_number mine_name mine_site mine_type mining_method ore_type
        rock_type stockpile stockpile_name
    """,
    "museums": """
        art_period civilization conservation_specialist conservation_treatment conservator
        credit_line cultural_origin culture culture_origin exhibition_name exhibition_title
        historical_period museum_number museum_object object_number restorer
        treatment_performed
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
    "networks": """
        admin_status bgp_asn bgp_state dns_record_type interface_name mtu netmask
        oper_status subnet_mask vlan vlan_id vlan_name vlan_number wifi_channel
    """,
    "observability": """
        alert_name availability_percent burn_rate cpu_temp error_budget_percent
        error_budget_remaining fan_rpm incident_number load1 load15 load5 metric_type
        packet_loss postmortem_url runbook_url slo_name uptime_percent uptime_percentage
    """,
    "pets": """
        animal_name attending_vet cat_breed cat_name chip_id chip_number coat_color
        dog_breed dog_name fur_color microchip microchip_id microchip_number pet_breed
        pet_name pet_owner pet_species pet_type temperament vet vet_clinic vet_name
        veterinarian veterinarian_name veterinary_clinic
    """,
    "physics": """
        activity_bq beam_energy_gev beam_particle beam_power_mw chamber_pressure_mbar
        collision_energy_gev count_rate count_rate_hz cryostat_temperature_k error_bar
        event_rate expected_value field_strength_t half_life instantaneous_luminosity
        integrated_luminosity_fb isotope laser_power_mw magnetic_field magnetic_field_t
        mass_mev measured_value measurement_error nuclide observed_value particle
        particle_mass_mev particle_name particle_type photon_energy_ev predicted_value
        rest_mass_mev sample_temperature_k signal_to_noise source_activity_bq standard_error
        standard_uncertainty std_error temperature_k theoretical_value trigger_rate_hz
        uncertainty vacuum_pressure_mbar
    """,
    "press": """
        article_category article_content article_excerpt article_headline article_section
        article_subtitle article_summary article_tag article_text article_title bias_rating
        blog_post_title blog_title byline dateline editorial_status headline_text
        image_caption image_credit journal_name_of_press magazine_name media_outlet
        news_category news_desk news_headline news_outlet news_section news_source news_tag
        news_text news_title photo_caption_of_press photo_credit picture_caption
        press_release_title publication_name sentiment_label standfirst story_headline
        story_type subheadline
    """,
    "printing": """
        color_mode_print colour_spec ink_colors plate_number_press plate_set prepress_status
        press_name press_type print_colors print_job_title print_method print_product
        printing_method printing_press proof_type
    """,
    "property": """
        apartment_building apartment_name area_m2 area_sqft area_sqm assessor_parcel_number
        bathroom_count bathrooms bedroom_count bedrooms brokerage brokerage_name
        building_amenity complex_name cooling_type dwelling_type energy_class
        energy_efficiency_class energy_rating epc_rating exterior_material floor_area_sqft
        floor_area_sqm flooring_type furnished_status heating_system heating_type
        home_description home_feature home_type housing_type landlord_name lease_length
        lease_number lease_term lease_type_of_property listing_agent listing_feature
        listing_headline living_area living_area_sqft living_area_sqm maintenance_issue
        maintenance_request mls mls_id mls_number neighbourhood num_bathrooms num_bedrooms
        number_of_bathrooms number_of_bedrooms ownership_type parking_description
        parking_info property_description property_feature property_title real_estate_agency
        real_estate_type realtor realtor_name rental_period rental_title rental_type
        residence_name roof_material roof_type showing_feedback size_sqm sqft square_feet
        square_footage square_meters tenant_name viewing_feedback
    """,
    "queues": """
        consumer_group dead_letter_queue diagnostic_code mail_provider preheader
        preview_text routing_key spam_score webhook_event webhook_url
    """,
    "railway": """
        carriage_number coach_number gauge_mm loco_class loco_number locomotive_class
        locomotive_number locomotive_type rail_line railway_line reason_for_delay
        rolling_stock_class track_gauge track_gauge_mm track_section train_name wagon_letter
    """,
    "recruiting": """
        applicant_source application_letter candidate_headline candidate_notes
        candidate_skill candidate_source cover_letter current_company current_employer
        degree_required education_required employment_kind experience_required
        hiring_recommendation interview_feedback interview_notes interview_question
        interview_result interview_round interview_stage interview_type interviewer_notes
        job_benefit job_description job_duty job_perk job_posting_title job_requirement
        job_responsibility job_skill key_responsibility last_employer min_education
        min_experience min_experience_years min_years_experience min_years_of_experience
        minimum_experience motivation_letter must_have pay_period_unit posting_description
        posting_title preferred_qualification preferred_skill previous_employer
        professional_headline reason_for_rejection required_education required_skill
        required_years_experience resume_headline salary_period screening_question
        seniority_level task_of_role tech_stack type_of_employment vacancy_description
        vacancy_title years_experience_required
    """,
    "saas": """
        billing_cycle billing_interval churn_reason integration_name key_prefix subdomain
    """,
    "sales": """
        account_code account_notes acquisition_channel acquisition_source activity_subject
        business_industry business_need buying_role call_disposition call_notes call_outcome
        cancellation_reason_of_customer closed_lost_reason closed_won_reason company_size
        competing_vendor competitor_name contact_method contact_preference customer_code
        customer_need customer_stage deal_name deal_number deal_stage deal_title deal_type
        decision_role employee_range engagement_subject forecast_category how_did_you_hear
        industry industry_name interaction_notes lead_code lead_no lead_notes lead_number
        lead_origin lead_rating lead_source lead_status lead_temperature lifecycle_stage
        loss_reason lost_reason lost_reason_text main_competitor meeting_notes
        meeting_outcome next_best_action next_step number_of_employees_range
        opportunity_name opportunity_number opportunity_stage opportunity_title pain_point
        pipeline_stage preferred_contact_method proposal_title quotation_number quote_name
        quote_no quote_number quote_title reason_lost sales_notes sales_stage
        size_of_company source_of_lead stakeholder_role win_reason won_reason
    """,
    "shopping": """
        asin availability_status bullet_point category_path collection_title coupon_name
        coupon_type customer_note customer_review discount_name exchange_reason
        fulfillment_status gift_card gift_card_code gift_message gift_note loyalty_level
        loyalty_tier main_material membership_tier offer_name order_channel order_comment
        order_note order_notes payment_gateway payment_provider product_attribute
        product_category product_collection product_condition product_description
        product_feature product_line_name product_material product_name product_question
        product_review product_summary product_title product_variant promo_name
        promotion_type question_about_product reason_for_return return_condition
        return_number returned_condition review_body review_comment review_content
        review_headline review_stars review_text rma rma_number shelf_life_category
        shipping_status_of_order star_count stock_availability stock_status style_code
        style_number variant_title voucher_name
    """,
    "social": """
        comment_body comment_content comment_text discussion_title flag_reason forum_title
        hashtag moderation_reason photo_caption post_caption post_content post_text
        post_title reaction_type reel_title reply_content reply_text report_reason
        social_media social_network social_platform status_update story_text subreddit
        trending_topic tweet tweet_text user_bio
    """,
    "sport": """
        away_club away_team away_team_name club_name detailed_position field_position
        home_club home_ground home_team home_team_name host_team league_name stadium
        stadium_name team_name visiting_team visitor_team
    """,
    "support": """
        agent_reply assigned_group assigned_team assignment_group canned_response
        case_comment case_description case_origin case_ref case_status case_subject
        close_reason closure_reason complaint_reason complaint_subject complaint_type
        contact_channel csat_comment csat_rating customer_message customer_satisfaction
        escalation_level faq_answer faq_question help_answer help_article_title help_topic
        incident_title issue_category issue_description issue_subcategory issue_subject
        kb_title knowledge_article problem_category problem_description reply_to_customer
        request_description request_number resolution_code resolution_description
        resolution_notes resolution_summary resolution_text satisfaction_comment
        satisfaction_rating service_level_agreement service_request_number sla_name
        sla_policy support_category support_channel support_group support_level
        support_message support_queue support_subject support_team support_tier
        survey_comment ticket_category ticket_channel ticket_comment ticket_description
        ticket_message ticket_no ticket_number ticket_queue ticket_ref ticket_reply
        ticket_source ticket_status ticket_subcategory ticket_subject ticket_summary
        ticket_title ticket_topic ticket_type
    """,
    "telecom": """
        antenna_type broadband_plan call_direction call_end_reason call_type cell_tower_id
        churn_risk circuit_id data_allowance_gb data_limit_gb device_imei disconnect_reason
        iccid imei imei_number imsi included_data_gb included_minutes included_sms
        internet_plan line_status mcc_mnc minutes_included mobile_operator mobile_plan
        monthly_data_gb network_operator network_technology outage_reason phone_brand
        phone_plan plmn porting_status puk puk_code radio_technology rate_plan_name
        roaming_zone sim_card_number sim_number sim_pin sim_serial sim_status sim_type
        sms_included telecom_carrier value_added_service voice_minutes
    """,
    "vehicles": """
        body_color body_style body_type bus_line bus_route car_brand car_color
        car_description car_feature car_make car_model car_plate car_title car_type
        charge_point_id charger_type chauffeur driver_feedback driver_license_class
        driver_license_number driver_name drivetrain driving_event driving_licence_number
        engine_displacement engine_no engine_number engine_power_hp engine_size evse_id
        exterior_color fare_type flight_leg gearbox horsepower licence_category
        license_class maintenance_type paint_color pickup_instructions pickup_note power_hp
        powertrain ride_code ride_feedback ride_note ride_purpose ride_review rider_feedback
        rider_name rider_note service_performed telematics_event ticket_class
        ticket_type_of_transit tire_size transit_line transmission_type trip_feedback
        trip_purpose_of_ride tyre_size vehicle_body vehicle_brand vehicle_category
        vehicle_color vehicle_colour vehicle_condition vehicle_description vehicle_feature
        vehicle_make vehicle_manufacturer vehicle_model vehicle_model_name vehicle_option
        vehicle_plate vehicle_title vehicle_type
    """,
    "weather": """
        apparent_temp apparent_temperature beaufort beaufort_scale chance_of_rain
        cloud_cover cloud_cover_pct cloud_cover_percent cloud_pct cloud_percent cloudiness
        cloudiness_percent condition_description condition_main condition_name
        condition_text current_condition day_condition dew_point dew_point_c
        dew_point_celsius dewpoint dewpoint_c feels_like feels_like_c feels_like_celsius
        feelslike_c fresh_snow_cm gust_ms gust_speed heat_index heat_index_c hurricane_name
        lunar_phase max_gust max_uv_index max_wind_speed metar metar_text moon_phase
        moonphase peak_gust pollen pollen_count_level pollen_level precip_chance
        precip_probability precipitation_chance precipitation_probability
        probability_of_precipitation rain_chance rain_probability raw_metar raw_text
        real_feel short_forecast sky_condition snow_cm snow_depth snow_depth_centimeters
        snow_depth_cm snowfall snowfall_cm storm_name sun_rise sun_set sunrise sunrise_time
        sunset sunset_time uv uv_index uv_index_max uvi weather_condition
        weather_description weather_main weather_name weather_station weather_text
        weather_type wind_chill wind_chill_c wind_force wind_gust wind_gust_mps wind_gust_ms
        wind_gusts wind_gusts_10m windchill
    """,
    "zoo": """
        animal_species animal_type enclosure_area_m2 enclosure_size_m2 exhibit_species
        native_range native_region zoo_animal zoo_species
    """,
}
"""By domain, the names that have their meaning in every record."""
