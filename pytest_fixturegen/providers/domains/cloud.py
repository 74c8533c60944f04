"""Cloud computing: instances, networks, buckets, costs."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import ENVIRONMENTS, SERVICES, TEAMS
from pytest_fixturegen.providers.domains.specs import (
    code,
    domain,
    merge,
    number,
    pool,
    seeded,
    sentences,
    shared,
    table,
    words,
)

REGIONS = table(
    "cloud_region",
    """cloud_provider provider cloud csp vendor | region region_code aws_region region_name
    cloud_region location primary_region | availability_zone az zone availability_zone_name |
    region_label region_display_name""",
    """
    aws | us-east-1 | us-east-1a | US East (N. Virginia) | *5
    aws | us-east-1 | us-east-1b | US East (N. Virginia) | *3
    aws | us-east-1 | us-east-1d | US East (N. Virginia)
    aws | us-east-2 | us-east-2a | US East (Ohio)
    aws | us-east-2 | us-east-2c | US East (Ohio)
    aws | us-west-1 | us-west-1b | US West (N. California)
    aws | us-west-2 | us-west-2a | US West (Oregon) | *3
    aws | us-west-2 | us-west-2b | US West (Oregon) | *2
    aws | ca-central-1 | ca-central-1a | Canada (Central)
    aws | eu-west-1 | eu-west-1a | Europe (Ireland) | *3
    aws | eu-west-1 | eu-west-1c | Europe (Ireland) | *2
    aws | eu-west-2 | eu-west-2a | Europe (London)
    aws | eu-central-1 | eu-central-1a | Europe (Frankfurt) | *2
    aws | eu-central-1 | eu-central-1b | Europe (Frankfurt)
    aws | eu-north-1 | eu-north-1a | Europe (Stockholm)
    aws | ap-southeast-1 | ap-southeast-1a | Asia Pacific (Singapore) | *2
    aws | ap-southeast-2 | ap-southeast-2b | Asia Pacific (Sydney)
    aws | ap-northeast-1 | ap-northeast-1a | Asia Pacific (Tokyo)
    aws | ap-south-1 | ap-south-1a | Asia Pacific (Mumbai)
    aws | sa-east-1 | sa-east-1a | South America (São Paulo)
    gcp ~ google ~ google_cloud | us-central1 | us-central1-a | Iowa | *4
    gcp | us-east1 | us-east1-b | South Carolina | *2
    gcp | us-west1 | us-west1-b | Oregon
    gcp | europe-west1 | europe-west1-b | Belgium | *3
    gcp | europe-west3 | europe-west3-a | Frankfurt
    gcp | europe-north1 | europe-north1-a | Finland
    gcp | asia-east1 | asia-east1-a | Taiwan
    gcp | asia-northeast1 | asia-northeast1-b | Tokyo
    azure ~ microsoft_azure | eastus | eastus-1 | East US | *4
    azure | eastus2 | eastus2-2 | East US 2 | *2
    azure | westus2 | westus2-1 | West US 2
    azure | westeurope | westeurope-1 | West Europe | *3
    azure | northeurope | northeurope-2 | North Europe
    azure | uksouth | uksouth-1 | UK South
    azure | germanywestcentral | germanywestcentral-1 | Germany West Central
    azure | southeastasia | southeastasia-1 | Southeast Asia
    azure | japaneast | japaneast-1 | Japan East
    """,
    usual="aws",
)

INSTANCE_TYPES = table(
    "instance_type",
    """instance_type instance_class machine_type vm_size instance_size ec2_instance_type |
    vcpus vcpu vcpu_count cpu_cores cpus num_vcpus cpu_count cores | memory_gb memory_gib ram_gb
    memory_size_gb | memory_mb memory_mib | architecture arch cpu_architecture |
    hourly_cost hourly_price price_per_hour hourly_rate on_demand_price cost_per_hour hourly_usd |
    monthly_cost monthly_price estimated_monthly_cost cost_per_month monthly_usd |
    instance_family family | network_performance""",
    """
    t3.micro | 2 | 1 | 1024 | x86_64 | 0.0104 | 7.59 | t3 | Up to 5 Gigabit | *3
    t3.small | 2 | 2 | 2048 | x86_64 | 0.0208 | 15.18 | t3 | Up to 5 Gigabit | *3
    t3.medium | 2 | 4 | 4096 | x86_64 | 0.0416 | 30.37 | t3 | Up to 5 Gigabit | *4
    t3.large | 2 | 8 | 8192 | x86_64 | 0.0832 | 60.74 | t3 | Up to 5 Gigabit | *2
    t4g.small | 2 | 2 | 2048 | arm64 | 0.0168 | 12.26 | t4g | Up to 5 Gigabit
    t4g.medium | 2 | 4 | 4096 | arm64 | 0.0336 | 24.53 | t4g | Up to 5 Gigabit
    m5.large | 2 | 8 | 8192 | x86_64 | 0.096 | 70.08 | m5 | Up to 10 Gigabit | *4
    m5.xlarge | 4 | 16 | 16384 | x86_64 | 0.192 | 140.16 | m5 | Up to 10 Gigabit | *3
    m5.2xlarge | 8 | 32 | 32768 | x86_64 | 0.384 | 280.32 | m5 | Up to 10 Gigabit
    m6g.large | 2 | 8 | 8192 | arm64 | 0.077 | 56.21 | m6g | Up to 10 Gigabit
    m6g.xlarge | 4 | 16 | 16384 | arm64 | 0.154 | 112.42 | m6g | Up to 10 Gigabit
    m6i.4xlarge | 16 | 64 | 65536 | x86_64 | 0.768 | 560.64 | m6i | Up to 12.5 Gigabit
    m7i.large | 2 | 8 | 8192 | x86_64 | 0.1008 | 73.58 | m7i | Up to 12.5 Gigabit
    c5.large | 2 | 4 | 4096 | x86_64 | 0.085 | 62.05 | c5 | Up to 10 Gigabit | *2
    c5.xlarge | 4 | 8 | 8192 | x86_64 | 0.17 | 124.1 | c5 | Up to 10 Gigabit | *2
    c6g.xlarge | 4 | 8 | 8192 | arm64 | 0.136 | 99.28 | c6g | Up to 10 Gigabit
    c6i.2xlarge | 8 | 16 | 16384 | x86_64 | 0.34 | 248.2 | c6i | Up to 12.5 Gigabit
    c7g.4xlarge | 16 | 32 | 32768 | arm64 | 0.58 | 423.4 | c7g | Up to 15 Gigabit
    r5.large | 2 | 16 | 16384 | x86_64 | 0.126 | 91.98 | r5 | Up to 10 Gigabit | *2
    r5.xlarge | 4 | 32 | 32768 | x86_64 | 0.252 | 183.96 | r5 | Up to 10 Gigabit
    r6g.2xlarge | 8 | 64 | 65536 | arm64 | 0.4032 | 294.34 | r6g | Up to 10 Gigabit
    r6i.4xlarge | 16 | 128 | 131072 | x86_64 | 1.008 | 735.84 | r6i | Up to 12.5 Gigabit
    i3.xlarge | 4 | 30 | 30720 | x86_64 | 0.312 | 227.76 | i3 | Up to 10 Gigabit
    g4dn.xlarge | 4 | 16 | 16384 | x86_64 | 0.526 | 383.98 | g4dn | Up to 25 Gigabit
    """,
    leads=True,
)

SERVICE_PRICES = table(
    "cloud_service",
    """service service_name product_name aws_service service_category | usage_unit
    pricing_unit unit | usage_type operation_type | [unit_price price_per_unit | ] |
    service_code product_code""",
    """
    Amazon EC2 | Hrs | BoxUsage:m5.large | 0.0960 | 0.0961 | AmazonEC2 | *5
    Amazon EC2 | Hrs | BoxUsage:t3.medium | 0.0416 | 0.0417 | AmazonEC2 | *3
    Amazon EC2 | GB-Mo | EBS:VolumeUsage.gp3 | 0.0800 | 0.0801 | AmazonEC2 | *2
    Amazon S3 | GB-Mo | TimedStorage-ByteHrs | 0.0230 | 0.0231 | AmazonS3 | *4
    Amazon S3 | Requests | Requests-Tier1 | 0.000005 | 0.000006 | AmazonS3 | *2
    Amazon RDS | Hrs | InstanceUsage:db.r5.large | 0.2500 | 0.2510 | AmazonRDS | *3
    AWS Lambda | GB-Hours | Lambda-GB-Second | 0.0600 | 0.0601 | AWSLambda | *2
    AWS Lambda | Requests | Request | 0.0000002 | 0.0000003 | AWSLambda
    Amazon CloudFront | GB | DataTransfer-Out-Bytes | 0.0850 | 0.0851 | AmazonCloudFront | *2
    Amazon DynamoDB | Requests | WriteRequestUnits | 0.00000125 | 0.00000126 | AmazonDynamoDB
    Amazon EKS | Hrs | AmazonEKS-Hours:perCluster | 0.1000 | 0.1001 | AmazonEKS
    Amazon CloudWatch | GB | DataProcessing-Bytes | 0.5000 | 0.5001 | AmazonCloudWatch
    Amazon ElastiCache | Hrs | NodeUsage:cache.m6g.large | 0.1490 | 0.1500 | AmazonElastiCache
    Elastic Load Balancing | Hrs | LoadBalancerUsage | 0.0225 | 0.0226 | AWSELB
    Amazon VPC | Hrs | NatGateway-Hours | 0.0450 | 0.0451 | AmazonVPC
    Amazon SQS | Requests | Requests | 0.0000004 | 0.0000005 | AWSQueueService
    """,
)

VOLUME_TYPES = table(
    "volume_type",
    """volume_type disk_type ebs_type | [iops provisioned_iops | ] |
    [throughput throughput_mbps | ]""",
    """
    gp3 | 3000 | 16000 | 125 | 1000 | *5
    gp2 | 100 | 3000 | 128 | 250 | *2
    io1 | 1000 | 32000 | 256 | 1000
    io2 | 1000 | 64000 | 256 | 1000
    st1 | 40 | 500 | 40 | 500
    sc1 | 12 | 250 | 12 | 250
    """,
)

BUCKET_NAMES = (
    "assets logs backups media uploads data-lake reports static invoices".split()
    + "exports raw-events terraform-state".split()
)

IDS = {
    "instance_id ec2_instance_id": seeded("instance_id", "i-0[xxxxxxxxxxxxxxxx]"),
    "ami_id image_id": pool("ami-0[xxxxxxxxxxxxxxxx]", 12),
    "vpc_id": pool("vpc-0[xxxxxxxxxxxxxxxx]", 8),
    "subnet_id": pool("subnet-0[xxxxxxxxxxxxxxxx]", 16),
    "security_group_id sg_id": pool("sg-0[xxxxxxxxxxxxxxxx]", 16),
    "volume_id ebs_volume_id": code("vol-0[xxxxxxxxxxxxxxxx]"),
    "snapshot_id": code("snap-0[xxxxxxxxxxxxxxxx]"),
    "eni_id network_interface_id": code("eni-0[xxxxxxxxxxxxxxxx]"),
    "allocation_id": code("eipalloc-0[xxxxxxxxxxxxxxxx]"),
    "nat_gateway_id": code("nat-0[xxxxxxxxxxxxxxxx]"),
    "internet_gateway_id": code("igw-0[xxxxxxxxxxxxxxxx]"),
    "route_table_id": pool("rtb-0[xxxxxxxxxxxxxxxx]", 8),
    "kms_key_id": code("xxxxxxxx-xxxx-4xxx-9xxx-xxxxxxxxxxxx"),
}

ARNS = {
    "instance_arn": sentences("arn:aws:ec2:{region}:{account_id}:instance/{instance_id}"),
    "arn resource_arn": sentences("arn:aws:ec2:{region}:{account_id}:instance/{instance_id}"),
    "bucket_arn": sentences("arn:aws:s3:::{bucket_name}"),
    "role_arn iam_role_arn execution_role_arn": sentences(
        "arn:aws:iam::{account_id}:role/{role_word}"
    ),
    "function_arn lambda_arn": sentences(
        "arn:aws:lambda:{region}:{account_id}:function:{service_word}"
    ),
    "queue_arn": sentences("arn:aws:sqs:{region}:{account_id}:{service_word}"),
    "topic_arn sns_topic_arn": sentences("arn:aws:sns:{region}:{account_id}:{service_word}-events"),
    "kms_key_arn key_arn": sentences("arn:aws:kms:{region}:{account_id}:key/{kms_key_id}"),
    "certificate_arn": sentences("arn:aws:acm:{region}:{account_id}:certificate/{kms_key_id}"),
    "cluster_arn": sentences("arn:aws:eks:{region}:{account_id}:cluster/{cluster_name}"),
    "target_group_arn": sentences(
        "arn:aws:elasticloadbalancing:{region}:{account_id}:targetgroup/{service_word}/{short_hash}"
    ),
}

OWN = {
    "storage_class s3_storage_class": words(
        "STANDARD*6|STANDARD_IA*2|INTELLIGENT_TIERING*2|GLACIER|DEEP_ARCHIVE|ONEZONE_IA|GLACIER_IR"
    ),
    "bucket_name s3_bucket bucket": seeded(
        "bucket",
        *(f"acme-{name}-prod-[xxxx]" for name in BUCKET_NAMES),
    ),
    "subnet_cidr": pool("10.0.[19].0/24", 6),
    "iam_role": words(
        """ecs-task-execution|lambda-basic-execution|ec2-ssm-instance|deploy-pipeline|
        read-only-auditor|backup-operator|eks-node-group|data-engineer"""
    ),
    "ssh_key_name key_pair key_pair_name keypair": words(
        "prod-ops|staging-deploy|bastion|ci-runner|data-team"
    ),
}

WITHIN = {
    "account_id owner_id aws_account_id cloud_account_id linked_account_id payer_account_id": pool(
        "199999999999", 5
    ),
    "billing_period billing_month invoice_month usage_month month": words(
        "2025-01|2025-02|2025-03|2025-04|2025-05|2025-06|2025-07|2025-08|2025-09|2025-10|2025-11"
    ),
    "account_name linked_account_name": words("prod|staging|sandbox|shared-services|security|data"),
    """db_instance_id db_instance_identifier db_instance_name database_identifier
    db_identifier""": words("shop-prod-db*3|shop-staging-db*2|analytics-db|billing-prod-db|crm-db"),
    "subscription_id": pool("xxxxxxxx-xxxx-4xxx-9xxx-xxxxxxxxxxxx", 4),
    "resource_group resource_group_name": words("rg-prod|rg-staging|rg-network|rg-data|rg-shared"),
    "project_id gcp_project": words("acme-prod-9213|acme-staging-4410|acme-data-7702"),
    "instance_name vm_name server_name resource_name": sentences("{service_word}-{number_word}"),
    "function_name lambda_name": SERVICES,
    "cluster_name cluster": words("prod-main|prod-eu|staging|batch|analytics|shared-tools"),
    "load_balancer_name": words("web-public|api-internal|admin-internal|grpc-edge"),
    "security_group security_group_name": words(
        "web-public|api-internal|db-private|bastion-ssh|cache-private|default|monitoring|lambda-egress"
    ),
    "private_ip private_ip_address internal_ip": seeded("private_host", "10.0.[1].1[9]"),
    "private_dns_name private_dns internal_dns": seeded(
        "private_host", "ip-10-0-[1]-1[9].ec2.internal"
    ),
    "public_ip public_ip_address elastic_ip external_ip": seeded(
        "public_host", "203.0.113.[19]", "198.51.100.[19]"
    ),
    "public_dns_name public_dns": seeded(
        "public_host", "ec2-203-0-113-[19].example.com", "ec2-198-51-100-[19].example.com"
    ),
    "platform platform_details operating_system": words("Linux/UNIX*6|Linux*3|Windows*2"),
    "os_image image_name ami_name": words(
        """al2023-ami-2023.4.20240611.0-kernel-6.1-x86_64|
        ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240607|
        Windows_Server-2022-English-Full-Base-2024.06.13"""
    ),
    "tenancy": words("default*9|dedicated|host"),
    "hypervisor": words("nitro*4|xen"),
    "purchase_option purchasing_option lifecycle pricing_model": words(
        "on-demand*5|spot*2|reserved*2|savings-plan"
    ),
    "size_gb volume_size volume_size_gb disk_size_gb disk_gb storage_gb allocated_storage": shared(
        "disk_size", "8|20*2|30*2|50*3|100*4|200*2|250|500*2|1000", leads=True
    ),
    "lifecycle_days retention_days expiration_days backup_retention_days": words(
        "7|14|30*4|60|90*3|180|365*2"
    ),
    "engine db_engine database_engine": words("postgres*4|mysql*3|aurora-postgresql*2|mariadb"),
    "engine_version db_engine_version": words("16.3|15.7|14.12|8.0.37|13.15"),
    "db_instance_class": words("db.t3.medium|db.r5.large|db.r6g.xlarge|db.m5.large"),
    "runtime lambda_runtime": words("python3.12*4|nodejs20.x*3|java21|go1.x|dotnet8|python3.11"),
    "handler": words("app.handler|index.handler|main.lambda_handler|src/lambda.handler"),
    "timeout timeout_seconds": words("3|10|15|30*3|60*2|120|300|900"),
    "memory_size": words("128*2|256*3|512*3|1024*2|2048|3008"),
    "cost_center": code("CC-10[99]", "CC-20[99]", "CC-30[99]"),
    "cost_category charge_type line_item_type": words("Usage*8|Tax|Credit|Savings Plan|Refund"),
    "alarm_name": words("HighCPU|DiskSpaceLow|UnhealthyHosts|Http5xxRate|QueueDepth|BillingLimit"),
    "metric_name": words("CPUUtilization|NetworkIn|NetworkOut|DiskReadOps|StatusCheckFailed"),
    "resource_type": words(
        "instance|bucket|volume|function|database|load-balancer|cluster|queue|subnet|role"
    ),
    "tag_key": words("Name|Environment|Team|CostCenter|Owner|Project|ManagedBy"),
    "environment env environment_tag": ENVIRONMENTS,
    "team owner_team team_tag": TEAMS,
    "created_by_tool managed_by provisioner": words("terraform*5|cloudformation*2|pulumi|console"),
    "stack_name stack": words("network-base|app-prod|app-staging|data-lake|monitoring|identity"),
    "cidr_block cidr vpc_cidr ipv4_cidr": words(
        "10.0.0.0/16*3|10.1.0.0/16|10.2.0.0/16|172.31.0.0/16*2|192.168.0.0/16|10.0.1.0/24|10.0.2.0/24"
    ),
    "protocol ip_protocol": words("tcp*6|udp|icmp|-1"),
    "port from_port to_port": words("22|80*2|443*4|5432*2|3306|6379|8080"),
    "dns_name": code("api-[19].lb.example.com", "web-[19].lb.example.com"),
    "cpu_utilization cpu_utilization_percent average_cpu": number(0.4, 18, 97, 1),
    "memory_utilization memory_utilization_percent": number(4, 46, 97, 1),
    "role_word": words("ecs-task-execution|lambda-basic-execution|deploy-pipeline|backup-operator"),
    "service_word": SERVICES,
    "number_word": code("0[1]", "1[9]"),
    "short_hash": code("xxxxxxxxxxxxxxxx"),
}

DOMAIN = domain(
    "cloud",
    merge({key: REGIONS[key] for key in REGIONS if key.startswith("availability_zone")}, IDS, OWN),
    merge(REGIONS, INSTANCE_TYPES, SERVICE_PRICES, VOLUME_TYPES, ARNS, WITHIN),
)
