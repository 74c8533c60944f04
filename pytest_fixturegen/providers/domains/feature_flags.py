"""Feature flags and experiments: keys, variants, targeting, hypotheses, metrics."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import SHARED
from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    either,
    merge,
    number,
    own_names,
    pick,
    sentences,
    table,
    words,
)

FLAGS = table(
    "feature_flag",
    """flag_key key feature_key flag toggle_key | flag_name name feature_name feature display_name
    toggle_name | description flag_description summary feature_description | owner_team team
    owning_team maintainer_team squad | flag_category category tag""",
    """
    new-checkout-flow | New checkout flow | Show the new checkout with one page instead of three.
        | checkout | release
    dark-mode | Dark mode | Let users switch the interface to dark colours. | web-frontend | release
    beta-search | Beta search | Use the new search engine for beta users. | search | experiment
    enable-export-csv | Enable export CSV | Allow users to export reports as CSV files.
        | data-platform | permission
    mobile-push-v2 | Mobile push v2 | Roll out the new push notification service to mobile users.
        | mobile | release
    payments-retry | Payments retry | Enable automatic retries of failed card payments.
        | payments | ops
    onboarding-tour | Onboarding tour | Show a guided tour to new users at their first login.
        | growth | experiment
    pricing-page-test | Pricing page test
        | Test the new layout of the pricing page with annual plans. | growth | experiment
    rate-limit-api | Rate limit API | Turn on the stricter rate limit of the public API.
        | platform | ops
    two-factor-required | Two factor required
        | Require two factor login for users with admin rights. | security-engineering | permission
    smart-recommendations | Smart recommendations
        | Display recommendations of the new model on product pages. | data-platform | experiment
    legacy-invoice-pdf | Legacy invoice PDF
        | Use the old PDF renderer for invoices as a fallback switch. | payments | ops
    team-workspaces | Team workspaces | Allow organisations to create shared workspaces.
        | product-analytics | release
    inline-comments | Inline comments | Show comments beside the text that they are about.
        | web-frontend | release
    instant-refunds | Instant refunds | Enable instant refunds for trusted customers. | payments
        | permission
    cache-warmup | Cache warmup | Toggle the job that fills the cache after a deploy.
        | core-infra | ops
    ai-summaries | AI summaries | Show generated summaries above long documents.
        | product-analytics | experiment
    new-dashboard | New dashboard | Roll out the new dashboard to all plans. | web-frontend
        | release
    guest-checkout | Guest checkout | Allow users to order without an account. | checkout | release
    webhook-batching | Webhook batching
        | Send webhooks in batches to reduce load on customer servers. | platform | ops
    """,
)

EXPERIMENTS = table(
    "experiment",
    """experiment_key key test_key | experiment_name name test_name title |
    hypothesis experiment_description
    test_description |
    primary_metric main_metric goal_metric success_metric target_metric metric metric_name goal |
    secondary_metric guardrail_metric | conclusion result_summary outcome learnings summary""",
    """
    checkout-button-color | Checkout button colour
        | A green checkout button will increase conversion because it stands out from the page.
        | checkout_conversion_rate | average_order_value
        | The treatment increased conversion and will be rolled out.
    short-signup-form | Short signup form
        | Removing three fields will increase completed signups because the form looks less work.
        | signup_completion_rate | email_bounce_rate
        | Fewer fields raised signups without more invalid addresses.
    annual-plan-default | Annual plan as default
        | Annual plans first will improve revenue because users keep defaults. | revenue_per_user
            | refund_rate | Revenue rose, but refunds did, too.
    homepage-video | Homepage video
        | A product video will increase trial starts because users see the product at work.
        | trial_start_rate | bounce_rate | No significant difference; the control stays.
    free-shipping-banner | Free shipping banner
        | A banner with the free shipping limit will lift order value because users add items.
        | average_order_value | add_to_cart_rate | Order value increased by a few percent.
    push-reminder | Push reminder
        | A reminder on day two will improve retention because users come back. | day_7_retention
            | uninstall_rate | Retention improved for all devices.
    search-autocomplete | Search autocomplete
        | Suggestions will reduce searches without results because users pick known terms.
        | search_click_through_rate | zero_result_rate | Click-through improved clearly on mobile.
    review-stars-in-list | Review stars in list
        | Stars in the list will increase clicks because users trust rated products.
        | product_click_rate | time_on_page | Clicks rose for products with many reviews.
    onboarding-checklist | Onboarding checklist
        | A checklist will increase activation because users know the next step.
        | activation_rate | support_ticket_rate | Activation increased; support tickets decreased.
    exit-intent-offer | Exit intent offer
        | A discount at exit will reduce abandonment because undecided users get a reason to buy.
        | cart_abandonment_rate | margin_per_order | Abandonment fell, but margin fell more.
    simplified-navigation | Simplified navigation
        | Fewer menu items will improve engagement because users find pages faster.
        | pages_per_session | search_usage_rate | Engagement was unchanged.
    email-subject-names | Email subject with names
        | First names in the subject will increase opens because the message feels personal.
        | email_open_rate | unsubscribe_rate | Open rate increased in both segments.
    """,
)

VARIANTS = table(
    "variant",
    """variant_name variant_key variation variation_key variation_name arm variant bucket group
    | is_control control is_baseline baseline | variant_description | is_significant significant
    statistically_significant is_stat_sig | [p_value p_val pvalue | ] | [lift relative_lift uplift
    lift_percent improvement relative_uplift | ] | weight traffic_percentage traffic_weight
    traffic_share allocation allocation_percent split_percentage traffic_percent percentage""",
    """
    control | true | Current version | - | - | - | - | - | 50
    treatment | false | New version | true | 0.0004 | 0.0480 | 1.8 | 14.6 | 50
    treatment | false | New version | false | 0.0700 | 0.9300 | -3.4 | 2.9 | 50
    variant_b | false | Version with a longer text | true | 0.0010 | 0.0470 | 1.4 | 9.8 | 0
    variant_b | false | Version with a longer text | false | 0.0800 | 0.9400 | -4.1 | 2.2 | 0
    """,
    in_order=True,
)

OUTCOMES = table(
    "test_outcome",
    """is_significant significant statistically_significant is_stat_sig | [p_value p_val pvalue | ]
    | [lift relative_lift uplift lift_percent improvement relative_uplift | ]
    | decision recommendation""",
    """
    true | 0.0004 | 0.0480 | 1.8 | 14.6 | ship | *2
    false | 0.0700 | 0.9300 | -3.4 | 2.9 | iterate
    false | 0.0700 | 0.9300 | -3.4 | 2.9 | stop
    """,
)

RESULTS = {
    names: either(pick(VARIANTS, names.split()[0]), spec)
    for names, spec in OUTCOMES.items()
    if not names.startswith("decision")
}
"""What is known of a variant, which the control lacks, or of the whole test."""

FLAG_KINDS = table(
    "flag_kind",
    "flag_type value_type kind variation_type | default_value off_value fallback_value default",
    """
    boolean ~ bool ~ release ~ toggle | false | *5
    boolean | true | *3
    string ~ text | classic | *2
    multivariate ~ multi ~ experiment | control | *2
    number ~ integer ~ numeric ~ float ~ percentage | 10
    json ~ object | {}
    """,
)

SEGMENTS = table(
    "user_segment",
    "segment_key | segment_name | segment_description | segment_rule",
    """
    beta-testers | Beta testers | Users who signed up for early features. | plan in [beta]
    internal-users | Internal users | Staff of the company. | email ends with @example.com
    new-users | New users | Registered within the last 30 days. | account_age_days < 30
    power-users | Power users | At least 20 sessions in a month. | sessions_30d >= 20
    enterprise-customers | Enterprise customers | Accounts on the enterprise plan.
        | plan = enterprise
    trial-users | Trial users | Accounts in their trial. | status = trialing
    eu-users | Users in the EU | Users whose country is in the EU. | country in [DE, FR, SE]
    mobile-users | Mobile users | Users of the apps. | platform in [ios, android]
    inactive-users | Inactive users | No login for 60 days. | days_since_login > 60
    high-spenders | High spenders | Top ten percent by revenue. | revenue_90d > 500
    """,
)

OPERATORS = words(
    """equals*5|not_equals*2|in*4|not_in*2|contains*2|starts_with|ends_with|gt|lt|matches|
    exists"""
)

OWN: dict[str, Spec] = {
    "rollout_percentage rollout rollout_percent rollout_pct percentage_rollout": words(
        "0*2|1|5*2|10*4|20*2|25*4|50*5|75*2|100*8"
    ),
    "minimum_detectable_effect mde": words("0.01*2|0.02*4|0.03*2|0.05*4|0.1"),
    "hypothesis": pick(EXPERIMENTS, "hypothesis"),
    "variation_key": VARIANTS[next(iter(VARIANTS))],
}

WITHIN: dict[str, Spec] = {
    "attribute attribute_name property context_attribute clause_attribute": words(
        """country*4|plan*4|email*2|user_id*3|role*2|app_version*2|platform*2|device_type|
        region|tenant_id|locale|age_group|segment|organization_id|environment|browser"""
    ),
    "operator op comparison_operator": OPERATORS,
    "value values targets": words(
        "US*3|DE*2|GB|pro*3|enterprise*2|free|beta*2|admin|ios|android|2.4.0|internal|eu"
    ),
    "target_value": words("US*3|DE*2|GB|pro*3|enterprise*2|free|beta|admin|ios|android"),
    "segment segment_name audience audience_name target_segment cohort user_segment": words(
        """beta-testers*3|internal-users*3|enterprise-customers*2|new-users*2|power-users|
        free-plan|eu-users|mobile-users|trial-users|early-adopters"""
    ),
    "target_user user_key": code("user_[1999]", "user_[19999]"),
    "tag": words(
        """checkout|growth|mobile|experiment|release|ops|frontend|backend|billing|temporary|q1|
        q2|beta|kill-switch"""
    ),
    "environment env environment_key": words("production*5|staging*3|development*2"),
    "project project_key project_name": words("web-app*3|mobile-app*2|backend*2|admin"),
    "reason evaluation_reason": words(
        "TARGETING_MATCH*4|SPLIT*3|DEFAULT*3|DISABLED|STATIC|CACHED|ERROR"
    ),
    "sdk sdk_name client_sdk": words(
        "python-server|js-client|react-client|ios|android|node-server"
    ),
    "sdk_version": code("7.[1].[9]", "8.0.[1]", "3.[9].0"),
    "change_summary change_comment comment": sentences(
        """Raised the rollout of {flag_key} to 50 %|Enabled {flag_key} for internal users|
        Turned {flag_key} off after errors|Added a targeting rule for beta users|
        Removed the rollout limit of {flag_key}"""
    ),
    "change_type action": words("enabled*3|disabled*2|rollout changed*3|rule added*2|archived"),
    "confidence_level significance_level_percent confidence": words("0.95*8|0.9*3|0.99"),
    "alpha significance_level": words("0.05*8|0.1|0.01"),
    "power statistical_power": words("0.8*8|0.9*3|0.85"),
    "traffic_allocation traffic allocation traffic_split": words("0.1|0.2|0.5*4|0.8|1.0*6"),
    "sample_size required_sample_size target_sample_size": words(
        "2000|5000*2|8000|10000*3|12000|20000*2|40000|50000|100000"
    ),
    "experiment_type test_type": words("ab*6|multivariate*2|split_url|bandit"),
    "assignment_unit randomization_unit unit": words("user*6|session*2|device|account"),
    "metric_type": words("binomial*4|revenue*2|count*2|duration|ratio"),
    "analysis_method statistical_method": words("frequentist*4|bayesian*3|sequential*2"),
    "winner winning_variant winning_variation best_variant": words("treatment*5|control*2"),
    "surface page location": words("checkout|homepage|pricing|search|product page|onboarding"),
    "version": number(1, 7, 64),
}

DOMAIN = domain(
    "feature_flags",
    merge(
        OWN,
        own_names(
            merge(SEGMENTS, VARIANTS, EXPERIMENTS, FLAGS),
            """segment_key segment_name segment_description flag_key flag_name feature_key
            toggle_key variant_key
            """,
        ),
    ),
    merge(SHARED, WITHIN, FLAG_KINDS, SEGMENTS, OUTCOMES, VARIANTS, RESULTS, EXPERIMENTS, FLAGS),
)
