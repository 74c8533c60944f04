"""Short causes, for ``*_reason`` and ``*_cause``, by what happened."""

from __future__ import annotations

REASON_WORDS = frozenset("reason reasons cause causes why rationale justification".split())
"""Last words of names of causes."""

REASONS = """
cancel cancelled canceled cancellation: Customer changed their mind*3|Found a better price*2
  |Ordered by mistake*2|Delivery takes too long*2|Schedule conflict|Duplicate order
  |No longer needed*3|Payment could not be completed
reject rejected rejection decline declined: Incomplete documentation*3
  |Does not meet the requirements*3
  |Budget exceeded*2|Missing approval*2|Duplicate request|Information could not be verified*2
  |Submitted after the deadline|Quality below the required standard
deny denied denial: Not covered by the policy*3|Missing documentation*3|Filed after the deadline*2
  |Duplicate claim|Prior authorization required*2|Coverage had lapsed
  |Service not medically necessary
fail failed failure error crash: Connection timed out*3|Invalid credentials*2|Insufficient funds*2
  |Service temporarily unavailable*2|Power supply interrupted|Worn component
  |Configuration file is missing|Permission denied|Out of memory|Disk is full
refund refunded: Item arrived damaged*3|Wrong item delivered*2|Product not as described*3
  |Order arrived late*2|Customer changed their mind*2|Charged twice|Item never arrived
return returned: Wrong size*3|Defective on arrival*2|Not as described*2|No longer needed*3
  |Ordered two by mistake|Better price found elsewhere|Arrived too late
close closed closure closing: Resolved*4|Duplicate*2|No response from customer*3|Cannot reproduce
  |Works as intended|Customer withdrew the request|Account moved to another provider
leave leaving absence left: Family matters*2|Illness*3|Vacation*4|Parental leave
  |Medical appointment*2
  |Personal reasons*2|Training|Relocation
terminate terminated termination separation resign resigned resignation exit offboarding:
  Accepted another position*4|Relocation*2|Retirement*2|End of contract*3|Restructuring*2
  |Performance|Personal reasons*2|Return to education
lost loss lose churn churned: Price too high*4|Chose a competitor*3|Missing feature*2|No budget*3
  |No decision*2|Project postponed|Poor fit
win won: Better product fit*3|Price*3|Existing relationship*2|Faster delivery|Strong references
suspend suspended suspension block blocked ban banned lock locked hold disabled deactivation
  deactivated freeze frozen: Too many failed sign-ins*3|Suspicious activity*3|Payment overdue*3
  |Violation of the terms*2|Requested by the user*2|Identity check pending|Spam reports
revoke revoked revocation: Key was compromised*2|Employee left the company*3
  |Access no longer needed*3
  |Replaced by a new certificate*2|Rotated on schedule*2
delay delayed late postponed postponement: Heavy traffic*3|Bad weather*3|Customs inspection*2
  |Technical problem*2|Missing paperwork*2|Late arrival of the previous trip|Carrier backlog
change changed update modification amendment edit: Corrected a typing error*3
  |Requested by the customer*3
  |New contact details*2|Price adjustment*2|Annual review|Policy change*2
adjust adjusted adjustment correction: Stock count difference*3|Damaged goods*2|Billing error*3
  |Goodwill credit*2|Currency rounding|Late fee waived
discount: Loyal customer*3|Seasonal sale*3|Volume order*2|Damaged packaging|Price match
void voided reverse reversed reversal chargeback dispute disputed: Duplicate charge*3
  |Transaction not recognized*3|Goods not received*2|Entered by mistake*2|Wrong amount*2
escalate escalated escalation: No reply within the agreed time*3|Customer asked for a manager*2
  |Repeated problem*2|Affects several customers*2|Security concern
transfer transferred move moved relocation: Closer to home*2|Specialist care required*2
  |Department reorganized*2|Promotion*2|Capacity exceeded*2|Requested by the customer
skip skipped ignore ignored exclude excluded exclusion: Not applicable*3|Already processed*3
  |Outside the date range*2|Missing data*2|Disabled by configuration
visit appointment encounter admission consult consultation referral: Annual check-up*4
  |Follow-up visit*3|Persistent cough*2|Back pain*2|Headache*2|Abdominal pain|Chest pain
  |Medication review*2|Shortness of breath
flag flagged report reported: Inappropriate content*3|Spam*3|Misleading information*2
  |Unusual amount*2|Possible duplicate*2|Harassment
pause paused stop stopped: Budget reached*3|Low performance*2|Seasonal break*2|Under review*2
  |Requested by the owner*2|Material shortage
approve approved approval override exception: Within policy*3|Long-standing customer*2
  |One-time exception*3|Manager's decision*2|Business need*2|Budget available
hire purchase order request expense: Replacement of an old device*3|Growing team*2|New project*3
  |Low stock*2|Customer visit|Regular maintenance
outage downtime incident disruption: Network failure*3|Faulty deployment*3|Power outage*2
  |Expired certificate*2|Hardware failure*2|Third-party provider*2|Traffic peak
damage: Impact during transport*3|Water*2|Improper packaging*3|Storm|Normal wear*2
death: Heart failure*3|Cancer*3|Stroke*2|Pneumonia*2|Accident|Natural causes*3
accident collision: Driver distraction*3|Wet road*2|Failure to yield*3|Excessive speed*2
  |Tailgating
waste scrap: Past its date*3|Damaged in storage*2|Wrong dimensions*2|Surface defect*2
disqualify disqualified: Incomplete application*2|Missing qualification*3|Rule violation*2
return_to_sender undelivered bounce bounced: Address not found*3|Recipient unknown*3|Refused*2
  |Mailbox full*2|Not collected in time*2
"""
"""By a word for what happened, the usual causes."""

NEUTRAL_REASONS = """
Requested by the customer*4 | Duplicate entry*2 | Incomplete information*3 | Scheduled maintenance
  | No longer needed*3 | Policy change*2 | Corrected by hand | Approved exception
"""
"""Causes for whatever happened."""
