"""Which words speak of which domain, and which names mean the same in every record.

The names are made from the modules of the domains: ``python -m tests.providers.domain_index``.
"""

from __future__ import annotations

DOMAIN_WORDS: dict[str, str] = {
    "cloud": """aws ec2 vpc subnet bucket s3 azure gcp lambda cloud ami instance iam
        availability_zone vcpus security_group arn cost_item billing_period usage_type storage_class
        iops volume_id volume_type ebs | region account_id volume storage cost usage""",
    "http": """http access_log request_log http_log webhook user_agent referer query_string
        http_method cache_status remote_addr status_code bytes_sent http_version upstream
        response_time_ms api_call http_request | method path endpoint request response protocol
        latency_ms""",
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
    "cloud": """
        allocation_id ami_id availability_zone availability_zone_name az bucket bucket_name
        ebs_volume_id ec2_instance_id eni_id iam_role image_id instance_id
        internet_gateway_id key_pair key_pair_name keypair kms_key_id nat_gateway_id
        network_interface_id role_name route_table_id s3_bucket s3_storage_class
        security_group_id sg_id snapshot_id ssh_key_name storage_class subnet_cidr subnet_id
        volume_id vpc_id zone
    """,
    "http": """
        accept_encoding accept_language cache_control cache_status cf_cache_status
        content_encoding endpoint_path http_referer http_version path_info protocol_version
        query_params query_string querystring referer request_path request_protocol
        signature_header upstream_cache_status uri_path url_path url_query webhook_signature
        x_cache
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
