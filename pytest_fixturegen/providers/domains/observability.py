"""Observability: spans, metrics, alerts, incidents, service levels, hosts."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import HOSTS, SHARED
from pytest_fixturegen.providers.domains.specs import (
    EMPTY,
    Words,
    code,
    domain,
    merge,
    number,
    own_names,
    pool,
    sentences,
    table,
    words,
)

HEALTH = table(
    "host_health",
    """level lvl status_level health health_status host_status state_level severity_level |
    [cpu_percent cpu_usage cpu_usage_percent cpu_utilization cpu_util cpu_pct cpu_load_percent | ] |
    [memory_percent memory_usage memory_usage_percent mem_percent mem_pct ram_percent mem_util
    memory_utilization | ] | [disk_percent disk_usage disk_usage_percent dsk_pct disk_pct | ]""",
    """
    ok ~ healthy ~ normal ~ info ~ green ~ up | 2.0 | 64.0 | 18.0 | 71.0 | 9.0 | 68.0 | *8
    warning ~ warn ~ degraded ~ yellow | 66.0 | 88.0 | 60.0 | 86.0 | 40.0 | 84.0 | *2
    critical ~ crit ~ unhealthy ~ red ~ error ~ down | 91.0 | 99.8 | 80.0 | 97.0 | 70.0 | 96.0
    """,
)

METRICS = table(
    "metric",
    """metric_name metric metric_key series_name measurement | metric_type instrument_type |
    unit metric_unit | [value metric_value current_value sample_value last_value | ] |
    [threshold warning_threshold threshold_value | ] | metric_description description help""",
    """
    http_requests_total | counter | requests | 1200 | 940000 | 5000 | 90000
        | Requests handled by the service. | *3
    http_request_duration_seconds | histogram | s | 0.004 | 1.900 | 0.500 | 2.000
        | Time to answer a request. | *3
    http_errors_total | counter | errors | 1 | 900 | 50 | 500
        | Requests that ended with an error. | *2
    process_cpu_usage_percent | gauge | % | 1.0 | 96.0 | 80.0 | 90.0
        | Share of the processor in use. | *3
    process_resident_memory_mb | gauge | MB | 64 | 3900 | 2048 | 4096 | Memory of the process. | *2
    disk_used_percent | gauge | % | 8.0 | 94.0 | 80.0 | 90.0 | Share of the disk in use.
    queue_depth | gauge | messages | 1 | 4200 | 500 | 5000 | Messages waiting in the queue. | *2
    db_connections_active | gauge | connections | 2 | 96 | 60 | 90
        | Open connections to the database.
    cache_hit_ratio | gauge | ratio | 0.520 | 0.995 | 0.700 | 0.900 | Share of reads from the cache.
    jvm_gc_pause_seconds | histogram | s | 0.001 | 0.420 | 0.200 | 0.500
        | Pauses of the garbage collector.
    kafka_consumer_lag | gauge | messages | 1 | 18000 | 1000 | 10000 | Messages behind the head.
    """,
)

ALERTS = table(
    "alert",
    """severity priority alert_severity level urgency | alert_name rule_name name alertname |
    {summary title alert_title message description annotation} | {root_cause cause} |
    {resolution mitigation}""",
    """
    critical ~ p1 ~ sev1 ~ high ~ page | HighErrorRate
        | Error rate of {service} is above 5 % for 10 minutes
        | A deploy of {service} returned errors for malformed requests.
        | Rolled back {service} to the previous release. | *2
    critical | ServiceDown | {service} is unreachable from {region_word}
        | The last healthy instance of {service} ran out of memory.
        | Scaled {service} to six instances and raised the memory limit.
    critical | DatabaseReplicationStopped | Replication to the standby of {service} stopped
        | The replication slot was dropped during maintenance.
        | Recreated the replication slot and resynchronised the standby.
    warning ~ p2 ~ sev2 ~ medium | HighLatency
        | 95th percentile latency of {service} is above 800 ms
        | A missing index slowed a query of {service}.
        | Added the index and restarted the workers. | *4
    warning | DiskAlmostFull | Disk of {hostname} is more than 85 % full
        | Rotated logs were not deleted on {hostname}. | Deleted old logs and fixed the rotation.
        | *3
    warning | QueueBacklog | Queue of {service} has more than 5000 waiting messages
        | A consumer of {service} was stuck on one message.
        | Moved the message to the dead letter queue. | *2
    warning | HighMemoryUsage | Memory usage of {service} is above 90 %
        | A cache of {service} grew without a limit. | Set a limit on the cache. | *3
    warning | PodCrashLooping | Container of {service} restarts repeatedly
        | A setting of {service} was missing after the deploy.
        | Restored the setting and redeployed. | *2
    info ~ p3 ~ p4 ~ sev3 ~ low | CertificateExpiresSoon
        | Certificate of {service} expires in 14 days | The renewal job was disabled.
        | Renewed the certificate. | *3
    info | DeployFinished | Deploy of {service} finished
        | A new release of {service} was deployed. | No action was needed. | *2
    info | BackupDelayed | Nightly backup of {hostname} started 40 minutes late
        | The previous backup took longer than usual. | Moved the backup to an earlier hour. | *2
    """,
)

SPANS = table(
    "span",
    """span_kind kind | operation_name span_name operation name | db_system |
    instrumentation_library instrumentation_scope library""",
    """
    server | GET /api/v1/orders | - | opentelemetry.instrumentation.fastapi | *4
    server | POST /api/v1/orders | - | opentelemetry.instrumentation.fastapi | *3
    server | GET /api/v1/users/[id] | - | opentelemetry.instrumentation.flask | *3
    server | PUT /api/v1/cart/items | - | opentelemetry.instrumentation.fastapi
    client | SELECT orders | postgresql | opentelemetry.instrumentation.psycopg | *4
    client | INSERT order_items | postgresql | opentelemetry.instrumentation.psycopg | *2
    client | GET https://payments.example.com/v1/charges | -
        | opentelemetry.instrumentation.httpx | *2
    client | redis.get | redis | opentelemetry.instrumentation.redis | *3
    internal | orders.validate_stock | - | app.tracing | *3
    internal | pricing.apply_discounts | - | app.tracing | *2
    producer | orders.created publish | - | opentelemetry.instrumentation.kafka
    consumer | orders.created process | - | opentelemetry.instrumentation.kafka | *2
    """,
)

WITHIN = {
    "parent_span_id parent_id": Words(
        (EMPTY,) * 10 + tuple(row[0] for row in pool("[1xxxxxxxxxxxxxxx]", 40).rows)
    ),
    "status_message error_message": words(
        """deadline exceeded*3|connection refused*2|internal server error*2|
        upstream request timed out|permission denied|resource exhausted"""
    ),
    "host_role role": words("web|api|database|cache|worker|load balancer"),
    "slo_name slo objective_name": words(
        "Checkout availability|API latency|Search freshness|Login success rate|Webhook delivery"
    ),
    "sli sli_type indicator": words("availability*4|latency*4|error rate|freshness|throughput"),
    "slo_target target objective target_percent": words("99.9*5|99.5*3|99.95*2|99.0|99.99"),
    "current actual achieved current_percent": number(97.4, 99.93, 100, 3),
    "window_days period_days": words("7*2|28*3|30*5|90"),
    "window slo_window evaluation_window": words("30d*5|7d*3|28d*2|90d"),
    "aggregation aggregation_type statistic": words("avg*4|sum*3|p95*3|p99|max*2|count"),
    "condition operator comparison": words(">*6|>=*2|<*3|<="),
    "query expression promql": words(
        """sum(rate(http_errors_total[5m])) / sum(rate(http_requests_total[5m])) > 0.05|
        histogram_quantile(0.95, rate(http_request_duration_seconds_bucket[5m])) > 0.8|
        avg(process_cpu_usage_percent) > 90|up == 0|queue_depth > 5000"""
    ),
    "notification_channel receiver channel_type": words("slack*5|pagerduty*3|email*3|webhook"),
    "runbook_url runbook": sentences("https://runbooks.example.com/{service}"),
    "dashboard dashboard_name": words(
        "Service overview|Checkout funnel|Database health|Cluster capacity|Queue lag|SLO report"
    ),
    "datasource data_source": words("Prometheus*5|Loki*2|Tempo|CloudWatch|Elasticsearch"),
    "check_name monitor_name monitor": words(
        "Homepage responds|Login works|API health|Checkout completes|Certificate is valid"
    ),
    "check_type monitor_type probe_type": words("http*5|ping*2|tcp*2|dns|certificate"),
    "check_region probe_location region_word": words("eu-west|us-east|us-west|ap-south"),
    "incident_number incident_id incident_key": code("INC-[1999]", "INC-[19999]"),
    "postmortem_url": sentences("https://postmortems.example.com/{service}"),
    "impact customer_impact": sentences(
        """Some requests to {service} failed for 12 minutes.|Pages that use {service} were slow.|
        No customer noticed.|Orders were accepted but confirmed late.|
        Users of {service} saw an error page."""
    ),
    "incident_role responder_role": words(
        "incident commander|scribe|communications lead|responder"
    ),
    "load1 load_1 load_avg_1 load_1m ld1": number(0.01, 0.9, 22, 2),
    "load5 load_5 load_avg_5 load_5m ld5": number(0.02, 0.8, 19, 2),
    "load15 load_15 load_avg_15 load_15m ld15": number(0.03, 0.7, 16, 2),
    "process_count proc_count processes proc_cnt": number(84, 212, 1400),
    "thread_count threads": number(4, 64, 1900),
    "open_files fd_count file_descriptors": number(32, 512, 30000),
    "fan_rpm fan_speed fan_speed_rpm": number(900, 3400, 11800),
    "cpu_temp cpu_temperature cpu_temp_c": number(31, 52, 92, 1),
    "packet_loss packet_loss_percent pkt_loss": number(0, 0.02, 3.5, 2),
    "message msg": words(
        """all checks passed*9|load is above its usual level|disk will be full in 14 days|
        fan speed raised after a warm hour|memory usage above 90 percent|sensor reading restored"""
    ),
}

OWN = {
    "error_budget_remaining error_budget_percent": number(0, 68, 100, 1),
    "burn_rate": number(0, 0.6, 14.4, 2),
    "uptime_percent uptime_percentage availability_percent": number(97.2, 99.93, 100, 3),
}

DOMAIN = domain(
    "observability",
    merge(
        OWN,
        own_names(
            merge(WITHIN, ALERTS, METRICS),
            """alert_name metric_type runbook_url slo_name incident_number postmortem_url
            load1 load5
            load15 fan_rpm cpu_temp packet_loss""",
        ),
    ),
    merge(SHARED, HOSTS, WITHIN, HEALTH, SPANS, ALERTS, METRICS),
)
