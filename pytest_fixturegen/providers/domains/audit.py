"""Audit and security: who did what, and what attackers tried."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    Entries,
    Spec,
    TableColumn,
    code,
    cross_table,
    domain,
    merge,
    number,
    own_names,
    pool,
    sentences,
    table,
    words,
)

EVENTS = cross_table(
    "audit_event",
    """action action_type audit_action operation event_action activity action_name
    | http_method method request_method | verb | ?old_values ?previous_values ?old_value
    ?previous_value ?before ?old_data ?changes_before | ?new_values ?new_value ?after ?new_data
    ?changes_after | status outcome result action_status
    event_outcome | http_status status_code response_status response_code http_status_code
    | failure_reason error_message error reason_for_failure denial_reason
    | success is_success succeeded successful allowed | risk_level risk severity risk_rating""",
    """
    create ~ created ~ create_user ~ insert ~ add | POST | created | - | x | *6
    update ~ updated ~ modify ~ edit ~ change | PATCH | updated | x | x | *7
    update | PUT | updated | x | x | *3
    delete ~ deleted ~ remove ~ destroy | DELETE | deleted | x | - | *2
    login ~ logged_in ~ sign_in ~ signin ~ user_login | POST | logged in to | - | - | *6
    logout ~ logged_out ~ sign_out ~ signout | POST | logged out of | - | - | *2
    export ~ exported ~ download | GET | exported | - | - | *2
    view ~ read ~ viewed ~ access ~ accessed | GET | viewed | - | - | *3
    permission_granted ~ grant ~ role_assigned | POST | granted access to | - | -
    permission_revoked ~ revoke ~ role_removed | POST | revoked access to | - | -
    password_change ~ password_reset ~ change_password | POST | changed the password of | - | -
    approve ~ approved | POST | approved | x | x
    reject ~ rejected ~ deny | POST | rejected | x | x
    import ~ imported ~ upload | POST | imported | - | -
    invite ~ invited | POST | invited a user to | - | -
    archive ~ archived | POST | archived | x | x
    restore ~ restored | POST | restored | x | x
    share ~ shared | POST | shared | - | -
    """,
    """
    success ~ succeeded ~ ok ~ allowed ~ successful ~ completed | 200 | - | true
        | low ~ info | *8
    success | 200 | - | true | medium
    failure ~ failed ~ error ~ denied ~ fail ~ blocked | 403 | insufficient permissions | false
        | high
    failure | 401 | invalid credentials | false | medium ~ warning
    """,
)

ENTITIES = table(
    "audited_entity",
    """entity_type resource_type object_type target_type entity resource table_name model_name
    auditable_type subject_type content_type affected_entity target_entity | entity_name
    resource_name object_name target_name object_repr target_label | endpoint path request_path
    url_path resource_path api_endpoint | entity_id resource_id object_id target_id record_id
    auditable_id | changed_field field_name field attribute_name column_name |
    old_value previous_value from_value | new_value to_value""",
    """
    user | Olivia Brandt | /api/v1/users/1042 | 1042 | role | member | admin | *5
    user | Jonas Feld | /api/v1/users/877 | 877 | email | jonas@example.com | j.feld@example.com
        | *3
    order | Order 88213 | /api/v1/orders/88213 | 88213 | status | pending | shipped | *4
    order | Order 90117 | /api/v1/orders/90117 | 90117 | shipping_address | 12 Mill Lane
        | 4 Harbour Road
    product | Desk lamp | /api/v1/products/317 | 317 | price | 39.90 | 44.90 | *3
    product | Travel mug | /api/v1/products/402 | 402 | stock_quantity | 12 | 240
    invoice | INV-2025-0417 | /api/v1/invoices/417 | 417 | due_date | 2025-04-30 | 2025-05-14 | *3
    account | Northwind Outdoor | /api/v1/accounts/58 | 58 | plan | starter | pro | *2
    project | Website relaunch | /api/v1/projects/23 | 23 | owner_id | 1042 | 877 | *2
    document | Security policy.pdf | /api/v1/documents/961 | 961 | visibility | private | team | *2
    role | Editor | /api/v1/roles/4 | 4 | permissions | read | read,write
    payment | Payment 55120 | /api/v1/payments/55120 | 55120 | status | captured | refunded | *2
    customer | Harbour Hotels | /api/v1/customers/731 | 731 | phone | +1-202-555-0114
        | +1-202-555-0177 | *3
    report | Monthly revenue | /api/v1/reports/12 | 12 | schedule | weekly | monthly
    team | Platform | /api/v1/teams/9 | 9 | name | Infrastructure | Platform
    api_key | CI deploy key | /api/v1/api-keys/31 | 31 | scopes | read | read,deploy
    subscription | Subscription 2290 | /api/v1/subscriptions/2290 | 2290 | seats | 10 | 25
    setting | Password policy | /api/v1/settings/password-policy | 17 | min_length | 8 | 12
    """,
)

THREATS = table(
    "threat",
    """tactic mitre_tactic attack_tactic | technique technique_name mitre_technique_name |
    technique_id mitre_technique mitre_attack_id mitre_id | rule_name detection_rule
    detection_name rule signature signature_name alert_name title name |
    severity threat_level priority alert_severity level | {description summary details message}
    | attack_type threat_type alert_type event_type category incident_type""",
    """
    Credential Access | Brute Force | T1110 | Repeated failed logins from one address
        | medium | 48 failed logins for {target_user} from {source_ip} in 5 minutes
        | brute_force | *4
    Initial Access | Phishing | T1566 | Suspicious attachment opened | high
        | {target_user} opened an attachment that contacted {destination_ip} | phishing | *3
    Initial Access | Exploit Public-Facing Application | T1190 | SQL injection attempt | high
        | Requests from {source_ip} contained SQL in the search parameter | sql_injection | *3
    Execution | Command and Scripting Interpreter | T1059 | Encoded PowerShell command | high
        | An encoded command was started on {hostname} by {target_user} | malware | *2
    Persistence | Create Account | T1136 | New administrator account | medium
        | An administrator account was created on {hostname} outside a change window
        | privilege_escalation
    Discovery | Network Service Discovery | T1046 | Port scan detected | low
        | {source_ip} probed 812 ports of {hostname} | port_scan | *4
    Lateral Movement | Remote Services | T1021 | Unusual remote desktop session | medium
        | {target_user} connected to {hostname} for the first time | lateral_movement
    Exfiltration | Exfiltration Over Web Service | T1567 | Large upload to file sharing | high
        | {hostname} uploaded 4.2 GB to {destination_ip} at night | data_exfiltration
    Impact | Data Encrypted for Impact | T1486 | Ransomware behaviour | critical
        | Many files were renamed on {hostname} within one minute | ransomware
    Command and Control | Application Layer Protocol | T1071 | Beaconing to unknown host | high
        | {hostname} contacts {destination_ip} every 60 seconds | c2_beacon
    Defense Evasion | Impair Defenses | T1562 | Endpoint protection disabled | high
        | Endpoint protection was stopped on {hostname} | policy_violation
    Initial Access | Valid Accounts | T1078 | Impossible travel | medium
        | {target_user} logged in from two countries within ten minutes | account_takeover | *2
    """,
)

WEAKNESSES = table(
    "weakness",
    """cwe cwe_id weakness_id | cwe_name weakness weakness_name | vulnerability_name
    vulnerability_title finding_title finding title name | severity cvss_severity
    vulnerability_severity finding_severity level | [cvss_score cvss cvss_base_score base_score
    score | ] | cvss_vector vector_string | remediation recommendation fix solution mitigation""",
    """
    CWE-79 | Cross-site Scripting | Stored script in comment field | medium | 5.4 | 6.1
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N
            | Escape user input when pages are rendered. | *3
    CWE-89 | SQL Injection | SQL injection in search parameter | critical | 9.1 | 9.8
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H
            | Use parameters instead of string queries. | *2
    CWE-22 | Path Traversal | Download endpoint reads any file | high | 7.2 | 7.5
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:N | Resolve paths and check the base directory.
    CWE-352 | Cross-Site Request Forgery | Settings form lacks a token | medium | 4.3 | 6.5
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:N/I:L/A:N | Add anti-forgery tokens to forms.
    CWE-287 | Improper Authentication | Session survives password change | high | 7.0 | 8.1
        | CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:H/I:H/A:H | End all sessions when a password changes.
    CWE-798 | Hard-coded Credentials | Password in firmware image | critical | 9.0 | 9.8
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H | Load secrets from a vault at start.
    CWE-502 | Deserialization of Untrusted Data | Unsafe load of uploaded archive | high | 8.0 | 8.8
        | CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:H | Parse uploads with a safe format. | *2
    CWE-200 | Exposure of Sensitive Information | Stack traces shown to users | low | 3.1 | 3.9
        | CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:L/I:N/A:N | Show a plain error page. | *2
    CWE-400 | Uncontrolled Resource Consumption | Slow pattern in header parser | medium | 5.3 | 6.5
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:L | Upgrade the parser to the fixed release.
            | *2
    CWE-787 | Out-of-bounds Write | Crash in image decoder | high | 7.5 | 8.8
        | CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:U/C:H/I:H/A:H | Update the image library. | *2
    """,
)

PACKAGES = table(
    "vulnerable_package",
    """affected_package package_name package component library | affected_version
    installed_version current_version vulnerable_version | fixed_version patched_version
    fix_version fixed_in | ecosystem package_type""",
    """
    openssl | 3.0.11 | 3.0.14 | deb | *2
    openssl | 1.1.1w | - | deb
    lodash | 4.17.20 | 4.17.21 | npm
    log4j-core | 2.14.1 | 2.17.1 | maven | *2
    requests | 2.30.0 | 2.32.0 | pypi
    libwebp | 1.3.1 | 1.3.2 | deb
    curl | 8.3.0 | 8.4.0 | deb
    spring-core | 5.3.17 | 5.3.18 | maven
    django | 4.2.10 | 4.2.11 | pypi
    urllib3 | 1.26.17 | 1.26.18 | pypi
    glibc | 2.36 | - | deb
    axios | 1.5.1 | 1.6.0 | npm
    """,
)

OWN: dict[str, Spec] = {
    "cve cve_id cve_number": code("CVE-2023-[19999]", "CVE-2024-[1999]", "CVE-2024-[19999]"),
    "mitre_tactic": THREATS[next(iter(THREATS))],
    "ioc indicator_of_compromise": code("[xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx]", "203.0.113.[19]"),
    "ioc_type": words("ip*4|domain*3|sha256*3|url*2|email"),
    "mfa_method second_factor two_factor_method": words("totp*5|webauthn*3|sms*2|push*3"),
    "entity_type": ENTITIES[next(iter(ENTITIES))],
    "changed_field": ENTITIES[next(names for names in ENTITIES if "changed_field" in names)],
    **own_names(WEAKNESSES, "cwe cwe_id cwe_name cvss_vector"),
}

ACTORS = table(
    "actor_kind",
    """user_agent client client_info | actor_type user_type principal_type initiator_type
    performed_by_type""",
    """
    Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)
        Chrome/126.0.0.0 Safari/537.36 | user ~ human ~ person | *4
    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)
        Version/17.5 Safari/605.1.15 | user | *3
    Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)
        Version/17.5 Mobile/15E148 Safari/604.1 | user | *2
    python-requests/2.32.3 | service ~ api ~ service_account ~ api_key ~ application
    Go-http-client/2.0 | service
    - | system ~ cron ~ job ~ internal ~ scheduler
    """,
)


def _find(names: str) -> TableColumn:
    """Return the column of the audited entities that *names* begin."""
    found = next(spec for key, spec in ENTITIES.items() if key.startswith(names))
    assert isinstance(found, TableColumn)
    return found


CHANGES: dict[str, Spec] = {
    "changed_fields modified_fields fields_changed updated_fields": Entries(_find("changed_field")),
    "old_values previous_values before old_data previous_state before_state old_state": Entries(
        _find("changed_field"), _find("old_value")
    ),
    "new_values after new_data changes new_state after_state": Entries(
        _find("changed_field"), _find("new_value")
    ),
}

WITHIN: dict[str, Spec] = {
    "actor_role user_role role performed_by_role": words(
        "admin*3|editor*4|viewer*2|manager*3|owner|support*2|auditor|developer*3|member*4"
    ),
    "actor_id user_id performed_by_id principal_id": pool("usr_[1999]", 40),
    "message description summary details audit_message log_message activity_text": sentences(
        """{actor_word} {verb} {entity_type} {entity_id}|
        {entity_type} {entity_id}: user {verb} it from {source_ip}|
        User {verb} {entity_type} "{entity_name}" by {channel}"""
    ),
    "source_ip src_ip attacker_ip": code("203.0.113.[19]", "198.51.100.[19]", "192.0.2.[19]"),
    "destination_ip dest_ip dst_ip": code("10.0.[1].[19]", "198.51.100.[19]"),
    "source_port src_port": number(1025, 49800, 65500),
    "destination_port dest_port dst_port": words("443*6|22*4|80*3|3389*2|445*2|53|3306|8080"),
    "hostname host asset asset_name endpoint_name device_name affected_asset affected_host": words(
        "web-01*2|web-02|api-01*2|db-01|laptop-0417*2|laptop-0562|fileserver-2|dc-01|build-03"
    ),
    "ip_range cidr allowed_cidr blocked_range": words(
        "10.0.0.0/8|10.20.0.0/16|192.168.0.0/16|203.0.113.0/24|198.51.100.0/24|172.16.0.0/12"
    ),
    "target_user affected_user": words(
        "j.feld*2|o.brandt*2|svc-backup|admin|m.okafor|l.haas|deploy"
    ),
    "protocol network_protocol": words("TCP*7|UDP*3|ICMP|HTTPS*3|SSH*2|DNS"),
    "firewall_action action_taken response_action disposition verdict": words(
        "blocked*5|allowed*3|quarantined*2|alerted*3|isolated"
    ),
    "log_source data_source detection_source sensor source": words(
        "firewall*4|endpoint*4|identity provider*2|email gateway|ids*2|cloud trail*2"
    ),
    "scanner scanner_name tool": words("trivy*3|nessus*3|dependabot*2|semgrep*2|zap|snyk"),
    "exploitability exploit_maturity": words("not exploited*6|proof of concept*3|exploited"),
    "confidence detection_confidence": words("high*4|medium*4|low*2"),
    "policy_action allowed_action iam_action statement_action": words(
        """s3:GetObject*4|s3:PutObject*3|s3:ListBucket*2|ec2:DescribeInstances*2|
        sqs:SendMessage*2|dynamodb:Query|kms:Decrypt|logs:PutLogEvents|lambda:InvokeFunction"""
    ),
    "policy_resource statement_resource resource_pattern": words(
        """arn:aws:s3:::acme-assets/**4|arn:aws:s3:::acme-logs|arn:aws:sqs:eu-west-1:*:orders|
        arn:aws:dynamodb:*:*:table/orders|*"""
    ),
    "policy_principal principal": words(
        """role/deploy-pipeline*3|role/read-only-auditor*2|user/ci-bot|role/backup-operator|
        group/developers*2"""
    ),
    "policy policy_name": words(
        """Password policy|Data retention|Access reviews|Acceptable use|Encryption at rest|
        MFA required"""
    ),
    "control control_id compliance_control": words("CC6.1*2|CC6.3|CC7.2|A.8.2|A.5.15|AC-2|IA-5"),
    "framework compliance_framework standard": words("SOC 2*4|ISO 27001*4|PCI DSS*2|GDPR*2|HIPAA"),
    "permission permission_name scope": words(
        """orders:read*3|orders:write*2|users:read*2|users:manage|reports:export|billing:read|
        settings:write|invoices:read"""
    ),
    "auth_method login_method authentication_method": words("password*5|sso*4|api_key*2|passkey"),
    "channel interface_used": words("web*5|api*3|mobile*2|cli"),
    "actor_word": words("User*4|Admin*2|Support user"),
    "module application app system": words("billing*2|orders*3|identity*2|reports|crm|inventory"),
}

DOMAIN = domain(
    "audit", OWN, merge(WITHIN, CHANGES, ACTORS, PACKAGES, THREATS, WEAKNESSES, ENTITIES, EVENTS)
)
