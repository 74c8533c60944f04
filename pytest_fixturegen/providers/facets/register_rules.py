"""Which register a field has: by its name and the words of its class."""

from __future__ import annotations

REGISTER_RULES = """
log: message log_message text event details | log logrecord syslog trace logentry span stderr
  stdout
alert: message description details summary text | alert alarm incident_alert monitor
  notification_alert anomaly
commit: message commit_message description title summary | commit revision merge pull changeset
  git
ticket: description body details message content text | ticket issue bug case support complaint
  incident helpdesk
task: description details notes | task todo story project milestone subtask assignment sprint
event: description details summary about | event meeting course session workshop webinar
  conference appointment
product: description details short_description long_description summary features | product item
  listing goods sku catalog variant
review: review review_text comment comments body text content feedback | review rating
  testimonial feedback
comment: comment body text content reply message | comment reply
post: body text content caption message status_text | post tweet story status social feed photo
chat: message body text content | message chat conversation sms dm
inquiry: message comments notes description | inquiry enquiry lead contact_form quote
  contactrequest
kitchen: notes note comment comments instructions requests special_requests special_instructions
  | restaurant kitchen dining menu
maintenance: notes note remarks comment comments instructions description details findings
  work_performed
  action_taken resolution | maintenance repair inspection equipment machine asset work calibration
delivery: notes note instructions delivery_instructions comment comments special_instructions
  remarks | order delivery shipment parcel pickup cart
billing: notes note memo description terms comment comments | invoice payment bill statement
  transaction receipt refund
recipe: instruction instructions step text description directions | recipe step dish cooking
clause: text body content clause terms | contract clause agreement lease license
news: summary abstract excerpt body content text | article news newsletter blog press
permission: description | role permission scope group policy
flag: description | flag feature toggle experiment featureflag
company: description about summary bio | company organization organisation vendor supplier
  employer brand merchant business
place: description about details | place location property room hotel venue apartment listing
  house store
"""
"""By register: names of fields, and words of the class or of its root."""

FIELD_REGISTERS = """
note: note notes remark remarks comment comments memo internal_note annotation observation_note
  message text body content feedback reply details
instruction: instruction instructions safety_notes safety_note directions usage how_to
  care_instructions
  safety_instructions
delivery: delivery_instructions delivery_note delivery_notes shipping_instructions
  special_instructions
answer: answer response
question: question
kitchen: kitchen_notes kitchen_note chef_notes
finding: narrative statement finding findings observation conclusion assessment evaluation
  result_summary
  recommendation_text remarks_text
review: review review_text testimonial quote pull_quote
description: description summary overview desc short_description long_description abstract
  excerpt synopsis explanation caption about_text
commit: commit_message
log: log_message
ticket: issue_description problem_description bug_description
clause: terms_text clause_text
"""
"""By register: names of fields whose class says nothing."""
