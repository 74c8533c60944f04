"""Kubernetes: pods, deployments, nodes, and the containers in them."""

from __future__ import annotations

from pytest_fixturegen.providers.domains import cloud
from pytest_fixturegen.providers.domains.software_words import SHARED
from pytest_fixturegen.providers.domains.specs import (
    code,
    domain,
    merge,
    number,
    own_names,
    pool,
    seeded,
    sentences,
    table,
    words,
)

WORKLOADS = table(
    "workload",
    """workload workload_name app app_name deployment_name replica_set_base release_name
    chart_release owner_name stateful_set_name daemon_set_name | service_account
    service_account_name | image container_image image_name image_repository | namespace
    kube_namespace | container_port target_port port | command entrypoint""",
    """
    checkout-api | checkout | registry.example.com/shop/checkout-api | shop | 8080 | /app/server
    payment-service | payments | registry.example.com/shop/payment-service | payments | 8443
        | /app/server
    user-service | users | registry.example.com/core/user-service | core | 8080 | gunicorn app:app
    order-worker | orders | registry.example.com/shop/order-worker | shop | 9090 | python -m worker
    inventory-api | inventory | registry.example.com/shop/inventory-api | shop | 8080
        | node server.js
    web-frontend | web | registry.example.com/web/frontend | web | 3000 | nginx -g 'daemon off;'
    search-api | search | registry.example.com/search/api | search | 9200 | java -jar app.jar
    notification-worker | notifications | registry.example.com/core/notifier | core | 8081
        | python -m notify
    nginx-ingress-controller | ingress-nginx | registry.k8s.io/ingress-nginx/controller
        | ingress-nginx | 443 | /nginx-ingress-controller
    redis | redis | docker.io/library/redis | data | 6379 | redis-server
    postgres | postgres | docker.io/library/postgres | data | 5432 | postgres
    prometheus | prometheus-k8s | quay.io/prometheus/prometheus | monitoring | 9090
        | /bin/prometheus
    grafana | grafana | docker.io/grafana/grafana | monitoring | 3000 | /run.sh
    coredns | coredns | registry.k8s.io/coredns/coredns | kube-system | 53 | /coredns
    fluent-bit | fluent-bit | docker.io/fluent/fluent-bit | logging | 2020
        | /fluent-bit/bin/fluent-bit
    cert-manager | cert-manager | quay.io/jetstack/cert-manager-controller | cert-manager | 9402
        | /app/cmd/controller
    argocd-server | argocd-server | quay.io/argoproj/argocd | argocd | 8080 | argocd-server
    billing-cron | billing | registry.example.com/finance/billing-cron | finance | 8080
        | python -m billing
    """,
)

SIZES = table(
    "pod_size",
    """qos_class qos | cpu_request requests_cpu cpu_requests request_cpu | cpu_limit limits_cpu
    cpu_limits limit_cpu | memory_request requests_memory memory_requests mem_request |
    memory_limit limits_memory memory_limits mem_limit | cpu_request_millicores cpu_request_m |
    cpu_limit_millicores cpu_limit_m | memory_request_mb memory_request_mib |
    memory_limit_mb memory_limit_mib |
    [memory_usage_mb mem_usage_mb memory_used_mb memory_mb | ]""",
    """
    Burstable | 50m | 200m | 64Mi | 128Mi | 50 | 200 | 64 | 128 | 25 | 115 | *2
    Burstable | 100m | 500m | 128Mi | 256Mi | 100 | 500 | 128 | 256 | 51 | 230 | *5
    Burstable | 100m | 250m | 128Mi | 512Mi | 100 | 250 | 128 | 512 | 102 | 460 | *2
    Burstable | 250m | 500m | 256Mi | 512Mi | 250 | 500 | 256 | 512 | 102 | 460 | *5
    Burstable | 250m | 1000m | 512Mi | 1Gi | 250 | 1000 | 512 | 1024 | 204 | 921 | *3
    Burstable | 500m | 1000m | 512Mi | 1Gi | 500 | 1000 | 512 | 1024 | 204 | 921 | *3
    Burstable | 500m | 2000m | 1Gi | 2Gi | 500 | 2000 | 1024 | 2048 | 409 | 1843
    Guaranteed | 250m | 250m | 256Mi | 256Mi | 250 | 250 | 256 | 256 | 51 | 230
    Guaranteed | 500m | 500m | 1Gi | 1Gi | 500 | 500 | 1024 | 1024 | 204 | 921 | *2
    Guaranteed | 1000m | 1000m | 2Gi | 2Gi | 1000 | 1000 | 2048 | 2048 | 409 | 1843
    Guaranteed | 2000m | 2000m | 4Gi | 4Gi | 2000 | 2000 | 4096 | 4096 | 819 | 3686
    """,
    leads=True,
)

NODE_TYPES = table(
    "instance_type_of_node",
    """instance_type machine_type node_type | cpu_cores cpu_capacity vcpus cpu cpus
    allocatable_cpu | memory_gb memory_capacity_gb memory_gib ram_gb | architecture arch
        | pods_capacity pod_capacity
    max_pods | [pods_running running_pods pod_count pods_count num_pods pods | ]""",
    """
    m5.large | 2 | 8 | amd64 | 29 | 3 | 26 | *4
    m5.xlarge | 4 | 16 | amd64 | 58 | 3 | 55 | *4
    m5.2xlarge | 8 | 32 | amd64 | 58 | 3 | 55 | *2
    m6g.large | 2 | 8 | arm64 | 29 | 3 | 26
    m6g.xlarge | 4 | 16 | arm64 | 58 | 3 | 55
    c5.xlarge | 4 | 8 | amd64 | 58 | 3 | 55
    c5.2xlarge | 8 | 16 | amd64 | 58 | 3 | 55
    r5.xlarge | 4 | 32 | amd64 | 58 | 3 | 55
    r5.4xlarge | 16 | 128 | amd64 | 234 | 3 | 231
    t3.large | 2 | 8 | amd64 | 35 | 3 | 32
    """,
    leads=True,
)

NODE_SYSTEMS = table(
    "node_system",
    """os_image node_os | kernel_version kernel | container_runtime container_runtime_version |
    kubelet_version kubernetes_version k8s_version cluster_version kube_proxy_version
    node_version""",
    """
    Amazon Linux 2023.5 | 6.1.92-99.174.amzn2023.x86_64 | containerd://1.7.11
        | v1.29.6-eks-1552ad0 | *3
    Amazon Linux 2 | 5.10.218-208.862.amzn2.x86_64 | containerd://1.7.11 | v1.28.11-eks-1552ad0
    Bottlerocket OS 1.20.3 | 6.1.90 | containerd://1.7.17 | v1.30.0-eks-fff26e3
    Ubuntu 22.04.4 LTS | 5.15.0-113-generic | containerd://1.7.12 | v1.29.4 | *3
    Ubuntu 24.04 LTS | 6.8.0-35-generic | containerd://1.7.18 | v1.30.2
    Container-Optimized OS from Google | 6.1.85 | containerd://1.7.15 | v1.29.5-gke.1091002
    Flatcar Container Linux 3815.2.3 | 6.1.90-flatcar | containerd://1.7.17 | v1.28.9
    Talos (v1.7.5) | 6.6.33-talos | containerd://1.7.18 | v1.30.1
    """,
)

EVENTS = table(
    "kube_event",
    "event_type type | event_reason reason | {event_message message} | waiting_reason state_reason",
    """
    Normal | Scheduled | Successfully assigned {namespace}/{pod_name} to {node_name}
        | ContainerCreating | *3
    Normal | Pulled | Container image "{image}:{image_tag}" already present on machine
        | ContainerCreating | *3
    Normal | Created | Created container {container_name} | ContainerCreating | *3
    Normal | Started | Started container {container_name} | ContainerCreating | *3
    Normal | ScalingReplicaSet | Scaled up replica set {workload} to 3 | ContainerCreating | *2
    Normal | Killing | Stopping container {container_name} | PodInitializing
    Warning | BackOff | Back-off restarting failed container {container_name} in pod {pod_name}
        | CrashLoopBackOff | *2
    Warning | Unhealthy | Readiness probe failed: HTTP probe failed with statuscode: 503
        | CrashLoopBackOff | *2
    Warning | FailedScheduling | 0/6 nodes are available: 6 Insufficient cpu. | ContainerCreating
    Warning | FailedMount
        | Unable to attach or mount volumes: timed out waiting for the condition | ContainerCreating
    Warning | Failed | Failed to pull image "{image}:{image_tag}": not found | ImagePullBackOff
    Warning | OOMKilling
        | Memory cgroup out of memory: killed process in container {container_name} | OOMKilled
    """,
)

NAMES = {
    "pod_name pod": sentences("{workload}-{replica_hash}-{pod_hash}"),
    "replica_set_name replicaset": sentences("{workload}-{replica_hash}"),
    "job_name": sentences("{workload}-{job_hash}"),
    "node_name kube_node host_node hostname nodename": pool("ip-10-0-[1]-1[9].ec2.internal", 12),
    "container_name": words("app*6|istio-proxy|fluent-bit|migrations|nginx|metrics-exporter"),
    "service_name kube_service": sentences("{workload}"),
    "config_map_name configmap": sentences("{workload}-config"),
    "secret_name": sentences("{workload}-secrets"),
    "ingress_name": sentences("{workload}-ingress"),
    "pvc_name claim_name persistent_volume_claim": sentences("data-{workload}-0"),
    "node_pool node_group nodegroup": words("general|compute|memory|spot|system"),
    "cluster_name cluster": words("prod-main|prod-eu|staging|dev-shared|edge|analytics"),
    "concurrency_policy": words("Forbid*5|Allow*4|Replace"),
    "involved_object object_ref regarding target_ref": sentences(
        "Pod/{pod_name}|Deployment/{workload}|ReplicaSet/{workload}-{replica_hash}"
    ),
    "source_component reporting_component reporting_controller source": words(
        "kubelet*6|default-scheduler*3|deployment-controller*2|replicaset-controller*2|job-controller"
    ),
    "container_id": code("[xxxxxxxxxxxx]"),
    "network network_name": words("bridge*4|host|backend*2|frontend|overlay"),
    "replica_hash pod_template_hash": code("[??????????]", "[?????????]"),
    "pod_hash": code("[?????]"),
    "job_hash": code("28[999999]"),
}

OWN = {
    "restart_policy": words("Always*8|OnFailure*2|Never"),
    "image_pull_policy pull_policy": words("IfNotPresent*6|Always*3|Never"),
    "kubelet_version": NODE_SYSTEMS[
        next(key for key in NODE_SYSTEMS if key.startswith("kubelet_version"))
    ],
    "image_tag": code("1.[9].[1]", "2.[19].[1]", "v1.[19].0", "0.[9].[1]", "sha-[xxxxxxx]"),
    "node_selector": words("kubernetes.io/os=linux|node.kubernetes.io/pool=general"),
    "storage_class_name": words("gp3*4|standard*2|premium-rwo|fast-ssd|efs-sc"),
    "access_mode": words("ReadWriteOnce*6|ReadWriteMany*2|ReadOnlyMany"),
}

WITHIN = {
    "strategy strategy_type update_strategy rollout_strategy deployment_strategy": words(
        "RollingUpdate*8|Recreate"
    ),
    "service_type": words("ClusterIP*6|NodePort|LoadBalancer*2|ExternalName"),
    "pod_ip cluster_ip": code("10.244.[1].[19]", "10.42.[1].[19]", "10.0.[19].[19]"),
    "host_ip node_ip internal_ip": seeded("kube_host", "10.0.[1].1[9]"),
    "external_ip load_balancer_ip": code("203.0.113.[19]"),
    "condition node_condition": words(
        "Ready*4|MemoryPressure|DiskPressure|PIDPressure|NetworkUnavailable"
    ),
    "pod_condition": words("PodScheduled|Initialized|ContainersReady|Ready"),
    "taint": words(
        """node-role.kubernetes.io/control-plane:NoSchedule|dedicated=gpu:NoSchedule|
        spot=true:PreferNoSchedule|node.kubernetes.io/unreachable:NoExecute"""
    ),
    "effect taint_effect": words("NoSchedule*4|PreferNoSchedule|NoExecute"),
    "termination_reason last_termination_reason exit_reason": words(
        "Completed*5|Error*3|OOMKilled*2|ContainerCannotRun|DeadlineExceeded"
    ),
    "exit_code": words("0*8|1*3|137*2|143|2|139"),
    "restart_count restarts": words("0*20|1*5|2*2|3|4|7|12"),
    "replicas desired_replicas replica_count": words("1*4|2*6|3*8|4|5*2|6|8|10|12"),
    "min_replicas": words("1|2*3|3*2"),
    "max_replicas": words("5*2|6|8|10*4|12|20"),
    "revision generation observed_generation": words("1*3|2*3|3*2|4*2|5|7|9|12|18|27|41"),
    "container_port port service_port": words("8080*6|80*3|443*3|3000|5000|8443|9090|9100"),
    "node_port": code("3[1999]"),
    "protocol": words("TCP*8|UDP"),
    "env_name env_var variable_name env_key": words(
        """DATABASE_URL|LOG_LEVEL|REDIS_HOST|PORT|NODE_ENV|API_BASE_URL|AWS_REGION|
        FEATURE_FLAGS|SENTRY_DSN|OTEL_EXPORTER_OTLP_ENDPOINT|MAX_CONNECTIONS|CACHE_TTL_SECONDS|
        JAVA_OPTS|TZ"""
    ),
    "label_key": words(
        "app|tier|env|team|version|app.kubernetes.io/name|app.kubernetes.io/part-of"
    ),
    "api_version": words("v1*4|apps/v1*4|batch/v1|networking.k8s.io/v1|autoscaling/v2"),
    "kind resource_kind owner_kind": words(
        "Deployment*4|ReplicaSet*3|StatefulSet|DaemonSet|Job|CronJob|Service|ConfigMap|Ingress"
    ),
    "chart chart_name helm_chart": words(
        "ingress-nginx|kube-prometheus-stack|cert-manager|redis|postgresql|app|external-dns"
    ),
    "chart_version": code("4.[19].[1]", "1.[9].[1]", "58.[1].0", "0.[19].[1]"),
    "ingress_class ingress_class_name": words("nginx*5|alb*2|traefik"),
    "schedule cron_schedule": words(
        "0 2 * * *|*/5 * * * *|*/15 * * * *|0 * * * *|30 3 * * 0|0 6 * * 1-5|@hourly"
    ),
    "volume_size storage_request capacity": words("1Gi|5Gi|8Gi*2|10Gi*3|20Gi*2|50Gi|100Gi"),
    "liveness_probe readiness_probe probe_path health_check_path": words(
        "/healthz*3|/health*2|/ready|/livez|/-/healthy"
    ),
    "mount_path": words("/data|/var/lib/postgresql/data|/etc/config|/tmp|/var/log|/cache"),
    "context kube_context": words("prod-main|prod-eu|staging|kind-dev|minikube"),
    "termination_grace_period_seconds": words("30*8|10|60*2|120"),
    "cpu_usage_millicores cpu_usage_m": number(1, 120, 3800),
    "cpu_usage": code("[19]m", "1[99]m", "[199]m"),
    "memory_usage": code("[19]Mi", "1[99]Mi", "[199]Mi"),
    "creator deployed_by": words("argocd*4|helm*2|ci-deployer*3|kubectl"),
    "message status_message": words(
        """Deployment has minimum availability.*5|ReplicaSet has successfully progressed.*2|
        kubelet is posting ready status*2|back-off 5m0s restarting failed container|
        0/6 nodes are available: 6 Insufficient memory."""
    ),
}


def _list_regions() -> dict[str, object]:
    """Return where the clusters run: the regions of the cloud."""
    return {names: spec for names, spec in cloud.REGIONS.items() if "provider" not in names}


DOMAIN = domain(
    "kubernetes",
    merge(
        OWN,
        own_names(
            merge(NAMES, WORKLOADS),
            "pod_name replica_set_name config_map_name kube_namespace node_pool node_group",
        ),
    ),
    merge(
        SHARED, _list_regions(), WITHIN, NODE_SYSTEMS, NODE_TYPES, SIZES, WORKLOADS, NAMES, EVENTS
    ),
)
