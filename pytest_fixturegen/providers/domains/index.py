"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "advertising": """ad_campaign campaign ad_group ad_set adset creative advertiser impressions
        ctr cpc cpm cpa roas ad advertisement bid_strategy keyword_bid ad_spend ad_metric
        call_to_action landing_page_url | clicks spend budget keyword headline audience reach
        conversions platform""",
    "analytics": """page_view pageview visitor session utm utm_source tracked_event analytics
        bounce pageviews referrer screen_width viewport_width scroll_depth visitor_id anonymous_id
        event_name clickstream web_session tracking_event bounce_rate unique_visitors heatmap
        page_event site_visit web_event | page browser device_type event visit properties
        session_id conversion""",
    "app_analytics": """tracked_event app_event app_session app_install app_version carrier
        network_type device_model sdk library screen_name crash app_open mobile_event
        push_notification_event os_version app_analytics
        | event_name platform properties device session_id event anonymous_id""",
    "audit": """audit audit_log audit_event audit_trail audit_entry activity_log security_event
        vulnerability cve cwe cvss threat siem mitre firewall intrusion security_alert
        old_values new_values changed_fields login_attempt access_log_entry old_value new_value
        actor actor_id security_incident finding compliance entity_type risk_level
        | action resource ip_address entity_id severity user_agent incident""",
    "cloud": """aws ec2 vpc subnet bucket s3 azure gcp lambda cloud ami instance iam
        availability_zone vcpus security_group arn cost_item billing_period usage_type storage_class
        iops volume_id volume_type ebs | region account_id volume storage cost usage""",
    "feature_flags": """feature_flag flag_key rollout rollout_percentage feature_toggle toggle
        variant variation experiment ab_test hypothesis treatment is_control target_rule targeting
        mde p_value traffic_allocation lift minimum_detectable_effect launchdarkly
        | flag segment environment key enabled operator weight""",
    "http": """http access_log request_log http_log webhook user_agent referer query_string
        http_method cache_status remote_addr status_code bytes_sent http_version upstream
        response_time_ms api_call http_request | method path endpoint request response protocol
        latency_ms""",
    "iot": """iot sensor telemetry sensor_reading sensor_type device_type firmware_version rssi
        snr battery_level gateway thermostat actuator mqtt lorawan smart_meter sensor_id battery
        firmware device_event co2_ppm light_lux humidity device_status hourly_reading
        | device reading temperature pressure unit quality uptime voltage min_value max_value
        avg_value device_id readings""",
    "kubernetes": """kubernetes k8s kube pod deployment kubelet namespace container replicas
        kubelet_version node_name qos_class restart_policy helm replica_set stateful_set daemon_set
        ingress pod_ip cpu_limit memory_limit pods_capacity configmap cpu_request taints
        | node cluster image labels restart service replica""",
    "logs": """log_record log_entry log_event log_line application_log app_log error_log syslog
        logger log_level stack_trace traceback exception exception_type thread_name hostname
        | log level message module function line process_id error trace_id span_id service""",
    "medicine": "patient lab observation encounter diagnosis clinic hospital vitals loinc",
    "observability": """span metric alert incident slo sli monitor span_id trace_id dashboard
        parent_span_id service_name operation_name host_metric server_metric hw_stat uptime_check
        runbook_url health_check cpu_pct mem_pct dsk_pct cpu_percent disk_percent memory_percent
        load1 load5 load15 ld1 ld5 ld15 iops hst krnl kernel on_call postmortem telemetry_metric
        | threshold severity service duration_ms host hostname uptime swap_mb fan_rpm""",
}
"""By domain, the words of names of classes and fields that speak of it, in the singular."""

OWN_NAMES: dict[str, str] = {
    "advertising": """
        bid_strategy bidding_strategy call_to_action cta cta_text keyword_match_type
        match_type optimization_goal quality_score viewability viewability_rate
    """,
    "analytics": """
        browser_language campaign_source_name carrier_name connection_type
        effective_connection_type first_touch_source last_touch_source max_scroll medium
        mobile_carrier network_type referrer_domain referrer_host referring_domain
        scroll_depth scroll_depth_percent scroll_percent source utm_campaign utm_content
        utm_medium utm_source utm_term
    """,
    "app_analytics": """

    """,
    "audit": """
        changed_field cve cve_id cve_number cvss_vector cwe cwe_id cwe_name entity_type
        indicator_of_compromise indicator_type ioc ioc_type mfa_method mitre_tactic
        second_factor two_factor_method vector_string weakness weakness_id weakness_name
    """,
    "cloud": """
        allocation_id ami_id availability_zone availability_zone_name az bucket bucket_name
        ebs_volume_id ec2_instance_id eni_id iam_role image_id instance_id
        internet_gateway_id key_pair key_pair_name keypair kms_key_id nat_gateway_id
        network_interface_id role_name route_table_id s3_bucket s3_storage_class
        security_group_id sg_id snapshot_id ssh_key_name storage_class subnet_cidr subnet_id
        volume_id vpc_id zone
    """,
    "feature_flags": """
        hypothesis mde minimum_detectable_effect percentage_rollout rollout rollout_pct
        rollout_percent rollout_percentage variation_key
    """,
    "http": """
        accept_encoding accept_language cache_control cache_status cf_cache_status
        content_encoding endpoint_path http_referer http_version path_info protocol_version
        query_params query_string querystring referer request_path request_protocol
        signature_header upstream_cache_status uri_path url_path url_query webhook_signature
        x_cache
    """,
    "iot": """
        board_revision dev_eui device_eui firmware firmware_revision firmware_version fw_ver
        fw_version hardware_revision hardware_version hw_ver hw_version mqtt_topic rssi
        rssi_dbm signal_strength signal_strength_dbm snr snr_db spreading_factor
    """,
    "kubernetes": """
        access_mode image_pull_policy image_tag kubelet_version node_selector pull_policy
        restart_policy storage_class_name
    """,
    "logs": """
        exc_info exception_class exception_stacktrace exception_type logger_name
        process_name stack_trace stacktrace thread thread_name traceback
    """,
    "medicine": """
        analyte heart_rate loinc loinc_code pulse reference_range_high reference_range_low
        test_name test_unit ward ward_name
    """,
    "observability": """
        availability_percent burn_rate error_budget_percent error_budget_remaining
        uptime_percent uptime_percentage
    """,
}
"""By domain, the names that have their meaning in every record."""
