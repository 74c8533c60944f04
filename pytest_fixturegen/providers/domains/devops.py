"""Software projects and their delivery: builds, deploys, issues, pull requests, packages."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import (
    GIT_SHA,
    SEMVER,
    SHARED,
    SHORT_SHA,
)
from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    merge,
    number,
    pool,
    sentences,
    table,
    words,
)

REPOSITORIES = table(
    "repository",
    """repository repo repo_name repository_name project project_name full_name | language
    primary_language programming_language main_language | default_branch | license license_name
    licence spdx_license license_id | repo_description repository_description project_description
    | topic repo_topic | repo_slug""",
    """
    acme/checkout-api | Python | main | Apache-2.0 | Checkout service of the shop | api
        | checkout-api
    acme/web-frontend | TypeScript | main | MIT | Single page app of the shop | react | web-frontend
    acme/payment-service | Go | main | Apache-2.0 | Payments and refunds | payments
        | payment-service
    acme/mobile-app | Kotlin | develop | MIT | Android app of the shop | android | mobile-app
    acme/ios-app | Swift | develop | MIT | iOS app of the shop | ios | ios-app
    acme/data-pipeline | Python | main | BSD-3-Clause | Nightly jobs of the warehouse | airflow
        | data-pipeline
    acme/infrastructure | HCL | main | MPL-2.0 | Terraform modules | terraform | infrastructure
    acme/search-indexer | Rust | main | MIT | Indexer of the product search | search
        | search-indexer
    acme/design-system | TypeScript | main | MIT | Shared components and colours | design
        | design-system
    acme/billing | Java | master | Apache-2.0 | Invoices and subscriptions | billing | billing
    acme/notifications | Python | main | MIT | E-mail, push and text messages | messaging
        | notifications
    acme/docs | Markdown | main | CC-BY-4.0 | Documentation for developers | documentation | docs
    """,
)

COMMITS = table(
    "change",
    """commit_type change_type change_kind | commit_message commit_title commit_subject subject
    change_summary change_log_entry changelog_entry last_commit_message head_commit_message
    | branch branch_name source_branch head_branch git_branch ref_name head_ref | pull_request_title
    pr_title merge_request_title | file_path changed_file filename file path | pull_request_body
    pr_body pull_request_description body description""",
    """
    fix | Fix rounding of discounts in the cart | fix/cart-discount-rounding
        | Fix rounding of discounts in the cart | src/cart/discounts.py
        | Discounts were rounded per line. They are now rounded once per order. | *2
    feat | Add export of orders as CSV | feature/export-orders-csv
        | Add export of orders as CSV | src/orders/export.py
        | Adds a button and an endpoint. Large exports run in the background. | *2
    fix | Handle timeouts of the payment gateway | fix/payment-timeouts
        | Retry payments after gateway timeouts | src/payments/client.py
        | Requests are retried twice with backoff before the order is marked as failed.
    feat | Show delivery estimate at checkout | feature/delivery-estimate
        | Show delivery estimate at checkout | web/src/checkout/Summary.tsx
        | The estimate comes from the shipping service and is cached for an hour.
    chore | Bump requests from 2.31.0 to 2.32.3 | deps/requests-2.32.3
        | Bump requests from 2.31.0 to 2.32.3 | requirements.txt
        | Contains the fix for a certificate check. No code changes. | *2
    refactor | Split order service into modules | refactor/order-modules
        | Split order service into modules | src/orders/service.py
        | No behaviour changes. Tests moved along with the code.
    docs | Document webhook signatures | docs/webhook-signatures
        | Document webhook signatures | docs/webhooks.md
        | Explains how receivers verify the header, with examples.
    test | Cover refunds of partial shipments | test/partial-refunds
        | Cover refunds of partial shipments | tests/test_refunds.py
        | Adds the case that failed in production last week.
    perf | Cache product prices for a minute | perf/price-cache
        | Cache product prices | src/catalog/prices.py
        | Cuts the median of the product page from 180 to 95 ms.
    ci | Run integration tests in parallel | ci/parallel-tests
        | Run integration tests in parallel | .github/workflows/test.yml
        | The pipeline takes nine instead of twenty minutes.
    fix | Prevent duplicate webhook deliveries | fix/duplicate-webhooks
        | Prevent duplicate webhook deliveries | src/webhooks/queue.py
        | Deliveries are keyed by event, so a restart does not send them again.
    build | Build images for arm64 | build/arm64-images | Build images for arm64 | Dockerfile
        | The base image exists for both architectures now.
    """,
)

ISSUES = table(
    "issue",
    """issue_type type ticket_type work_item_type tracker | issue_title title summary issue_summary
    ticket_title story_title task_title bug_title issue_name | issue_label label component
    area module | issue_body description issue_description body details steps_to_reproduce |
    resolution resolution_note fix_summary""",
    """
    bug | Cart total differs from invoice by one cent | checkout
        | Add three items with a 15 % code. The cart shows 41.31, the invoice 41.30. | Fixed | *2
    bug | Search returns no results for umlauts | search
        | Searching for "Möbel" finds nothing, "Mobel" finds 48 products. | Fixed
    bug | Export stops after 10,000 rows | reports
        | The CSV of all orders ends without an error at row 10,000. | Fixed | *2
    bug | Password reset mail arrives twice | notifications
        | Users get two identical messages within a second. | Duplicate
    bug | Login page is blank in Safari 15 | frontend
        | The console shows a syntax error in the bundle. | Fixed
    story ~ feature ~ feature_request | Save several delivery addresses | account
        | As a customer I want to choose from saved addresses at checkout. | Done | *2
    story | Dark mode for the dashboard | frontend
        | Follow the setting of the system and offer a switch. | Done
    task ~ chore ~ improvement | Upgrade database to version 16 | infrastructure
        | Test the upgrade on staging and plan a maintenance window. | Done | *2
    task | Remove the old invoice renderer | billing
        | Nothing has used it since March. | Done
    epic | Self-service returns | returns
        | Customers create labels and follow refunds without contacting support. | Done
    improvement | Load product images lazily | frontend
        | The first page transfers 6 MB, most of it below the fold. | Done
    """,
)

PIPELINES = table(
    "pipeline_job",
    """pipeline pipeline_name workflow workflow_name | stage stage_name pipeline_stage |
    job job_name step step_name check_name task_name | command script run_command |
    [job_duration duration duration_seconds duration_s run_time elapsed_seconds | ] |
    artifact artifact_name""",
    """
    build-and-test | build | compile | make build | 45 | 280 | app-linux-amd64.tar.gz | *2
    build-and-test | test | unit-tests | pytest -q | 60 | 420 | coverage.xml | *4
    build-and-test | test | integration-tests | pytest tests/integration | 240 | 1100
        | junit-report.xml | *2
    build-and-test | lint | lint | ruff check . | 8 | 55 | lint-report.txt | *2
    release | package | docker-build | docker build -t app . | 70 | 520 | image-digest.txt | *2
    release | publish | publish-package | twine upload dist/* | 10 | 60 | app-wheel.whl
    deploy-staging | deploy | deploy-staging | helm upgrade app ./chart | 40 | 260
        | manifest.yaml | *2
    deploy-production | deploy | deploy-production | helm upgrade app ./chart | 60 | 400
        | manifest.yaml | *2
    nightly | scan | dependency-scan | trivy fs . | 30 | 190 | scan-report.json
    nightly | test | end-to-end | npx playwright test | 300 | 1700 | screenshots.zip
    """,
)

PACKAGES = table(
    "software_package",
    """package package_name dependency dependency_name library module_name | ecosystem
    package_manager registry package_registry | package_license | package_description summary |
    package_homepage""",
    """
    requests | pypi | Apache-2.0 | HTTP for people | https://requests.example.org
    django | pypi | BSD-3-Clause | Web framework | https://django.example.org
    pydantic | pypi | MIT | Data validation with type hints | https://pydantic.example.org
    numpy | pypi | BSD-3-Clause | Arrays for scientific computing | https://numpy.example.org
    react | npm | MIT | Library for user interfaces | https://react.example.org | *2
    lodash | npm | MIT | Utility functions | https://lodash.example.org
    express | npm | MIT | Minimal web framework | https://express.example.org
    typescript | npm | Apache-2.0 | Typed JavaScript | https://typescript.example.org
    serde | cargo | MIT OR Apache-2.0 | Serialization framework | https://serde.example.org
    tokio | cargo | MIT | Asynchronous runtime | https://tokio.example.org
    spring-core | maven | Apache-2.0 | Application framework | https://spring.example.org
    rails | rubygems | MIT | Web application framework | https://rails.example.org
    gin | go | MIT | HTTP web framework | https://gin.example.org
    """,
)

NAMES: dict[str, Spec] = {
    "commit commit_sha commit_hash head_sha git_sha sha merge_commit_sha revision": GIT_SHA,
    "short_sha short_commit": SHORT_SHA,
    "tag_name release_tag git_tag version_tag": code("v1.[9].[1]", "v2.[1].[9]", "v0.1[9].0"),
    "release_name release release_title": sentences("Release {version}"),
    "release_notes notes changelog release_body": sentences(
        """{commit_message}. Also small fixes in {repo_slug}.|Added: export of orders as CSV.
        Fixed: rounding of discounts.|{commit_message}|Fixed: timeouts of the payment gateway.
        Changed: retries use backoff."""
    ),
    "version app_version build_version release_version package_version": SEMVER,
    "base_branch target_branch base_ref": words("main*7|develop*2|release/2.4"),
    "runner runner_name build_agent agent_name": words(
        "ubuntu-latest*5|linux-large-01*2|linux-large-02|macos-14|windows-2022|self-hosted-arm64"
    ),
    "runner_os build_os": words("linux*7|macos|windows"),
    "trigger triggered_by_event event trigger_type build_trigger": words(
        "push*5|pull_request*5|schedule*2|workflow_dispatch|tag"
    ),
    "ci_provider ci_system": words("github_actions*5|gitlab_ci*3|jenkins*2|circleci"),
    "build_number run_number pipeline_number": number(1, 840, 9200),
    "issue_number pr_number pull_request_number": number(1, 640, 5200),
    "pull_request_id merge_request_iid": number(1, 640, 5200),
    "issue_key ticket_key jira_key issue_id ticket_id story_key": code(
        "SHOP-[199]", "PAY-[1999]", "WEB-[199]", "CORE-[1999]", "OPS-[199]"
    ),
    "epic_key parent_key epic": code("SHOP-[19]", "PAY-[19]", "CORE-[19]"),
    "sprint sprint_name iteration milestone": words(
        "Sprint 41|Sprint 42*2|Sprint 43*2|Sprint 44|2025 Q2|v2.5"
    ),
    "story_points estimate points": words("1*3|2*4|3*5|5*4|8*2|13"),
    "pr_state merge_state": words("merged*7|open*2|closed"),
    "review_state review_decision review_status": words(
        "approved*6|changes_requested*2|commented*2|pending"
    ),
    "review_comment inline_comment": words(
        """Could this be a constant?|Nice simplification.|Please add a test for the empty list.|
        This name is misleading.|Looks good to me.|Do we need this check?"""
    ),
    "deploy_strategy deployment_strategy strategy": words("rolling*5|blue-green*2|canary*2"),
    "deployer deployed_with deploy_tool": words("argo-cd*4|helm*3|github-actions*2|spinnaker"),
    "rollback_reason": words(
        "Error rate above 5 %|Latency regression|Failed health check|Wrong configuration"
    ),
    "test_name test_case": words(
        """test_cart_total_includes_tax|test_login_rejects_wrong_password|test_export_has_header|
        test_refund_of_partial_shipment|test_webhook_signature|test_search_finds_umlauts"""
    ),
    "test_suite suite suite_name": words("unit*5|integration*3|end-to-end*2|contract"),
    "test_file": words("tests/test_cart.py|tests/test_login.py|tests/test_export.py"),
    "coverage coverage_percent code_coverage line_coverage": number(41, 86, 99, 1),
    "additions lines_added insertions": number(1, 38, 1900),
    "deletions lines_deleted lines_removed": number(0, 14, 1200),
    "changed_files files_changed": number(1, 4, 64),
    "stars stargazers_count star_count": number(0, 84, 61000),
    "forks forks_count fork_count": number(0, 17, 9400),
    "open_issues open_issues_count": number(0, 21, 900),
    "commits commit_count": number(1, 4, 60),
    "registry_url image_registry": words("registry.example.com*4|ghcr.io*2|docker.io"),
    "image image_name docker_image container_image": sentences(
        "registry.example.com/{repo_slug}:{version}"
    ),
    "rule_id lint_rule check_rule": words("E501|F401|B008|S101|no-unused-vars|SC2086"),
    "license_type": words("MIT*5|Apache-2.0*4|BSD-3-Clause|GPL-3.0|proprietary"),
    "severity bug_severity": words("major*4|minor*5|critical|trivial*2|blocker"),
    "failure_reason error_message build_error": words(
        """2 tests failed|timeout after 30 minutes|lint errors in 3 files|image push was denied|
        out of disk space on runner|could not resolve dependency"""
    ),
    "environment_url deployment_url preview_url": sentences(
        "https://{repo_slug}.staging.example.com"
    ),
    "html_url web_url repo_url repository_url clone_url project_url": sentences(
        "https://git.example.com/{repository}"
    ),
    "ssh_url": sentences("git@git.example.com:{repository}.git"),
    "runner_token_prefix": pool("glrt-[xxxxxx]", 6),
}

OWN: dict[str, Spec] = {
    "commit_sha commit_hash head_sha git_sha merge_commit_sha": GIT_SHA,
    "short_sha short_commit": SHORT_SHA,
    "base_branch target_branch": NAMES["base_branch target_branch base_ref"],
    "commit_message": COMMITS[next(names for names in COMMITS if "commit_message" in names)],
    "git_branch source_branch": COMMITS[
        next(names for names in COMMITS if names.startswith("branch"))
    ],
    "spdx_license": REPOSITORIES[next(names for names in REPOSITORIES if "spdx" in names)],
    "programming_language": REPOSITORIES[
        next(names for names in REPOSITORIES if "programming_language" in names)
    ],
}

DOMAIN = domain(
    "devops", OWN, merge(SHARED, PACKAGES, ISSUES, NAMES, PIPELINES, COMMITS, REPOSITORIES)
)
