"""HTTP: requests, answers, access logs, webhooks."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import (
    KEBAB_PAGES,
    SHARED,
    SPAN_ID,
    TRACE_ID,
)
from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    merge,
    pool,
    sentences,
    table,
    words,
)

EXCHANGES = table(
    "http_exchange",
    """method http_method request_method verb | status_code status http_status response_status
    response_code status_code_returned code response_status_code | status_text reason_phrase
    status_message | error error_message error_reason failure_reason error_detail |
    error_code error_type | [bytes_sent body_bytes_sent response_size
    response_bytes bytes content_length response_length | ] | success ok is_success successful""",
    """
    GET | 200 | OK | - | - | 420 | 96000 | true | *40
    GET | 304 | Not Modified | - | - | 0 | 0 | true | *6
    GET | 301 | Moved Permanently | - | - | 162 | 178 | true | *2
    GET | 302 | Found | - | - | 154 | 160 | true | *2
    GET | 400 | Bad Request | invalid query parameter: limit | invalid_request | 96 | 420 | false
    GET | 401 | Unauthorized | missing or expired token | unauthorized | 64 | 180 | false | *2
    GET | 403 | Forbidden | insufficient permissions | forbidden | 64 | 180 | false | *2
    GET | 404 | Not Found | resource not found | not_found | 96 | 620 | false | *5
    GET | 429 | Too Many Requests | rate limit exceeded | rate_limited | 64 | 120 | false
    GET | 500 | Internal Server Error | unhandled exception in handler | internal_error
        | 90 | 640 | false | *2
    GET | 502 | Bad Gateway | upstream connection refused | bad_gateway | 150 | 560 | false
    GET | 503 | Service Unavailable | no healthy upstream | unavailable | 90 | 190 | false
    GET | 504 | Gateway Timeout | upstream request timed out | timeout | 90 | 180 | false
    POST | 201 | Created | - | - | 180 | 1900 | true | *6
    POST | 200 | OK | - | - | 120 | 6400 | true | *7
    POST | 202 | Accepted | - | - | 48 | 160 | true
    POST | 400 | Bad Request | request body is not valid JSON | invalid_request | 96 | 420 | false
    POST | 401 | Unauthorized | invalid credentials | unauthorized | 64 | 180 | false
    POST | 409 | Conflict | resource already exists | conflict | 80 | 200 | false
    POST | 422 | Unprocessable Entity | validation failed: email is required | validation_error
        | 120 | 900 | false | *2
    POST | 500 | Internal Server Error | database connection lost | internal_error
        | 90 | 640 | false
    PUT | 200 | OK | - | - | 120 | 3200 | true | *4
    PATCH | 200 | OK | - | - | 120 | 3200 | true | *3
    DELETE | 204 | No Content | - | - | 0 | 0 | true | *4
    DELETE | 404 | Not Found | resource not found | not_found | 96 | 220 | false
    HEAD | 200 | OK | - | - | 0 | 0 | true
    OPTIONS | 204 | No Content | - | - | 0 | 0 | true
    """,
)

SCHEMES = table(
    "http_scheme",
    """scheme url_scheme | port server_port | tls_version ssl_protocol | cipher tls_cipher |
    is_https""",
    """
    https | 443 | TLSv1.3 | TLS_AES_128_GCM_SHA256 | true | *7
    https | 443 | TLSv1.2 | ECDHE-RSA-AES128-GCM-SHA256 | true | *2
    http | 80 | - | - | false
    """,
)

AGENTS = words(
    """Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)
    Chrome/126.0.0.0 Safari/537.36*4|
    Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)
    Version/17.5 Safari/605.1.15*2|
    Mozilla/5.0 (iPhone; CPU iPhone OS 17_5_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like
    Gecko) Version/17.5 Mobile/15E148 Safari/604.1*3|
    Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko)
    Chrome/126.0.0.0 Mobile Safari/537.36*2|
    Mozilla/5.0 (X11; Linux x86_64; rv:127.0) Gecko/20100101 Firefox/127.0|
    Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:127.0) Gecko/20100101 Firefox/127.0|
    curl/8.5.0|python-requests/2.32.3|Go-http-client/2.0|okhttp/4.12.0"""
)

PATHS = words(
    """/*3|/api/v1/users*3|/api/v1/users/1042|/api/v1/orders*3|/api/v1/orders/88213|
    /api/v1/products*3|/api/v1/products/317|/api/v1/cart/items*2|/api/v1/search*2|
    /api/v1/sessions|/api/v2/invoices|/api/v2/reports/daily|/login*2|/logout|/health*3|
    /metrics|/checkout|/static/app.js*2|/static/styles.css|/images/logo.png|/favicon.ico|
    /robots.txt|/docs|/pricing|/blog/release-notes"""
)

QUERIES = words(
    """-*12|page=2&per_page=50*2|q=desk+lamp&sort=price_asc|limit=20&offset=40|
    utm_source=newsletter&utm_medium=email|id=88213|status=active&page=1*2|
    from=2025-01-01&to=2025-01-31|lang=en|fields=id,name&expand=items|
    category=lighting&min_price=10|v=3.2.1|next=%2Faccount|token=redacted"""
)

OWN: dict[str, Spec] = {
    "referer http_referer": words(
        """-*8|https://www.google.com/*4|https://www.bing.com/|https://shop.example.com/*3|
        https://shop.example.com/products|https://t.co/|https://news.example.org/articles/scaling|
        https://www.linkedin.com/"""
    ),
    "cache_status x_cache cf_cache_status upstream_cache_status": words(
        "HIT*5|MISS*3|BYPASS*2|EXPIRED|STALE"
    ),
    "query_string querystring query_params url_query": QUERIES,
    "http_version protocol_version request_protocol": words("HTTP/1.1*5|HTTP/2*4|HTTP/3"),
    "accept_encoding content_encoding": words("gzip*5|br*4|identity"),
    "accept_language": words("en-US,en;q=0.9*4|de-DE,de;q=0.9|fr-FR,fr;q=0.8|en-GB,en;q=0.7"),
    "cache_control": words(
        "no-cache*3|max-age=3600*2|public, max-age=31536000, immutable|private, no-store*2"
    ),
    "request_path url_path path_info endpoint_path uri_path": PATHS,
    "signature_header webhook_signature": code(
        "sha256=[xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx]"
    ),
}

WITHIN = {
    "path route endpoint request_uri uri resource api_endpoint": PATHS,
    "page_path page": KEBAB_PAGES,
    "protocol": words("HTTP/1.1*5|HTTP/2*4|HTTP/3"),
    "host server_name virtual_host vhost http_host domain": words(
        "shop.example.com*5|api.example.com*5|www.example.com*3|static.example.com*2"
    ),
    "upstream upstream_addr backend upstream_host": pool("10.0.[1].1[9]:8080", 6),
    "remote_user auth_user": words("-*12|alice|deploy|svc-reports|admin"),
    "user_agent http_user_agent agent ua": AGENTS,
    "content_type response_content_type": words(
        """application/json*6|text/html; charset=utf-8*4|text/css|application/javascript|
        image/png|image/webp"""
    ),
    "request_content_type": words(
        "application/json*6|application/x-www-form-urlencoded*2|multipart/form-data"
    ),
    "message": sentences(
        """{method} {path} returned {status_code}|{method} {path} {status_code} in 42 ms|
        Completed {status_code} {status_text} for {method} {path}"""
    ),
    "request_line request": sentences("{method} {path} {protocol}"),
    "header_name header": words(
        "Content-Type|Authorization|Accept|User-Agent|X-Request-ID|Cache-Control|ETag|Origin"
    ),
    "auth_type auth_method authentication": words("bearer*5|api_key*3|basic|none|oauth2"),
    "event_type event webhook_event topic": words(
        """order.created*3|order.paid*2|order.cancelled|customer.created*2|customer.updated|
        invoice.paid|invoice.payment_failed|payment.succeeded*2|payment.refunded|
        subscription.renewed|subscription.cancelled|shipment.delivered"""
    ),
    "attempt attempts attempt_number retry_count delivery_attempt": words("1*12|2*3|3|4|5"),
    "max_attempts max_retries": words("3*4|5*5|8|10"),
    "response_body": words('{"status":"ok"}*4|{"received":true}*3|ok|{"error":"timeout"}'),
    "trace_id": TRACE_ID,
    "span_id": SPAN_ID,
    "geo_country country_code": words("US*5|DE*2|GB*2|FR|NL|SE|IN|BR|JP|CA"),
}

DOMAIN = domain("http", OWN, merge(SHARED, EXCHANGES, SCHEMES, WITHIN))
