"""Logs of applications: loggers, messages, exceptions, stack traces."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import HOSTS, SHARED, SPAN_ID, TRACE_ID
from pytest_fixturegen.providers.domains.specs import (
    code,
    domain,
    merge,
    number,
    sentences,
    shared,
    table,
    words,
)

EVENTS = table(
    "log_event",
    """level log_level severity severity_text levelname loglevel lvl | logger logger_name
    category source_context channel | module module_name source_module | function function_name
    func_name func method_name | exception_type exception_class error_type exc_type
    exception exception_name | {message log_message msg body text event}
    | {exception_message error_message exc_message error_text error exception_text}""",
    """
    INFO ~ information | app.api.orders | orders | create_order | -
        | Order {number} created for user {user_number} | - | *6
    INFO | app.auth.sessions | sessions | login | -
        | User {user_number} logged in from {client_ip} | - | *6
    INFO | uvicorn.access | access | log_request | -
        | Request completed: GET {path} 200 in {milliseconds} ms | - | *8
    INFO | app.jobs.mailer | mailer | send_receipt | - | Email receipt for order {number} sent
        | - | *3
    INFO | app.worker | worker | process_batch | -
        | Processed batch of {count} events from queue {queue} | - | *4
    INFO | app.main | main | startup | - | Service started, listening on port 8080 | - | *2
    INFO | app.main | main | shutdown | - | Shutting down, draining {count} open connections | -
    INFO | app.search.indexer | indexer | sync_index | -
        | Index sync finished: {count} documents updated in {milliseconds} ms | - | *2
    DEBUG | app.cache | cache | get | - | Cache miss for key product:{number} | - | *4
    DEBUG | app.cache | cache | get | - | Cache hit for key user:{user_number} | - | *4
    DEBUG | sqlalchemy.engine | base | execute | -
        | Database query took {milliseconds} ms, {count} rows fetched | - | *4
    DEBUG | app.config | config | load | - | Loaded {count} settings from the environment | - | *2
    DEBUG | urllib3.connectionpool | connectionpool | urlopen | -
        | Starting new connection to {service}:443 | - | *2
    WARNING ~ warn | app.db.pool | pool | acquire | -
        | Connection pool nearly exhausted: {count} of 100 in use | - | *2
    WARNING | app.clients.payments | payments | charge | -
        | Retry 2 of 3 after timeout calling {service} | - | *3
    WARNING | app.auth.tokens | tokens | verify | -
        | Token of user {user_number} expires in less than a minute | - | *2
    WARNING | app.middleware.limits | limits | check | -
        | Rate limit reached for client {client_ip}, request delayed | -
    WARNING | app.jobs.reports | reports | render | -
        | Slow job: report {number} took {milliseconds} ms to process | -
    ERROR ~ err | app.clients.payments | payments | charge | TimeoutError
        | Payment for order {number} failed: gateway timed out
        | Request to {service} timed out after 30 s | *2
    ERROR | app.db.session | session | commit | sqlalchemy.exc.OperationalError
        | Could not commit transaction: database connection lost
        | server closed the connection unexpectedly | *2
    ERROR | app.api.orders | orders | create_order | ValueError
        | Failed to create order: invalid quantity for product {number}
        | quantity must be greater than zero | *2
    ERROR | app.api.users | users | get_user | KeyError
        | Unhandled error while loading user {user_number}: missing key | 'email' | *2
    ERROR | app.clients.http | http | request | requests.exceptions.ConnectionError
        | Failed to reach {service}: connection refused | [Errno 111] Connection refused | *2
    ERROR | app.jobs.importer | importer | parse_row | json.decoder.JSONDecodeError
        | Import failed at line {line_number}: invalid JSON received
        | Expecting value: line 1 column 1 (char 0)
    ERROR | app.storage.files | files | upload | PermissionError
        | Upload of report {number} failed: access denied by storage | [Errno 13] Permission denied
    ERROR | app.api.auth | auth | refresh | jwt.exceptions.InvalidTokenError
        | Token refresh rejected: invalid signature | Signature verification failed
    CRITICAL ~ fatal | app.db.pool | pool | connect | psycopg.OperationalError
        | Database unreachable, service cannot process requests
        | connection to server at "db-01", port 5432 failed
    CRITICAL | app.worker | worker | run | MemoryError | Worker process crashed: out of memory
        | unable to allocate 512 MiB
    """,
)

OWN = {
    "stack_trace stacktrace traceback exc_info exception_stacktrace": sentences(
        """Traceback (most recent call last):\\n\\tFile "/app/{module}.py", line {line_number}, in
        {function}\\n\\t\\tresult = self._call(request)\\n{exception_type}: {exception_message}"""
    ),
    "thread_name thread": words(
        "MainThread*5|worker-1*2|worker-2*2|worker-3|ThreadPoolExecutor-0_1|ThreadPoolExecutor-0_4"
    ),
    "process_name": words("MainProcess*4|ForkPoolWorker-1|ForkPoolWorker-2|gunicorn"),
    "logger_name": EVENTS[next(names for names in EVENTS if names.startswith("logger"))],
    "exception_type exception_class": EVENTS[
        next(names for names in EVENTS if names.startswith("exception_type"))
    ],
}

WITHIN = {
    "source_file file filename file_name pathname": sentences("{module}.py"),
    "file_path path_name": sentences("/app/{module}.py"),
    "line line_number lineno line_no": number(4, 96, 1480),
    "process_id pid process": number(1, 1420, 65000),
    "thread_id tid": number(1, 24, 4096),
    "source log_source origin": shared("log_source", "application*4|nginx*2|postgres|systemd|cron"),
    "facility": words("user*3|daemon*3|auth|local0*2|kern|cron"),
    "syslog_severity numeric_level": words("6*6|7*3|4*2|3|2"),
    "levelno level_number": words("20*6|10*3|30*2|40*2|50"),
    "tag program app": words("sshd|cron|nginx|api|worker|kernel|systemd"),
    "raw raw_message raw_log": sentences(
        "{level} [{logger}] request from {client_ip} handled in {milliseconds} ms"
    ),
    "fingerprint error_hash": code("[xxxxxxxxxxxxxxxx]"),
    "culprit": sentences("{module} in {function}"),
    "number": code("[1999]", "[19999]"),
    "user_number": code("[199]", "[1999]"),
    "client_ip": code("203.0.113.[19]", "198.51.100.[19]"),
    "milliseconds": number(2, 48, 2900),
    "count": number(1, 24, 480),
    "queue": words("orders|emails|invoices|events|exports"),
    "path": words("/api/v1/orders|/api/v1/users|/health|/api/v1/products|/api/v1/cart"),
    "trace_id": TRACE_ID,
    "span_id": SPAN_ID,
}

DOMAIN = domain("logs", OWN, merge(SHARED, HOSTS, WITHIN, EVENTS))
