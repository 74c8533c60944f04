"""Messages and work with others: e-mail, chat, calendars, tasks, notes."""

from __future__ import annotations

from pytest_fixturegen.providers.domains.specs import (
    domain,
    merge,
    pick,
    sentences,
    titles,
    words,
)

TASKS = {
    "task_title task_name todo_title todo task_summary action_item subtask subtask_title "
    "card_title issue_title story_title checklist_item backlog_item reminder_title": titles(
        "task_title",
        """{_do} the {_matter} | {_do} the {_matter} {_until} | {_do} the {_matter} with {_with} |
        {_do} the {_matter} for {_for} | {_fix} the {_bug} {_where} | {_call} {_with} about the
        {_matter} | {_do} and {_do_low} the {_matter} | Add {_addition} {_where}""",
    ),
    "_do": words(
        """Prepare|Review|Update|Draft|Finish|Check|Send|Plan|Order|Collect|Translate|Approve|Archive
        |Book|Test|Write|Organize|Clean up|Compare|Print"""
    ),
    "_do_low": words("send|share|publish|file|present|discuss"),
    "_matter": words(
        """budget|presentation|contract|release notes|floor plan|newsletter|price list|training \
          slides
        |travel plan|quarterly report|job advert|invoice list|backup plan|survey results|team photos
        |supplier offer|inventory|onboarding guide|meeting room|website text|user guide|test data"""
    ),
    "_until": words(
        "by Friday|by Monday|before the review|this week|by the end of the \
      month|today"
    ),
    "_with": words("Anna|the design team|Legal|the supplier|Marketing|Tom|the landlord|Finance"),
    "_for": words("the fair|the new office|the board|the spring launch|the audit|new colleagues"),
    "_fix": words("Fix|Investigate|Reproduce|Repair"),
    "_bug": words(
        """broken link|slow search|missing translation|login error|wrong total|duplicate \
          entry|layout
        |time zone bug|failed import|coffee machine"""
    ),
    "_where": words(
        "on the home page|in the app|in the checkout|in the report|on mobile|in room \
      3"
    ),
    "_call": words("Call|E-mail|Meet|Ask"),
    "_addition": words("a search field|a dark mode|more parking|a second reviewer|a welcome mail"),
    "task_description todo_description story_description": sentences(
        """Please {_do_small} the {_matter} {_until}; {_with} has the details. | The {_matter} is \
          out
        of date. Ask {_with} for the latest version. | We agreed on this in the last meeting:
        {_do_small} the {_matter} for {_for}. | First draft is in the shared folder, {_with} will
        give feedback {_until}. | Needed for {_for}. Half a day of work."""
    ),
    "_do_small": words("prepare|review|update|finish|check|translate|organize"),
    "task_comment work_note progress_note": sentences(
        """Started on the {_matter}, will be done {_until}. | Waiting for {_with}. | Done, please
        have a look. | Blocked: the {_matter} is missing. | Moved to next week, {_with} is on
        vacation. | Half of it is finished, the rest follows {_until}."""
    ),
    "task_status todo_status": words("To do*4|In progress*3|Done*6|Blocked|In review*2"),
    "task_label task_tag": words("urgent|bug|home|office|errand|idea|waiting|finance|design|quick"),
    "recurrence repeat_rule recurrence_pattern repeat_interval": words(
        "None*6|Daily*2|Weekly*4|Every two weeks*2|Monthly*2|Yearly"
    ),
    "milestone_name milestone milestone_title": words(
        """Kick-off|First draft|Design freeze|Beta release|Pilot finished|User test|Launch|Handover
        |Final report|Contract signed|Budget approved|Content complete"""
    ),
    "sprint_name sprint iteration_name": words(
        "Sprint 11|Sprint 12|Sprint 13|Sprint 14|Sprint 21|2025-W10|2025-W12|Sprint 27|Sprint 30"
    ),
    "project_title project_description_title": titles(
        "project_title",
        """{_project_what} {_project_kind} | {_project_what} {_project_kind} {_project_year} |
        {_project_kind} of the {_project_what}""",
    ),
    "_project_what": words(
        "Website|Warehouse|Customer Portal|Office|Brand|Payroll|Archive|Mobile \
          App|Intranet|Showroom"
    ),
    "_project_kind": words("Redesign|Migration|Rollout|Renewal|Pilot|Expansion|Audit|Automation"),
    "_project_year": words("2024|2025|2026"),
    "sprint_goal": sentences("{_do} the {_matter} and {_do_low} it. | {_do} the {_matter}."),
}

MEETINGS = {
    "meeting_title meeting_name meeting_subject appointment_title calendar_event_title "
    "event_summary meeting meeting_topic agenda_title invite_title": titles(
        "meeting_title",
        """{_meet_when} {_meet_what} | {_meet_what}: {_meet_about} | {_meet_about} {_meet_kind} |
        {_meet_what} with {_with} | {_meet_about} {_meet_kind} with {_with} | 1:1 {_meet_pair} |
        Interview: {_meet_role} | Lunch with {_with} | {_meet_when} {_meet_about} {_meet_kind}""",
    ),
    "_meet_when": words("Weekly|Monthly|Quarterly|Monday|Friday|Morning|Year-end"),
    "_meet_what": words("Stand-up|Team Meeting|Planning|Retrospective|Check-in|Review|Kick-off"),
    "_meet_about": words(
        "Budget|Roadmap|Hiring|Website|Customer Feedback|Safety|Campaign|Office Move|Pricing|Design"
    ),
    "_meet_kind": words("Review|Sync|Workshop|Discussion|Call|Planning|Update"),
    "_meet_pair": words("Anna / Tom|Maria / Lee|Sofia / David|Priya / Max|Julia / Chen"),
    "_meet_role": words("Data Analyst|Office Manager|Designer|Nurse|Backend Engineer|Accountant"),
    "agenda meeting_agenda agenda_item": sentences(
        """Open points of last week, {_meet_about_low}, next steps | {_meet_about}, questions,
        any other business | Status of the {_matter}, decisions, deadlines | Welcome, {_matter},
        {_meet_about_low}, summary"""
    ),
    "_meet_about_low": words("budget|roadmap|hiring|customer feedback|safety|office move|pricing"),
    "meeting_minutes minutes_text meeting_summary_text": sentences(
        """{_name} presents the {_matter}; the group agrees to {_do_small} it {_until}. | Decision:
        {_meet_about_low} stays as planned. {_name} will {_do_small} the {_matter}. | Open question:
        who will {_do_small} the {_matter}? To be discussed {_until}."""
    ),
    "meeting_location conference_room meeting_place": words(
        "Room 2.14|Online|Berlin|Blue Room|Cafeteria|Room 105|Board Room|Video call|Library"
    ),
    "attendee_response invite_response response_status": words(
        "Accepted*7|Tentative*2|Declined*2|No response*2"
    ),
    "reminder_text reminder_message": sentences(
        "{_do} the {_matter} {_until}. | Don't forget: {_do_small} the {_matter}. | {_call} \
          {_with}."
    ),
}

MESSAGES = {
    "email_subject mail_subject subject_line message_subject newsletter_subject": titles(
        "mail_subject",
        """{_matter_high} {_mail_tail} | Re: {_matter_high} {_mail_tail} | Question about the
        {_matter} | Invitation: {_meet_about} {_meet_kind} | Your {_mail_thing} {_mail_state} |
        {_meet_about} {_meet_kind} on {_day} | Fwd: {_matter_high} | Reminder: {_matter} due {_day}
        | Thank you for your {_mail_thing} | Welcome to {_mail_brand}""",
    ),
    "_matter_high": words(
        "Budget|Presentation|Contract draft|Release notes|Price list|Travel plan|Quarterly report"
    ),
    "_mail_tail": words("for review|– final version|– questions|attached|for next week|update"),
    "_mail_thing": words("order|booking|subscription|application|feedback|payment|registration"),
    "_mail_state": words("is confirmed|has been received|needs your attention|is on its way"),
    "_mail_brand": words("Northline|Meadow Club|the team|Casa Verde|Fitclub|Daily Courier"),
    "_day": words("Monday|Tuesday|Wednesday|Thursday|Friday"),
    "email_body mail_body email_content email_text": sentences(
        """Hi {_name}, attached is the {_matter}. Could you have a look {_until}? Best, \
          {_name_two} |
        Dear {_name}, thank you for your message. We will get back to you {_until}. Kind regards,
        {_name_two} | Hello {_name}, just a short reminder about the {_matter}. Let me know if
        anything is missing. {_name_two} | Hi all, the {_meet_about_low} meeting moves to {_day}.
        See you there! {_name_two} | Dear {_name}, your {_mail_thing} {_mail_state}. You can find
        all details in your account."""
    ),
    "_name": words("Anna|Tom|Maria|David|Priya|Sofia|Liam|Chen|Omar|Julia|Max|Ines"),
    "_name_two": words("Eva|Paul|Nina|Kofi|Clara|Ben|Yuki|Lars|Marta|Sam"),
    "chat_message direct_message dm_text im_text sms_text message_text message_content \
      text_message "
    "message_body": sentences(
        """{_chat_open} | {_chat_ask} | {_chat_open} {_chat_ask} | {_chat_ack} | {_chat_ack}
        {_chat_open} | I'll {_do_small} the {_matter} {_until}. | Can you {_do_small} the {_matter}
        {_until}? | {_name}, {_chat_ask_low} | The {_matter} is ready! | {_chat_late}"""
    ),
    "_chat_open": words(
        """Running five minutes late.|On my way!|Just arrived.|Lunch at twelve?|I'm in the meeting
        room.|Back in ten minutes.|Good morning!|Call me when you have a minute.|Train is delayed
        again.|See you tomorrow."""
    ),
    "_chat_ask": words(
        """Did you see my mail?|Can you send me the link?|Who has the key?|Is everyone there?|What
        time works for you?|Shall we move it to Friday?|Do we still need this?|Where are you?"""
    ),
    "_chat_ask_low": words("did you see my mail?|are you free at three?|can you call me back?"),
    "_chat_ack": words(
        "Sounds good!|Perfect, thanks.|Ok.|Will do.|Got it.|Great news!|No \
      problem."
    ),
    "_chat_late": words(
        "Sorry, missed your call.|Can't talk now, text me.|Phone was off.|Thanks for waiting!"
    ),
    "channel_topic room_topic": words(
        "Questions and answers|Lunch plans|Release planning|Photos|Customer feedback|Off topic"
    ),
    "chat_name conversation_title conversation_name chat_title room_title": words(
        """Family|Lunch group|Project Harbor|Football on Thursday|Design team|Book club|Neighbors
        |Wedding planning|Class of 2009|Weekend trip|Support shift|Choir"""
    ),
    "message_type": words("text*8|image*2|file|audio|video|system"),
    "folder_name_of_mail mailbox mail_folder": words("Inbox*6|Sent*3|Archive*2|Drafts|Spam|Trash"),
    "email_type email_template template_name": words(
        """Welcome|Password reset|Order confirmation|Invoice|Weekly digest|Trial ending|Shipping
        update|Birthday|Win-back|Event invitation|Review request"""
    ),
    "push_title notification_title alert_title": words(
        """New message|Payment received|Your order has shipped|Reminder|Appointment tomorrow|New
        login|Weekly summary|Delivery today|Invoice available|Password changed"""
    ),
    "bounce_reason bounce_type": words("Mailbox full*3|Unknown user*4|Blocked|Timeout|Spam filter"),
}

NOTES = {
    "note_title notebook_title document_title page_title wiki_title doc_title memo_title": titles(
        "note_title",
        """{_meet_when} {_meet_about} {_meet_kind} | Ideas for {_for} | {_matter_high}
        {_note_year} | Notes: {_meet_about} {_meet_kind} | Packing list {_note_trip} | How to
        {_do_small} the {_matter} | {_project_what} {_project_kind}: notes""",
    ),
    "_note_year": words("2023|2024|2025|v2|(draft)|, second version"),
    "_note_trip": words("Lisbon|for the ski trip|summer|Iceland|for the fair"),
    "note_text note_content note_body": sentences(
        """{_do} the {_matter}, ask {_with} about the {_meet_about_low}. | Ideas: {_matter},
        {_meet_about_low}, {_addition}. | {_with} suggests to {_do_small} the {_matter} {_until}. |
        Remember to {_do_small} the {_matter} before {_day}. | Phone call with {_name}: wants the
        {_matter} {_until}."""
    ),
    "notebook notebook_name": words(
        "Personal|Work|Recipes|Travel|Ideas|Journal|House|Reading \
      list"
    ),
    "journal_prompt": words("What went well today?|What are you grateful for?|What did you learn?"),
    "habit habit_name": words(
        "Drink water|Morning run|Read 20 pages|Meditate|No sugar|Stretch|Journal|Walk 8,000 steps"
    ),
}

DOMAIN = domain(
    "messaging",
    merge(TASKS, MEETINGS, MESSAGES, NOTES),
    {
        "subject": pick(MESSAGES, "email_subject"),
        "body content text message": pick(MESSAGES, "chat_message"),
        "title": pick(TASKS, "task_title"),
        "description details": pick(TASKS, "task_description"),
        "comment note notes": pick(TASKS, "task_comment"),
        "label tag": pick(TASKS, "task_label"),
        "last_message last_message_text": pick(MESSAGES, "chat_message"),
        "segment audience": words(
            "All subscribers*5|New subscribers|Customers*3|Inactive readers|Members|Trial users"
        ),
        "folder": pick(MESSAGES, "mailbox"),
        "channel channel_name": words(
            "general*4|random*2|support|design|announcements|help|project-harbor|lunch|releases"
        ),
        "location": pick(MEETINGS, "meeting_location"),
    },
    """meeting todo milestone sprint document_title page_title template_name recurrence email_type
    checklist_item mailbox message_body message_type message_content agenda alert_title habit
    milestone_title card_title issue_title conversation_name project_title task_status
    message_text event_summary message_subject sprint_name meeting_location""",
)
