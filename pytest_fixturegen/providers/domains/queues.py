"""Queues, webhooks and delivery of e-mail and text messages."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.software_words import SHARED
from pytest_fixturegen.providers.domains.specs import (
    Spec,
    code,
    domain,
    merge,
    number,
    own_names,
    sentences,
    table,
    words,
)

EVENTS = table(
    "message_event",
    """topic topic_name queue queue_name subject_name stream stream_name channel exchange |
    event_type event event_name message_type routing_key event_key webhook_event | consumer_group
    consumer subscriber_name group_id subscription_name | producer publisher source source_service
    producer_name | aggregate_type entity_type resource_type | job_name task task_name handler
    handler_name job_type""",
    """
    orders.events | order.created | billing-consumer | order-service | order
        | send_order_confirmation | *4
    orders.events | order.paid | shipping-consumer | payment-service | order | reserve_stock | *3
    orders.events | order.cancelled | inventory-consumer | order-service | order | release_stock
    customers.events | customer.created | crm-consumer | user-service | customer
        | sync_customer_to_crm | *2
    customers.events | customer.updated | search-consumer | user-service | customer
        | index_customer
    payments.events | payment.succeeded | ledger-consumer | payment-service | payment
        | post_ledger_entry | *3
    payments.events | payment.failed | notification-consumer | payment-service | payment
        | notify_payment_failed
    invoices.events | invoice.issued | email-consumer | billing-api | invoice | send_invoice_email
    shipments.events | shipment.delivered | analytics-consumer | shipping-service | shipment
        | request_review | *2
    subscriptions.events | subscription.renewed | billing-consumer | billing-api | subscription
        | create_invoice
    images.jobs | image.uploaded | resize-workers | web-frontend | image | generate_thumbnails
    reports.jobs | report.requested | report-workers | admin-portal | report | render_report
    """,
)

MAILS = table(
    "mail_template",
    """template template_name template_id template_key mail_template email_template | subject
    email_subject subject_line message_subject title | email_type mail_type message_category
    category notification_type | preview_text preheader snippet | body body_text text_body
    message_body content message text plain_text | campaign campaign_name mailing""",
    """
    order-confirmation | Your order is confirmed | transactional | We are packing it now.
        | Thank you for your order. We will write again when it leaves our warehouse.
        | Transactional | *3
    shipping-notification | Your order is on its way | transactional | Track your parcel.
        | Your parcel was handed to the carrier today. You can follow it with the link below.
        | Transactional | *3
    password-reset | Reset your password | transactional | The link is valid for one hour.
        | Someone asked for a new password for your account. If it was not you, ignore this
        message. | Transactional | *2
    welcome | Welcome to Example Shop | onboarding | Three tips to get started.
        | Good to have you here. These three steps take five minutes. | Onboarding | *2
    invoice | Your invoice for March | transactional | Attached as a PDF.
        | Please find attached your invoice. It is due within 14 days. | Transactional | *2
    cart-reminder | You left something in your cart | marketing | It is still available.
        | The items in your cart are still in stock. We keep them until Sunday. | Cart reminders
    weekly-newsletter | New this week: lamps and shelves | marketing | Five favourites inside.
        | This week we show five favourites of our customers. | Weekly newsletter | *3
    review-request | How do you like your purchase? | engagement | It takes one minute.
        | Your opinion helps others to choose. Please rate your purchase. | Reviews
    login-alert | New login to your account | security | From a new device.
        | We noticed a login from a device that we do not know. | Security
    plan-renewal | Your plan renews in 7 days | billing | Nothing to do.
        | Your plan renews next week. You can change or end it at any time. | Billing
    """,
)

BOUNCES = table(
    "mail_bounce",
    """bounce_type bounce_class | smtp_code bounce_code status_code response_code smtp_status |
    enhanced_status_code enhanced_code | bounce_reason diagnostic_code smtp_response bounce_message
    failure_reason error_message error | suppression_reason""",
    """
    hard ~ permanent | 550 | 5.1.1 | mailbox does not exist | bounce | *3
    hard | 550 | 5.1.2 | domain not found | bounce
    hard | 554 | 5.7.1 | message rejected by policy | blocked
    soft ~ transient ~ temporary | 452 | 4.2.2 | mailbox is full | bounce | *3
    soft | 421 | 4.7.0 | server temporarily unavailable | deferred | *2
    soft | 451 | 4.7.1 | greylisted, try again later | deferred
    block ~ blocked ~ complaint | 554 | 5.7.26 | sender is not authenticated | spam complaint
    """,
)

WITHIN: dict[str, Spec] = {
    "broker broker_type message_broker queue_type": words(
        "kafka*5|rabbitmq*4|sqs*3|redis*2|nats|pubsub"
    ),
    "partition partition_number": words("0*2|1*2|2*2|3|4|5|7|11"),
    "offset": number(12, 184000, 9400000),
    "lag consumer_lag": number(0, 14, 18000),
    "routing": words("direct*4|fanout*2|topic*4"),
    "dead_letter_queue dlq dlq_name": sentences("{topic}.dlq"),
    "content_type": words("application/json*8|application/avro|text/plain"),
    "message_key partition_key": code("order-[19999]", "customer-[1999]"),
    "retry_count attempts attempt delivery_attempts retries redelivery_count": words(
        "0*12|1*4|2*2|3|5"
    ),
    "max_retries max_attempts": words("3*4|5*5|10"),
    "visibility_timeout": words("30*4|60*2|300"),
    "delivery_mode ack_mode delivery_semantics": words("at least once*6|at most once|exactly once"),
    "worker worker_name": words("worker-1*3|worker-2*3|worker-3*2|worker-4"),
    "backoff backoff_strategy": words("exponential*6|linear*2|fixed"),
    "webhook_url target_url callback_url endpoint_url endpoint": sentences(
        "https://hooks.example.com/{hook_word}"
    ),
    "hook_word": words("orders|billing|crm/events|shop-42/orders|v1/receive|shipments"),
    "signature": code("sha256=[xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx]"),
    "from_address from_email sender_email sender": words(
        "orders@example.com*4|billing@example.com*2|news@example.com*3|no-reply@example.com*4"
    ),
    "reply_to": words("support@example.com*5|no-reply@example.com*2"),
    "from_name sender_name": words("Example Shop*6|Example Shop Billing*2|Team Example"),
    "message_id email_message_id smtp_message_id": code("<[xxxxxxxxxxxxxxxx]@mail.example.com>"),
    "mail_provider provider email_provider esp": words("ses*4|sendgrid*3|mailgun*2|postmark*2"),
    "email_event delivery_event event_status": words(
        "delivered*8|opened*4|clicked*2|bounced|deferred|complained|unsubscribed"
    ),
    "sms_text sms_body": words(
        """Your code is 482913. It is valid for 10 minutes.|Your parcel arrives today.|
        Your appointment is tomorrow at 10:30.|Your order is ready for pickup."""
    ),
    "message_channel delivery_channel notification_channel medium": words(
        "email*6|sms*3|push*4|in_app*2|webhook"
    ),
    "ip_pool sending_pool": words("transactional*4|marketing*3|shared"),
    "unsubscribe_reason": words("too many messages*3|not relevant*3|never signed up|other"),
    "mailbox_provider recipient_domain": words("example.com*4|example.org*3|example.net*2"),
    "spam_score": number(-2.1, 0.6, 7.4, 1),
}

OWN: dict[str, Spec] = {
    "bounce_type": BOUNCES[next(iter(BOUNCES))],
    "bounce_reason diagnostic_code": BOUNCES[
        next(names for names in BOUNCES if names.startswith("bounce_reason"))
    ],
    "consumer_group": EVENTS[next(names for names in EVENTS if "consumer_group" in names)],
    "routing_key webhook_event": EVENTS[next(names for names in EVENTS if "routing_key" in names)],
    "preheader preview_text": MAILS[next(names for names in MAILS if "preheader" in names)],
}

DOMAIN = domain(
    "queues",
    merge(
        OWN,
        own_names(WITHIN, "dead_letter_queue webhook_url mail_provider spam_score"),
    ),
    merge(SHARED, WITHIN, BOUNCES, MAILS, EVENTS),
)
