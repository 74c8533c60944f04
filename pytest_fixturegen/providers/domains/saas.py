"""Software as a service: API keys, usage, plans, limits, tenants."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    merge,
    number,
    own_names,
    table,
    words,
)

PLANS = table(
    "saas_plan",
    """plan plan_name tier subscription_plan pricing_plan product_plan package | [price plan_price
    monthly_price price_monthly unit_amount | ] | seats seat_limit max_seats included_seats licenses
    | request_limit api_limit monthly_quota quota rate_limit_per_day | storage_limit_gb
    included_storage_gb | support_level support_tier sla | plan_description""",
    """
    free | 0.00 | 0.00 | 1 | 1000 | 1 | community | For trying things out. | *3
    starter ~ basic | 9.00 | 19.00 | 5 | 10000 | 10 | email | For small teams. | *4
    pro ~ professional ~ growth ~ plus | 29.00 | 59.00 | 20 | 100000 | 100 | priority email
        | For growing teams. | *4
    business ~ team ~ scale ~ premium | 99.00 | 199.00 | 50 | 1000000 | 500 | phone
        | For companies with several teams. | *3
    enterprise ~ custom | 499.00 | 1999.00 | 500 | 10000000 | 5000 | dedicated manager
        | For large organisations.
    """,
)

METERS = table(
    "usage_meter",
    """meter meter_name usage_metric metric metric_name usage_type resource feature billable_metric
    dimension | unit usage_unit unit_name | [quantity usage usage_quantity units consumed
    used amount_used | ] | [unit_price price_per_unit rate | ] | meter_description""",
    """
    api_requests | requests | 120 | 480000 | 0.0002 | 0.0004 | Calls of the public API | *4
    storage | GB | 1 | 900 | 0.02 | 0.03 | Stored files | *3
    bandwidth ~ data_transfer | GB | 1 | 4000 | 0.05 | 0.09 | Outgoing traffic | *2
    active_users ~ seats | users | 1 | 480 | 4.00 | 12.00 | Users with a login in the month | *3
    emails_sent | emails | 40 | 240000 | 0.0005 | 0.0010 | Delivered e-mails | *2
    compute_minutes | minutes | 5 | 60000 | 0.004 | 0.010 | Time of background jobs
    tokens | tokens | 900 | 9000000 | 0.000002 | 0.000010 | Tokens of language models | *2
    sms_sent | messages | 5 | 20000 | 0.03 | 0.08 | Text messages
    """,
)

SCOPES = words(
    """orders:read*3|orders:write*2|customers:read*3|customers:write|invoices:read*2|
    products:read*2|reports:read|webhooks:manage|users:read|files:write|billing:read|admin"""
)

WITHIN: dict[str, Spec] = {
    "api_key_name key_name token_name name": words(
        """CI deploy*2|Production backend*3|Staging backend*2|Zapier integration|
        Data warehouse sync|Mobile app|Local development*2|Partner import"""
    ),
    "key_prefix api_key_prefix prefix token_prefix": code(
        "sk_live_[????]", "sk_test_[????]", "pk_live_[????]"
    ),
    "api_key token secret_key key key_value": code(
        "sk_test_[????????????????????????]", "sk_live_[????????????????????????]"
    ),
    "client_id oauth_client_id": code("app_[????????????]"),
    "scope permission permissions_scope": SCOPES,
    "environment mode key_environment": words("live*4|test*3|sandbox"),
    "grant_type": words("client_credentials*4|authorization_code*5|refresh_token*3"),
    "token_type": words("bearer*7|refresh*2|api_key"),
    "tenant tenant_name workspace workspace_name organization_slug tenant_slug subdomain": words(
        """northwind|brightside|ledgerly|harbour-hotels|greenleaf|kestrel|fernhill|oak-linen|
        cargo-compass|pixel-academy"""
    ),
    "billing_cycle billing_interval interval billing_period_type renewal_period": words(
        "monthly*6|yearly*4|quarterly"
    ),
    "billing_model pricing_model": words("per seat*4|usage based*3|flat*2|tiered*2"),
    "endpoint api_endpoint route path": words(
        "/v1/orders*4|/v1/customers*3|/v1/invoices*2|/v1/products*3|/v1/reports|/v1/webhooks"
    ),
    "rate_limit requests_per_minute rate_limit_per_minute": words("60*3|100*3|300*2|600*2|1000*2"),
    "churn_reason cancellation_reason cancel_reason": words(
        """too expensive*4|missing features*3|switched to a competitor*2|no longer needed*3|
        company closed|hard to use"""
    ),
    "integration integration_name connector app_name": words(
        "Slack*4|Salesforce*2|HubSpot*2|Zapier*3|Jira*2|Google Sheets*2|Xero|Shopify"
    ),
    "feature feature_name entitlement": words(
        "single sign-on*2|audit log*2|custom roles|API access*3|priority support|white label"
    ),
    "health_status account_health": words("healthy*6|at risk*2|critical"),
    "onboarding_step": words("invite team|connect data|create project|set up billing|first export"),
    "utilization usage_percent quota_used_percent": number(1, 46, 118, 1),
    "region data_region": words("us-east*4|eu-central*4|ap-southeast"),
    "sdk client_library": words("python 3.2.0*3|node 4.1.2*3|java 2.8.0|go 1.9.4|curl"),
}

OWN: dict[str, Spec] = {
    "churn_reason": WITHIN["churn_reason cancellation_reason cancel_reason"],
    "billing_cycle billing_interval": WITHIN[
        next(names for names in WITHIN if names.startswith("billing_cycle"))
    ],
}

DOMAIN = domain(
    "saas",
    merge(OWN, own_names(WITHIN, "key_prefix integration_name subdomain")),
    merge(WITHIN, METERS, PLANS),
)
