"""Support: tickets, complaints, knowledge articles, satisfaction."""

from __future__ import annotations

import re

from pytest_fixturegen.providers.domains.specs import (
    domain,
    merge,
    pick,
    sentences,
    shape,
    table,
    titles,
    words,
)

TROUBLES = """
Billing | Charge | Charged twice for {x} ; Invoice for {x} shows the wrong \
  amount | I was charged twice on my card and need one payment back. ; The invoice does not \
  match the price in my account. | Duplicate charge refunded to the original card. ; Invoice \
  corrected and sent again. | Billing Team | Duplicate payment
Billing | Refund | Refund for {x} has not arrived ; Need a refund for {x} | The \
  refund was promised two weeks ago, but I can't see it on my statement. | Refund issued \
  again, expected within five days. | Billing Team | Bank processing delay
Account | Login | Cannot log in to {x} ; Password reset for {x} does not work | \
  The reset e-mail never arrives, and I have checked the spam folder. ; After entering the \
  code I am sent back to the login page. | Account unlocked and password reset. ; Mail \
  address corrected, reset link sent again. | Accounts Team | Locked account
Account | Profile | Change the e-mail address for {x} ; Close my account for \
  {x} | I have a new address and can't change it in the settings. | Address changed \
  after a check of the identity. | Accounts Team | User request
Technical | Error | Error message when opening {x} ; {x} does not load | Since \
  this morning I only see a blank page with an error. ; It worked yesterday. I have already \
  cleared the cache. | Fixed in the latest release, customer confirmed. ; Service restarted, \
  monitoring added. | Technical Support | Software bug
Technical | Performance | {x} is very slow ; {x} keeps crashing | It takes more \
  than a minute to open, on two different computers. | Index rebuilt, response times are back \
  to normal. | Technical Support | Resource limit
Technical | Integration | Sync with {x} stopped ; Import into {x} fails | No \
  data has arrived since the update on Monday. | Token renewed and the missing data loaded \
  again. | Integrations | Expired token
Hardware | Device | Printer does not print from {x} ; Screen flickers when {x} is open | The lamp \
  blinks red and the queue is full. ; The problem started after the last \
  update. | Driver updated. ; Device replaced under warranty. | IT Service Desk | Defective \
  device
Access | Permissions | Request access to {x} ; Remove a user from {x} | A new \
  colleague needs the same rights as the rest of the team. | Access granted after approval by \
  the manager. | IT Service Desk | User request
Delivery | Late | Where is my order from {o}? ; Parcel of {o} has not arrived \
  | Tracking has not changed for five days. | Parcel located, delivered the next day. ; \
  Replacement sent by express. | Customer Care | Carrier delay
Delivery | Damaged | Item bought {o} arrived broken ; Wrong item in the order from {o} | The box \
  was crushed and one part is missing. | Replacement sent, photo added \
  to the case. | Customer Care | Damage in transit
Product | How-to | How do I export data from {x}? ; How to add users to {x} | I \
  can't find the option in the menu. | Sent the link to the guide and a short video. | \
  Customer Care | Missing documentation
Product | Feature request | Please add dark mode to {x} ; Request: calendar view in \
  {x} | Our team would use this every day. | Added to the list of wishes for the next \
  quarter. | Product Team | Feature gap
"""
"""Rows of tickets; ``{x}`` is what they are about."""

THINGS = {
    "x": """the customer portal, the mobile app, the web shop, my subscription, the booking system,
    the admin area, the reporting tool, the calendar, the payment page, the staging site""",
    "o": """last Monday, last week, 3 May, 12 June, 21 March, yesterday, 9 October, last Friday""",
}
"""What tickets are about, by the placeholder: a service, or the day of an order."""


def _expand_things(rows: str) -> str:
    """Return *rows* with an alternative for each thing instead of its placeholder."""
    return re.sub(r"[^;|\n]*\{(\w)\}[^;|\n]*", _list_alternatives, rows)


def _list_alternatives(found: re.Match[str]) -> str:
    things = THINGS[found[1]].split(",")
    texts = (found[0].replace(f"{{{found[1]}}}", " ".join(thing.split())) for thing in things)
    return " ; ".join(text.strip() for text in texts)


TICKETS = table(
    "support_ticket",
    """ticket_category issue_category ticket_topic support_category problem_category ticket_type
    request_type case_category | ticket_subcategory issue_subcategory problem_type | _trouble |
    ticket_description issue_description problem_description case_description request_description
    | resolution resolution_notes resolution_text solution resolution_summary
    resolution_description | support_team assigned_team assigned_group support_group
    assignment_group support_queue ticket_queue | root_cause""",
    _expand_things(TROUBLES),
)

TEXTS = {
    "ticket_subject ticket_title issue_subject case_subject support_subject complaint_subject "
    "ticket_summary case_title incident_title": titles(
        "ticket_subject", "{_trouble} | {_trouble} | {_trouble} | {_trouble} ({_urgent})"
    ),
    "_urgent": words("urgent|second request|since Monday|mobile|after the update|again"),
    "ticket_message customer_message support_message ticket_comment agent_reply reply_to_customer "
    "ticket_reply internal_note case_comment": sentences(
        """{ticket_description} | Hello, {_ask_agent} Thank you! | Hi {_first}, thanks for your
        patience. {resolution} | Hi {_first}, {_agent_ask} | Any news on this? {ticket_description}
        | {resolution} Please let us know if anything else comes up. | Escalated to the
        {support_team}. | It works again, thank you for the quick help."""
    ),
    "_ask_agent": words(
        """I still have the same problem.|could you please look into this?|please call me back
        today.|can you tell me when this will be fixed?"""
    ),
    "_agent_ask": words(
        """could you send us a screenshot of the message?|which browser do you use?|please try it
        again in a private window.|what is the order number?"""
    ),
    "_first": words("Anna|Tom|Maria|David|Priya|Sofia|Liam|Chen|Omar|Julia"),
    "ticket_source ticket_channel contact_channel support_channel case_origin": words(
        "E-mail*6|Web form*4|Phone*4|Chat*4|Social media|Walk-in"
    ),
    "ticket_status case_status": words("Open*4|Pending*2|Solved*5|Closed*4|On hold|New*2"),
    "sla_name sla_policy service_level_agreement": words(
        "Standard 24 h*4|Premium 4 h*2|Critical \
      1 h"
    ),
    "escalation_level support_tier support_level": words("Level 1*7|Level 2*3|Level 3"),
    "satisfaction csat_rating satisfaction_rating customer_satisfaction": words(
        "Satisfied*5|Very satisfied*4|Neutral*2|Dissatisfied|Very dissatisfied"
    ),
    "csat_comment survey_comment satisfaction_comment": words(
        """Quick and friendly answer.|Solved on the first call.|It took three mails to explain the
        problem.|Great service, thank you!|The agent was polite, but the problem is still there.
        |Very patient with me.|Long waiting time on the phone.|Exactly what I needed."""
    ),
    "close_reason closure_reason resolution_code resolution_type": words(
        "Solved*7|Duplicate|No reply from customer*2|Workaround*2|Not reproducible|Won't fix"
    ),
    "complaint_type complaint_reason": words(
        """Late delivery*3|Poor service*2|Billing error*3|Damaged product*2|Rude staff|Wrong
        product*2|Missing refund"""
    ),
    "canned_response macro_name template_title": words(
        """Greeting|Ask for a screenshot|Refund confirmed|Password reset steps|Shipping delay|Close
        without reply|Escalation notice|Thank you"""
    ),
    "article_title help_article_title kb_title knowledge_article faq_question help_topic": titles(
        "help_article",
        """How to {_help_do} {_help_where} | How do I {_help_do} {_help_where}? | {_help_topic}:
        common questions | Troubleshooting: {_help_topic} {_help_where} | What to do if you can't
        {_help_do} | {_help_topic} {_help_where} | Can I {_help_do} {_help_where}?""",
    ),
    "_help_do": words(
        """reset your password|change your plan|add a team member|export your data|cancel an
        order|update the payment method|connect your calendar|download an invoice|turn on
        notifications|delete your account"""
    ),
    "_help_where": words(
        """in the app|on the website|without a computer|for a team|as an administrator|on a tablet
        |from abroad|for a business account"""
    ),
    "_help_topic": words("Login problems|Payments|Shipping|Sync errors|User rights|Mobile app"),
    "faq_answer help_answer": sentences(
        "{_faq_do} {_faq_more} | {_faq_do} {_faq_end} | {_faq_do} {_faq_more} {_faq_end}"
    ),
    "_faq_do": words(
        """Open the settings, choose Account, and follow the steps.|Log in, open the menu at the top
        right and choose Billing.|Click on the pencil next to the entry.|Go to Help and choose
        Contact us.|Select the order and click on Change.|Open the app and tap on your picture.
        |Choose Export in the menu of the list.|Scan the code on the label."""
    ),
    "_faq_more": words(
        """Changes take effect at once.|You will receive a mail to confirm.|It takes about a
        minute.|You can undo this within 30 days.|Only owners of the account can do this."""
    ),
    "_faq_end": words(
        """Please contact us if it does not work.|Have your order number ready.|The service is free
        of charge.|Your data stays in your account."""
    ),
}

CODES = {
    "ticket_number ticket_no ticket_ref case_ref incident_number": shape(
        "TCK-######", "INC0######", "CS-%#####"
    ),
    "request_number service_request_number": shape("REQ0######", "SR-######"),
}

DOMAIN = domain(
    "support",
    merge(TICKETS, TEXTS, CODES),
    {
        "subject title summary": pick(TEXTS, "ticket_subject"),
        "category topic": pick(TICKETS, "ticket_category"),
        "subcategory": pick(TICKETS, "ticket_subcategory"),
        "description problem details": pick(TICKETS, "ticket_description"),
        "message body comment reply text": pick(TEXTS, "ticket_message"),
        "channel source origin": pick(TEXTS, "ticket_source"),
        "team group queue department": pick(TICKETS, "support_team"),
        "tag label": words(
            """billing*3|login*3|refund*2|bug*3|urgent|vip|shipping*2|invoice|password*2|mobile|
            follow-up|integration|onboarding|cancellation|feedback"""
        ),
        "question": pick(TEXTS, "faq_question"),
        "answer": pick(TEXTS, "faq_answer"),
        "case_number": pick(CODES, "ticket_number"),
    },
    """root_cause solution request_type satisfaction problem_type article_title internal_note
    resolution case_title template_title macro_name resolution_type""",
)
